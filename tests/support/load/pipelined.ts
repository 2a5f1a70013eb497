import { connect } from 'node:net'

const HEAD = Buffer.from('HTTP/1.1 ')

/** Counts the answers that begin in a stream, by status; a head may arrive in two pieces. */
const makeCounter = (onAnswer: (status: number) => void): ((chunk: Buffer) => void) => {
  let rest: Buffer = Buffer.alloc(0)
  return (chunk) => {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    const needed = HEAD.length + 3
    let from = 0
    for (let at = bytes.indexOf(HEAD); at >= 0; at = bytes.indexOf(HEAD, from)) {
      if (bytes.length < at + needed) {
        break
      }
      onAnswer(Number(bytes.toString('latin1', at + HEAD.length, at + needed)))
      from = at + needed
    }
    rest = bytes.subarray(Math.max(from, bytes.length - needed + 1))
  }
}

/**
 * Keeps every connection full: so many requests are on their way in each, all in one write, so that the
 * server is what is measured and not who asks. Answers are counted by status; no body may hold `HTTP/1.1 `.
 */
export const runPipelined = async (args: {
  /** Whole requests in writing, one connection after another begins elsewhere in the list. */
  asks: readonly string[]
  connections: number
  depth: number
  ms: number
  port: number
}): Promise<{ perSecond: number; statuses: Map<number, number> }> => {
  const { asks, connections, depth, ms, port } = args
  const statuses = new Map<number, number>()
  const from = performance.now()
  const run = (index: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', noDelay: true, port })
      let at = index * 7
      let open = 0
      const next = (): void => {
        if (performance.now() - from >= ms) {
          socket.destroy()
          resolve()
          return
        }
        open = depth
        socket.write(Array.from({ length: depth }, () => asks[at++ % asks.length]).join(''))
      }
      const count = makeCounter((status) => {
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        open -= 1
      })
      socket.on('error', reject)
      socket.on('connect', next)
      socket.on('data', (chunk: Buffer) => {
        count(chunk)
        if (open === 0) {
          next()
        }
      })
    })
  await Promise.all(Array.from({ length: connections }, (_, index) => run(index)))
  const answered = [...statuses.values()].reduce((sum, each) => sum + each, 0)
  return { perSecond: (answered * 1_000) / (performance.now() - from), statuses }
}
