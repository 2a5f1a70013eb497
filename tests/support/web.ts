import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { handleEndpoints } from 'payload'

import { guardRest } from '@/plugin/kernel/payload'

/** A web server in this process; `serve` is given once the shop behind it stands. */
export type Web = {
  close: () => Promise<void>
  port: number
  serve: (handler: (request: Request) => Promise<Response>) => void
  url: string
}

const toRequest = (incoming: IncomingMessage, origin: string): Request => {
  const method = incoming.method ?? 'GET'
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    headers.set(name, Array.isArray(value) ? value.join(', ') : (value ?? ''))
  }
  const body = method === 'GET' || method === 'HEAD' ? null : Readable.toWeb(incoming)
  const url = origin + (incoming.url?.startsWith('/') ? incoming.url : '/')
  return new Request(url, { body, duplex: 'half', headers, method } as RequestInit)
}

const send = async (outgoing: ServerResponse, response: Response): Promise<void> => {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.end(Buffer.from(await response.arrayBuffer()))
}

/** Starts the server on any free port. A handler that throws answers 500, as Next does. */
export const startWeb = async (): Promise<Web> => {
  let handler = (_: Request): Promise<Response> =>
    Promise.resolve(new Response('starting', { status: 503 }))
  let origin = ''
  const answer = async (incoming: IncomingMessage): Promise<Response> => {
    try {
      return await handler(toRequest(incoming, origin))
    } catch (error) {
      return new Response(String(error), { status: 500 })
    }
  }
  const server = createServer((incoming, outgoing) => {
    void answer(incoming)
      .then((response) => send(outgoing, response))
      .catch(() => outgoing.destroy())
  })
  server.keepAliveTimeout = 65_000
  await new Promise<void>((resolve) => {
    server.listen({ backlog: 4_096, host: '127.0.0.1', port: 0 }, () => resolve())
  })
  const { port } = server.address() as AddressInfo
  origin = `http://127.0.0.1:${port}`
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { close, port, serve: (given) => (handler = given), url: origin }
}

/** The shop's routes without Next: the real callback route, Payload's guarded REST for all the rest. */
export const makeRoutes = async (): Promise<(request: Request) => Promise<Response>> => {
  const { default: config } = await import('@payload-config')
  const rest = guardRest({ config, handle: (request) => handleEndpoints({ config, request }) })
  const callback = await import('@/app/(payload)/api/duitku/callback/route')
  return (request) => {
    const { pathname } = new URL(request.url)
    if (pathname !== '/api/duitku/callback') {
      return rest(request, undefined)
    }
    const route = request.method === 'GET' ? callback.GET : callback.POST
    return request.method === 'GET' || request.method === 'POST'
      ? route(request)
      : Promise.resolve(new Response(null, { status: 405 }))
  }
}
