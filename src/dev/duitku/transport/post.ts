import http from 'node:http'
import https from 'node:https'

const plainAgent = new http.Agent({ keepAlive: true, maxSockets: 256 })
const secureAgent = new https.Agent({ keepAlive: true, maxSockets: 256 })

/** One request of a callback. */
export type CallbackRequest = {
  body: string
  contentType: string
  method: string
  timeoutMs: number
  url: string
}

/** Sends a callback and gives the HTTP status; the answer's body is read and forgotten. */
export async function postCallback(call: CallbackRequest): Promise<number> {
  try {
    return await postOnce(call)
  } catch (error) {
    if (error instanceof Error && error.message === 'stale connection') return postOnce(call)
    throw error
  }
}

function postOnce({ body, contentType, method, timeoutMs, url }: CallbackRequest): Promise<number> {
  const target = new URL(url)
  const secure = target.protocol === 'https:'
  return new Promise((resolve, reject) => {
    const request = (secure ? https : http).request(
      target,
      {
        agent: secure ? secureAgent : plainAgent,
        headers: { 'content-length': Buffer.byteLength(body), 'content-type': contentType },
        method,
        signal: AbortSignal.timeout(timeoutMs),
      },
      (response) => {
        response.resume()
        response.on('end', () => resolve(response.statusCode ?? 0))
        response.on('error', reject)
      },
    )
    request.on('error', (error: NodeJS.ErrnoException) => {
      const stale = request.reusedSocket && error.code === 'ECONNRESET'
      reject(stale ? new Error('stale connection') : error)
    })
    request.end(body)
  })
}
