import { lookup } from 'node:dns/promises'
import { BlockList, isIP, isIPv6 } from 'node:net'

import { isPublicAddress } from '../../kernel/net'

/** Where drivers may go. */
export type ReachOptions = {
  /**
   * Places of one's own network at which servers stand: an address (`10.0.0.7`), a block
   * (`10.0.0.0/24`, `fd00::/8`) or a name (`panel.lan`), each also with one port (`127.0.0.1:2019`,
   * `[::1]:2019`), or a socket (`unix:/run/caddy/admin.socket`). Default none: only the public internet.
   */
  allowPrivate?: readonly string[]
  /** Every address of a name. The system's resolver by default. */
  resolve?: (name: string) => Promise<readonly string[]>
}

/** Which private places are allowed. */
export type AllowList = {
  hasAddress: (address: string, port: number) => boolean
  hasName: (name: string, port: number) => boolean
  hasSocket: (path: string) => boolean
}

/** A place as it is written. */
export type Place = { host: string; isSecure: boolean; port: number } | { socket: string }

/** Addresses that may be connected to, or why there are none. `isPrivate`: allowed by the list alone. */
export type Found =
  | { addresses: readonly string[]; isPrivate: boolean }
  | { fault: string; kind: 'notSent' | 'refused' }

type Entry = { block?: BlockList; name?: string; port?: number; socket?: string }

const SOCKET = /^unix:(\/[\w./@+-]+)$/
const ENTRY =
  /^(?<host>\[[\da-f:.]+\]|[^\s[\]:/]+|[\da-f:.]+:[\da-f:.]*)(?:\/(?<bits>\d{1,3}))?(?::(?<port>\d{1,5}))?$/i
const NAME = /^[a-z\d_](?:[a-z\d_-]*[a-z\d_])?(?:\.[a-z\d_](?:[a-z\d_-]*[a-z\d_])?)*$/

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIPv6(address) ? 'ipv6' : 'ipv4')

const blockOf = (net: string, bits: string | undefined): BlockList => {
  const block = new BlockList()
  if (bits === undefined) {
    block.addAddress(net, familyOf(net))
  } else {
    block.addSubnet(net, Number(bits), familyOf(net))
  }
  return block
}

const readEntry = (text: string): Entry => {
  const socket = SOCKET.exec(text)?.[1]
  if (socket) {
    return { socket }
  }
  const { bits, host = '', port } = ENTRY.exec(text)?.groups ?? {}
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase()
  const at = port === undefined ? {} : { port: Number(port) }
  if (isIP(bare)) {
    return { ...at, block: blockOf(bare, bits) }
  }
  if (bits !== undefined || !NAME.test(bare)) {
    throw new TypeError(
      `allowPrivate: ${JSON.stringify(text)} is no address, block, name or socket`,
    )
  }
  return { ...at, name: bare }
}

/** Reads the list; throws at start when an entry is none. */
export const readAllowList = (texts: readonly string[] = []): AllowList => {
  const entries = texts.map(readEntry)
  const isAt = (entry: Entry, port: number): boolean =>
    entry.port === undefined || entry.port === port
  return {
    hasAddress: (address, port) =>
      entries.some(
        (entry) => entry.block?.check(address, familyOf(address)) === true && isAt(entry, port),
      ),
    hasName: (name, port) => entries.some((entry) => entry.name === name && isAt(entry, port)),
    hasSocket: (path) => entries.some(({ socket }) => socket === path),
  }
}

/**
 * Reads the address of a server: `https://host[:port]`, `http://host[:port]` or `unix:/path`, and
 * nothing more. Undefined for everything else: other schemes, user names, paths, queries.
 */
export const readPlace = (text: string): Place | undefined => {
  const socket = SOCKET.exec(text)?.[1]
  if (socket) {
    return socket.split('/').includes('..') ? undefined : { socket }
  }
  if (!/^https?:\/\/[^/\\?#@\s]+\/?$/i.test(text) || !URL.canParse(text)) {
    return undefined
  }
  const { hostname, port, protocol } = new URL(text)
  const isSecure = protocol === 'https:'
  const host = hostname.replace(/^\[|\]$/g, '')
  return { host, isSecure, port: Number(port || (isSecure ? 443 : 80)) }
}

/** Whether a text is the address of a server, in the one spelling that is taken. */
export const isServerAddress = (text: string): boolean => readPlace(text) !== undefined

const lookUp = async (name: string): Promise<readonly string[]> =>
  (await lookup(name, { all: true })).map(({ address }) => address)

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'no answer'

/** Opens the way: resolves a name once and judges every address that it has. */
export const createReach = ({ allowPrivate, resolve = lookUp }: ReachOptions) => {
  const allow = readAllowList(allowPrivate)
  return {
    /** Whether a socket of the own machine may be spoken to. */
    hasSocket: allow.hasSocket,
    /** One address that is not allowed is enough to refuse: nobody's panel stands half inside. */
    find: async ({ host, port }: { host: string; port: number }): Promise<Found> => {
      let addresses: readonly string[] = [host]
      if (!isIP(host)) {
        try {
          addresses = await resolve(host)
        } catch (error) {
          return { fault: `the name was not found (${codeOf(error)})`, kind: 'notSent' }
        }
      }
      const isNamed = allow.hasName(host, port)
      const isInside = (address: string): boolean => isNamed || allow.hasAddress(address, port)
      if (addresses.length === 0 || !addresses.every((address) => isIP(address) > 0)) {
        return { fault: 'the name has no address', kind: 'notSent' }
      }
      if (!addresses.every((address) => isPublicAddress(address) || isInside(address))) {
        const fault = 'the address is of a private network that is not allowed'
        return { fault, kind: 'refused' }
      }
      return { addresses, isPrivate: addresses.every(isInside) }
    },
  }
}
