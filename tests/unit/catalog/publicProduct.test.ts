import { describe, expect, it } from 'vitest'

import { toPublicProduct } from '@/plugin/catalog'

const origin = 'https://toko.test'
const file = (name: string, width: number) => ({
  height: width / 2,
  url: `${origin}/api/media/file/${name}`,
  width,
})

describe('what the public sees of a product', () => {
  it('holds the prepared picture, not the original, as a path', () => {
    const sizes = {
      card: file('a-card.webp', 640),
      og: file('a-og.jpg', 1200),
      page: file('a.webp', 1200),
    }
    const stored = {
      id: '1',
      images: [{ ...file('a.png', 2000), alt: 'Gambar', sizes }],
      kind: 'vps',
    }
    const [image] = toPublicProduct({ origin, stored }).images
    expect(image).toEqual({
      alt: 'Gambar',
      cardUrl: '/api/media/file/a-card.webp',
      height: 600,
      ogUrl: '/api/media/file/a-og.jpg',
      url: '/api/media/file/a.webp',
      width: 1200,
    })
  })

  it('falls back to the original when it was too small to resize', () => {
    const sizes = { page: { height: null, url: null, width: null } }
    const stored = { id: '1', images: [{ ...file('a.png', 300), alt: 'Gambar', sizes }] }
    expect(toPublicProduct({ origin, stored }).images[0]?.url).toBe('/api/media/file/a.png')
  })

  it('leaves files elsewhere at their address and unread ids out', () => {
    const elsewhere = { height: 1, url: 'https://cdn.test/a.png', width: 1 }
    const stored = { id: '1', images: ['an-id', { ...elsewhere, alt: '' }] }
    expect(toPublicProduct({ origin, stored }).images.map(({ url }) => url)).toEqual([
      elsewhere.url,
    ])
  })

  it('is complete even for a draft in which nearly everything is missing', () => {
    expect(toPublicProduct({ stored: { id: '1', faq: null, title: null } })).toMatchObject({
      faq: [],
      features: [],
      orderPath: 'checkout',
      price: 0,
      title: '',
    })
  })

  it('follows the kind in how it is ordered', () => {
    expect(toPublicProduct({ stored: { id: '1', kind: 'colocation' } }).orderPath).toBe('whatsapp')
  })
})
