import { type IncomingHttpHeaders, request } from 'node:http'
import type { OpenShop } from './openShop'

/** What came back, byte for byte. */
export type RawAnswer = { bytes: Buffer; headers: IncomingHttpHeaders; status: number }

/** Sends a request whose path stays as it was written: `fetch` would tidy it first. */
export const askRaw = (
  shop: Pick<OpenShop, 'url'>,
  path: string,
  call: { body?: string; headers?: Record<string, string>; method?: string } = {},
): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const { body, headers = {}, method = 'GET' } = call
    const { hostname, port } = new URL(shop.url)
    const asked = request({ headers, hostname, method, path, port })
    asked.once('error', reject)
    asked.once('response', (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.once('error', reject)
      answer.once('end', () => {
        const status = answer.statusCode ?? 0
        resolve({ bytes: Buffer.concat(parts), headers: answer.headers, status })
      })
    })
    asked.end(body)
  })
