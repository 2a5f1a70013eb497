import type { SanitizedConfig } from 'payload'
import { describe, expect, it } from 'vitest'

import { guardRest } from '@/plugin/kernel/payload'

const config = {
  collections: [
    { slug: 'orders', auth: false, endpoints: [], versions: false },
    { slug: 'pages', auth: false, endpoints: [], versions: { drafts: true } },
    { slug: 'hidden', auth: false, endpoints: false, versions: false },
  ],
  routes: { api: '/api' },
} as unknown as SanitizedConfig

const guarded = guardRest({ config, handle: () => Promise.resolve(new Response('in')) })

const ask = async (path: string): Promise<number> =>
  (await guarded(new Request(`http://localhost${path}`), undefined)).status

describe('an address of the REST interface', () => {
  it.each([
    '/api/constructor',
    '/api/__proto__/1',
    '/api/orders/versions',
    '/api/orders/versions/1',
    '/api/pages/verify/x',
    '/api/hidden',
  ])('%s leads nowhere', async (path) => {
    expect(await ask(path)).toBe(404)
  })

  it.each(['/api/orders/%zz', '/api/orders/a%00b', '/api/media/file/x%EF%BF%BDy'])(
    '%s is none',
    async (path) => {
      expect(await ask(path)).toBe(400)
    },
  )

  it.each([
    '/api/orders',
    '/api/orders/1?where[id][equals]=1',
    '/api/pages/versions',
    '/api/shop/orders',
  ])('%s is passed on', async (path) => {
    expect(await ask(path)).toBe(200)
  })
})

describe('a POST that stands for a GET', () => {
  const override = (contentType: string): Request =>
    new Request('http://localhost/api/orders', {
      body: '<a/>',
      headers: { 'content-type': contentType, 'x-payload-http-method-override': 'GET' },
      method: 'POST',
    })

  it('carries its question as a form, as the panel sends it', async () => {
    const { status } = await guarded(override('application/x-www-form-urlencoded'), undefined)
    expect(status).toBe(200)
  })

  it('carries no JSON', async () => {
    expect((await guarded(override('application/json'), undefined)).status).toBe(400)
  })
})
