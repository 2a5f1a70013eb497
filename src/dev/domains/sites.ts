import type { IncomingMessage, ServerResponse } from 'node:http'

/** What a site does when somebody asks for its file. */
export type Site =
  | { kind: 'drip' }
  | { kind: 'endless' }
  | { kind: 'redirect'; to: string }
  | { kind: 'text'; path?: string; status?: number; text: string; type?: string }

/** Sends a byte now and then, and never ends. */
const drip = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'text/plain' })
  const timer = setInterval(() => response.write('x'), 200)
  response.on('close', () => clearInterval(timer))
}

/** Sends as much as the other side takes, and says that ten gigabytes come. */
const pour = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'text/plain' })
  const block = Buffer.alloc(64 * 1024, 'x')
  const more = (): void => {
    while (!response.destroyed && response.write(block)) {
      // Written until the other side is full.
    }
  }
  response.on('drain', more)
  more()
}

/** Answers a visit to a site. */
export const serveSite = (args: {
  request: IncomingMessage
  response: ServerResponse
  site: Site | undefined
}): void => {
  const { request, response, site } = args
  switch (site?.kind) {
    case 'drip':
      return drip(response)
    case 'endless':
      return pour(response)
    case 'redirect':
      response.writeHead(302, { location: site.to }).end()
      return
    case 'text': {
      const isThere = site.path === undefined || site.path === request.url
      response.writeHead(isThere ? (site.status ?? 200) : 404, {
        'content-type': site.type ?? 'text/plain; charset=utf-8',
      })
      response.end(isThere ? site.text : 'Tidak ada')
      return
    }
    case undefined:
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Tidak ada')
  }
}
