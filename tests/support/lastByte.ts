import { connect, type Socket } from 'node:net'

/** A request as raw text, and what came back. */
export type RawAnswer = { body: string; headers: string; ms: number; status: number }

/** Writes a request by hand, with `Connection: close` so that the end of the answer is plain. */
export const rawRequest = (args: {
  body?: string
  headers?: Record<string, string>
  method?: string
  path: string
}): Buffer => {
  const { body = '', headers = {}, method = 'POST', path } = args
  const bytes = Buffer.from(body)
  const lines = Object.entries({ ...headers, 'Content-Length': String(bytes.length) })
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  const start = `${method} ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n`
  return Buffer.concat([Buffer.from(`${start}${head}\r\n`), bytes])
}

const parse = (text: string, ms: number): RawAnswer => {
  const cut = text.indexOf('\r\n\r\n')
  const headers = text.slice(0, cut)
  return { body: text.slice(cut + 4), headers, ms, status: Number(headers.split(' ')[1] ?? 0) }
}

type Held = { answer: Promise<RawAnswer>; release: () => void }

/** Sends everything but the last byte and holds it back. */
const hold = (args: { port: number; request: Buffer }): Promise<Held> =>
  new Promise((resolve, reject) => {
    const { port, request } = args
    const socket: Socket = connect({ host: '127.0.0.1', noDelay: true, port })
    let released = 0
    const answer = new Promise<RawAnswer>((resolveAnswer, rejectAnswer) => {
      const chunks: Buffer[] = []
      socket.on('data', (chunk) => chunks.push(chunk))
      socket.on('end', () =>
        resolveAnswer(parse(Buffer.concat(chunks).toString('utf8'), performance.now() - released)),
      )
      socket.on('error', rejectAnswer)
    })
    answer.catch(reject)
    socket.once('connect', () => {
      socket.write(request.subarray(0, -1), () =>
        resolve({
          answer,
          release: () => {
            released = performance.now()
            socket.write(request.subarray(-1))
          },
        }),
      )
    })
  })

/**
 * Sends requests so that all arrive at once: each but its last byte first, then every last byte in
 * the same moment. What clicking twice never finds, this finds reliably.
 */
export const releaseTogether = async (args: {
  port: number
  requests: readonly Buffer[]
}): Promise<RawAnswer[]> => {
  const held = await Promise.all(args.requests.map((request) => hold({ port: args.port, request })))
  for (const { release } of held) {
    release()
  }
  return Promise.all(held.map(({ answer }) => answer))
}
