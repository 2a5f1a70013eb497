import { connect } from 'node:net'

/** How a connection ended: the status line it got, if any. */
export type Drip = { answer: string; status: number }

const pump = (args: { bytes: Buffer; everyMs: number; write: (byte: Buffer) => void }) => {
  const { bytes, everyMs, write } = args
  let at = 0
  return setInterval(() => {
    write(bytes.subarray(at % bytes.length, (at % bytes.length) + 1))
    at += 1
  }, everyMs)
}

/** Opens a request, sends its body one byte at a time, and waits until the shop has had enough. */
export const dripRequest = (args: {
  body: string
  everyMs: number
  path: string
  port: number
}): Promise<Drip> =>
  new Promise((resolve) => {
    const { body, everyMs, path, port } = args
    const socket = connect({ host: '127.0.0.1', noDelay: true, port })
    const chunks: Buffer[] = []
    const bytes = Buffer.from(body)
    let pumping: NodeJS.Timeout | undefined
    socket.on('connect', () => {
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: localhost\r\n` +
          'Content-Type: application/x-www-form-urlencoded\r\n' +
          `Content-Length: ${bytes.length}\r\n\r\n`,
      )
      pumping = pump({ bytes, everyMs, write: (byte) => socket.write(byte) })
    })
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearInterval(pumping)
      const answer = Buffer.concat(chunks).toString('utf8')
      resolve({ answer, status: Number(answer.split(' ')[1] ?? 0) })
    })
  })
