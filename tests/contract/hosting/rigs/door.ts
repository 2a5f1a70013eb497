import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How a door treats calls that change something. */
export type Mood = 'answersLost' | 'dropped' | 'nothingDone' | 'open' | 'silent'

/** A door before an admin API that asks for a token and can misbehave. */
export type Door = {
  address: string
  close: () => Promise<void>
  port: number
  setMood: (mood: Mood) => void
}

const read = async (stream: AsyncIterable<Buffer>): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const pass = (call: IncomingMessage, body: Buffer, port: number): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const headers = { ...call.headers, host: `127.0.0.1:${port}` }
    const { method, url } = call
    request({ agent: false, headers, host: '127.0.0.1', method, path: url, port })
      .once('response', resolve)
      .once('error', reject)
      .end(body)
  })

/** Opens a door before the admin API at `port`, for whoever has the token. */
export const openDoor = async ({ port, token }: { port: number; token: string }): Promise<Door> => {
  let mood: Mood = 'open'

  const serve = async (call: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const body = await read(call)
    const isLook = call.method === 'GET'
    const now = isLook ? 'open' : mood
    if (call.headers.authorization !== `Bearer ${token}`) {
      answer.writeHead(401).end('Unauthorized')
      return
    }
    if (now === 'silent') {
      return
    }
    if (now === 'nothingDone') {
      answer.writeHead(200).end()
      return
    }
    const passed = await pass(call, body, port)
    const text = await read(passed)
    const etag = passed.trailers.etag
    if (now === 'answersLost') {
      return
    }
    if (now === 'dropped') {
      answer.destroy()
      return
    }
    answer.writeHead(passed.statusCode ?? 502, etag ? { etag } : {}).end(text)
  }
  const server = createServer((call, answer) => {
    serve(call, answer).catch(() => answer.destroy())
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const own = (server.address() as AddressInfo).port
  return {
    address: `http://127.0.0.1:${own}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
    port: own,
    setMood: (next) => {
      mood = next
    },
  }
}
