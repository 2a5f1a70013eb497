import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the customer's site says of a request. */
export type Seen = { body: string; host: string; method: string; url: string }

/** Something that listens and can be closed. */
export type Listening = { close: () => Promise<void>; port: number }

const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

const listen = (server: ReturnType<typeof createServer>): Promise<Listening> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const close = (): Promise<void> =>
        new Promise((closed) => {
          server.close(() => closed())
          server.closeAllConnections()
        })
      resolve({ close, port: (server.address() as AddressInfo).port })
    })
  })

/** The web server of a customer: tells what it saw, keeps a site's own 403, and speaks WebSocket. */
export const startOrigin = (): Promise<Listening> => {
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const { headers, method = '', url = '' } = request
      const seen: Seen = { body, host: headers.host ?? '', method, url }
      response.writeHead(url.startsWith('/rahasia') ? 403 : 200, { 'X-Origin': 'yes' })
      response.end(JSON.stringify(seen))
    })
  })
  server.on('upgrade', (request, socket) => {
    const key = request.headers['sec-websocket-key'] ?? ''
    const accept = createHash('sha1').update(`${key}${MAGIC}`).digest('base64')
    socket.on('error', () => undefined)
    socket.end(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\nhalo`,
    )
  })
  return listen(server)
}

/** The shop's map, as gates fetch it; its text can be changed, and it can be away. */
export type MapDesk = {
  asked: () => { notModified: number; total: number }
  setBody: (body: string) => void
  setStatus: (status: number) => void
} & Listening

/** Hands out a map under a token. */
export const startMapDesk = async (args: { body: string; token: string }): Promise<MapDesk> => {
  let { body } = args
  const etagOf = (text: string): string =>
    `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`
  let etag = etagOf(body)
  let status = 200
  const counts = { notModified: 0, total: 0 }
  const server = createServer((request, response) => {
    counts.total++
    if (request.headers.authorization !== `Bearer ${args.token}`) {
      response.writeHead(401).end()
    } else if (status !== 200) {
      response.writeHead(status).end()
    } else if (request.headers['if-none-match'] === etag) {
      counts.notModified++
      response.writeHead(304, { ETag: etag }).end()
    } else {
      response.writeHead(200, { 'Content-Type': 'application/json', ETag: etag }).end(body)
    }
  })
  return {
    ...(await listen(server)),
    asked: () => ({ ...counts }),
    setBody: (next) => {
      body = next
      etag = etagOf(next)
    },
    setStatus: (next) => (status = next),
  }
}
