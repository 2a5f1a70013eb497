import type { Payload } from 'payload'
import { slugsOf } from '@/plugin/kernel/payload'

/** What the test shop sells, by address; prices in rupiah. */
export const assortment = {
  'analisis-keamanan': { kind: 'security-analysis', price: 2_500_000 },
  konsultasi: { kind: 'consulting', price: 750_000 },
  'template-toko': { kind: 'template', price: 149_999 },
  'vps-kecil': { kind: 'vps', price: 200_000 },
} as const

/** Address of a product of the test shop. */
export type ProductSlug = keyof typeof assortment

const prose = {
  root: {
    children: [
      {
        children: [
          {
            detail: 0,
            format: 0,
            mode: 'normal',
            style: '',
            text: 'Isi',
            type: 'text',
            version: 1,
          },
        ],
        direction: 'ltr',
        format: '',
        indent: 0,
        textFormat: 0,
        type: 'paragraph',
        version: 1,
      },
    ],
    direction: 'ltr',
    format: '',
    indent: 0,
    type: 'root',
    version: 1,
  },
}

/** Puts the assortment on sale; answers with the products' ids. */
export const stockShelves = async (payload: Payload): Promise<Record<ProductSlug, string>> => {
  const ids: [string, string][] = []
  for (const [slug, { kind, price }] of Object.entries(assortment)) {
    const data = {
      _status: 'published',
      afterPayment: 'Kami menghubungi Anda.',
      description: prose,
      kind,
      price,
      refundRule: 'Sebelum mulai dikerjakan.',
      slug,
      summary: 'Ringkasan.',
      title: `Produk ${slug}`,
    }
    const product = await payload.create({
      collection: slugsOf(payload).products,
      context: { disableRevalidate: true },
      data: data as never,
      depth: 0,
      locale: 'id',
      overrideAccess: true,
    })
    ids.push([slug, String(product.id)])
  }
  return Object.fromEntries(ids) as Record<ProductSlug, string>
}

/** Changes one product as an editor would. */
export const changeProduct = async (args: {
  data: object
  id: string
  payload: Payload
}): Promise<void> => {
  const { data, id, payload } = args
  await payload.update({
    id,
    collection: slugsOf(payload).products,
    context: { disableRevalidate: true },
    data: data as never,
    depth: 0,
    locale: 'id',
    overrideAccess: true,
  })
}
