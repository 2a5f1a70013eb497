import { z } from 'zod'

import { readPlace } from '../reach'

/** An absolute folder in plain signs: Caddy would read braces as placeholders. */
const FOLDER = /^(?:\/(?!\.{1,2}(?:\/|$))[\w.@+-]+)+$/
const LISTEN = /^(?:[\w.-]*|\[[\da-f:]+\]):\d{1,5}$/i

const isProbe = (address: string): boolean => {
  const place = readPlace(address)
  return place !== undefined && !('socket' in place)
}

const schema = z.strictObject({
  /** Addresses of the machine that owners point their domains to; told to the customer. */
  addresses: z
    .array(z.union([z.ipv4(), z.ipv6()]), 'addresses: daftar alamat IP, misalnya ["203.0.113.7"]')
    .default([]),
  /** Where Caddy listens, for a server that is made here; one that is there keeps its own. */
  listen: z
    .array(z.string().regex(LISTEN), 'listen: daftar alamat, misalnya [":443"]')
    .min(1, 'listen: isi paling sedikit satu alamat, misalnya ":443"')
    .default([':443']),
  /** Where sites are fetched to see what visitors see: `https://127.0.0.1`. Without it, Caddy is believed. */
  probe: z
    .string()
    .refine(isProbe, 'probe: isi alamat seperti https://127.0.0.1 atau http://127.0.0.1:8080')
    .optional(),
  /** Folder in which every service has its own. The shop's worker writes there, Caddy reads. */
  root: z
    .string('root: isi alamat folder lengkap, misalnya /srv/situs')
    .regex(FOLDER, 'root: isi alamat folder lengkap, misalnya /srv/situs'),
  /** Name of the server in Caddy's configuration that has the routes. */
  server: z
    .string()
    .regex(/^\w[\w-]{0,63}$/, 'server: huruf, angka, - dan _, paling banyak 64')
    .default('lunas'),
})

/** What the driver wants to know of a machine with Caddy. */
export type CaddySettings = z.infer<typeof schema>

const faultOf = ({ code, message, path }: z.core.$ZodIssue): string => {
  const field = path[0] === undefined ? '' : `${String(path[0])}: `
  return code === 'unrecognized_keys' || !message.startsWith(field) ? `${field}${message}` : message
}

/** Reads the settings of a server, or names what is wrong with them. */
export const readSettings = (
  settings: Readonly<Record<string, unknown>>,
): { faults: readonly string[] } | { settings: CaddySettings } => {
  const read = schema.safeParse(settings)
  return read.success
    ? { settings: read.data }
    : { faults: [...new Set(read.error.issues.map(faultOf))] }
}
