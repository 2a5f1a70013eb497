import { request } from 'node:http'
import { connect } from 'node:net'

/** An answer as the visitor has it. */
export type Heard = {
  body: string
  headers: Record<string, string | string[] | undefined>
  ms: number
  status: number
}

/** Visits a site by its name, wherever its server is; the path goes out as it is written. */
export const visit = (args: {
  body?: string
  headers?: Record<string, string>
  host: string
  method?: string
  path?: string
  port: number
}): Promise<Heard> => {
  const { body, headers, host, method = 'GET', path = '/', port } = args
  const from = performance.now()
  return new Promise((resolve, reject) => {
    const sent = request(
      { agent: false, headers: { ...headers, Host: host }, host: '127.0.0.1', method, path, port },
      (response) => {
        let text = ''
        response.on('data', (chunk: Buffer) => (text += chunk.toString()))
        response.on('error', reject)
        response.on('end', () => {
          const ms = performance.now() - from
          resolve({ body: text, headers: response.headers, ms, status: response.statusCode ?? 0 })
        })
      },
    )
    sent.setTimeout(20_000, () => sent.destroy(new Error('no answer within 20 s')))
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Asks for a WebSocket; answers the status line and whatever came with it. */
export const upgrade = (args: { host: string; port: number }): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port: args.port })
    let heard = ''
    socket.setTimeout(10_000, () => socket.destroy(new Error('no answer within 10 s')))
    socket.on('error', reject)
    socket.on('data', (chunk) => {
      heard += chunk.toString()
      if (/^HTTP\/1\.1 (?!101)[^]*\r\n\r\n/.test(heard) || heard.includes('halo')) {
        socket.destroy()
        resolve(heard)
      }
    })
    socket.on('close', () => resolve(heard))
    socket.write(
      `GET /ws?x HTTP/1.1\r\nHost: ${args.host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n`,
    )
  })
