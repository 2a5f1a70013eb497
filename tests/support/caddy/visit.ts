import { type IncomingHttpHeaders, request } from 'node:http'

/** What a visitor saw. */
export type Seen = { headers: IncomingHttpHeaders; status: number; text: string }

/** Comes to a site as a browser or a program does; the path goes out to the letter. */
export const visit = (
  port: number,
  host: string,
  {
    headers = {},
    method = 'GET',
    path = '/',
  }: { headers?: Record<string, string>; method?: string; path?: string } = {},
): Promise<Seen> =>
  new Promise((resolve, reject) => {
    const call = request({
      agent: false,
      headers: { ...headers, Host: host },
      host: '127.0.0.1',
      method,
      path,
      port,
      setHost: false,
    })
    call.once('response', (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.once('error', reject)
      answer.once('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        resolve({ headers: answer.headers, status: answer.statusCode ?? 0, text })
      })
    })
    call.once('upgrade', (answer, socket) => {
      socket.destroy()
      resolve({ headers: answer.headers, status: 101, text: '' })
    })
    call.once('error', reject)
    call.end()
  })
