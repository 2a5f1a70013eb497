import { createServer } from 'node:net'

const canListen = (args: { host?: string; port: number }): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ exclusive: true, host: args.host, port: args.port }, () =>
      probe.close(() => resolve(true)),
    )
  })

/** Whether a server could listen on this port, on 127.0.0.1 and on all addresses. */
export const isPortFree = async (port: number): Promise<boolean> =>
  (await canListen({ host: '127.0.0.1', port })) && (await canListen({ port }))

/**
 * The wanted port, or the next free one above it. `taken` are ports promised to others that do not
 * listen yet.
 */
export const findFreePort = async (args: {
  taken?: readonly number[]
  wanted: number
}): Promise<number> => {
  for (let port = args.wanted; port < Math.min(args.wanted + 200, 65_536); port += 1) {
    if (!args.taken?.includes(port) && (await isPortFree(port))) {
      return port
    }
  }
  throw new Error(`No free port between ${args.wanted} and ${args.wanted + 199}.`)
}

/** So many ports in a row from the wanted one on, or the next row above it whose ports are all free. */
export const findFreeRow = async (args: {
  count: number
  taken?: readonly number[]
  wanted: number
}): Promise<number[]> => {
  const { count, taken = [], wanted } = args
  let row: number[] = []
  for (let next = wanted; row.length < count; next += 1) {
    const port = await findFreePort({ taken, wanted: next })
    row = row.length > 0 && port === next ? [...row, port] : [port]
    next = port
  }
  return row
}
