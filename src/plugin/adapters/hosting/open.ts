import type { Socket } from 'node:net'

import { connectTo } from './connect'
import { createReach, type ReachOptions, readPlace } from './reach'

const CONNECT_MS = 4_000
const MAX_ADDRESSES = 3

/** How connections are opened. */
export type OpenOptions = {
  /** Milliseconds until a connection to one address has to stand. Default 4,000. */
  connectMs?: number
} & ReachOptions

/** A connection that stands, or why there is none; in both cases nothing was sent. */
export type Opened = { kind: 'notSent' | 'refused'; reason: string } | { socket: Socket }

type Wish = {
  host?: string
  isAnonymous?: boolean
  server: { address: string; certificate?: string | undefined }
}

/** A resolver cannot be called off, so its answer is left behind when time is up. */
const within = (opening: Promise<Opened>, signal: AbortSignal): Promise<Opened> =>
  new Promise((resolve) => {
    const leave = (): void => resolve({ kind: 'notSent', reason: 'no connection in time' })
    if (signal.aborted) {
      leave()
    }
    signal.addEventListener('abort', leave, { once: true })
    opening.then(resolve, leave)
  })

/** Opens connections to places that are allowed, and to nothing else. See `createSend` for the rules. */
export const createOpen = ({ connectMs = CONNECT_MS, ...ways }: OpenOptions) => {
  const reach = createReach(ways)

  const open = async (wish: Wish, signal: AbortSignal): Promise<Opened> => {
    const { host, isAnonymous, server } = wish
    const place = readPlace(server.address)
    if (!place) {
      return { kind: 'refused', reason: 'the address is none of a server' }
    }
    if ('socket' in place) {
      return reach.hasSocket(place.socket)
        ? connectTo({ connectMs, path: place.socket, signal })
        : { kind: 'refused', reason: 'the socket is not allowed' }
    }
    const found = await reach.find(place)
    if ('fault' in found) {
      return { kind: found.kind, reason: found.fault }
    }
    if (!place.isSecure && !found.isPrivate && !isAnonymous) {
      return { kind: 'refused', reason: 'plain http goes to allowed private addresses only' }
    }
    const names = { certificate: server.certificate, servername: host ?? place.host }
    const secure = place.isSecure ? names : undefined
    let last: Opened = { kind: 'notSent', reason: 'the name has no address' }
    for (const address of found.addresses.slice(0, MAX_ADDRESSES)) {
      last = await connectTo({ address, connectMs, port: place.port, secure, signal })
      if ('socket' in last) {
        break
      }
    }
    return last
  }
  return (wish: Wish, signal: AbortSignal): Promise<Opened> => within(open(wish, signal), signal)
}
