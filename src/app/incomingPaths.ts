import type { IncomingMessage } from 'node:http'

import { subscribe } from 'node:diagnostics_channel'

const isDecodable = (path: string): boolean => {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/**
 * The address with a path that can be decoded: where that of `url` cannot (`/produk/50%`, bytes that are no
 * UTF-8), its percent signs stand for themselves. It is the path of nothing, so it is answered as such.
 */
export const mendPath = (url: string): string => {
  const end = url.search(/[?#]/)
  const path = end < 0 ? url : url.slice(0, end)
  return !path.includes('%') || isDecodable(path)
    ? url
    : `${path.replaceAll('%', '%25')}${url.slice(path.length)}`
}

/**
 * Next's router (16.4) answers 500 to a path that it cannot decode, before any code of the shop runs.
 * Node tells of each request before anybody handles it.
 */
export const mendIncomingPaths = (): void => {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    request.url = mendPath(request.url ?? '/')
  })
}
