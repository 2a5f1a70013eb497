import { createServer, request } from 'node:http'
import { type AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { mendIncomingPaths, mendPath } from '@/app/incomingPaths'

describe('A path that can be decoded', () => {
  it.each([
    '/',
    '/produk/konsultasi-it-1-jam',
    '/produk/50%25',
    '/produk/%E2%98%83?q=%',
    '/produk?q=100%',
    '*',
  ])('stays as it came: %s', (url) => {
    expect(mendPath(url)).toBe(url)
  })
})

describe('A path that nobody can decode', () => {
  it.each([
    ['/produk/50%', '/produk/50%25'],
    ['/produk/%zz?q=%41', '/produk/%25zz?q=%41'],
    ['/%c0%ae', '/%25c0%25ae'],
    ['/%E0%A4%A/lagi', '/%25E0%25A4%25A/lagi'],
    ['/%41%ff', '/%2541%25ff'],
  ])('is taken letter by letter: %s', (url, mended) => {
    expect(mendPath(url)).toBe(mended)
    expect(() => decodeURIComponent(mended.replace(/\?.*/, ''))).not.toThrow()
  })
})

describe('A server of this process', () => {
  const server = createServer((asked, answer) => answer.end(asked.url))

  beforeAll(async () => {
    mendIncomingPaths()
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  })

  afterAll(() => new Promise((done) => server.close(done)))

  const ask = (path: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const { port } = server.address() as AddressInfo
      request({ host: '127.0.0.1', path, port }, (answer) => {
        let body = ''
        answer.on('data', (part: Buffer) => (body += part.toString()))
        answer.on('end', () => resolve(body))
      })
        .on('error', reject)
        .end()
    })

  it('sees the mended path, before anybody handles the request', async () => {
    expect(await ask('/produk/%ff?asal=%')).toBe('/produk/%25ff?asal=%')
    expect(await ask('/produk/%C3%A9')).toBe('/produk/%C3%A9')
  })
})
