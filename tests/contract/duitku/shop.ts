import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A callback as the shop received it. */
export type Received = { contentType: null | string; method: string; rawBody: string }

/** A shop that only listens: it keeps what it is sent and answers what it is told to. */
export type ListeningShop = {
  /** Statuses to answer with, one per request; 200 when empty. */
  answers: number[]
  callbackUrl: string
  close: () => Promise<void>
  received: Received[]
}

/** Starts a listening shop on any free port. */
export async function startListeningShop(): Promise<ListeningShop> {
  const received: Received[] = []
  const answers: number[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      received.push({
        contentType: request.headers['content-type'] ?? null,
        method: request.method ?? '',
        rawBody: Buffer.concat(chunks).toString('utf8'),
      })
      response.writeHead(answers.shift() ?? 200).end('SUCCESS')
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  const { port } = server.address() as AddressInfo
  return {
    answers,
    callbackUrl: `http://127.0.0.1:${port}/api/duitku/callback`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
    received,
  }
}
