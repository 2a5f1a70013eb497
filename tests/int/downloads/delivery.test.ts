import { beforeAll, describe, expect, it } from 'vitest'
import { readRows } from '../../support/books'
import { readDelivery } from '../../support/deliveries'
import { release } from '../../factories/release'
import {
  fetchLink,
  readHeld,
  readPassword,
  sha256,
  unpack,
  usePackers,
} from '../../support/downloads'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'
import { sql } from '@/plugin/kernel/payload'

const inUse = useShop()
const packers = usePackers(inUse)

const buyTemplate = async () => {
  const { order } = await inUse.buyer.buy({ product: 'template-toko' })
  await packers.idle()
  return order.token
}

const issue = async (token: string, file: string): Promise<string> => {
  const path = `/api/shop/orders/${token}/downloads`
  const { json, status } = await callShop<{ download: { url: string } }>(inUse.shop, path, {
    body: { file },
  })
  expect(status).toBe(200)
  return json.download.url
}

describe('A template without a release', () => {
  it('waits for staff as any other work does', async () => {
    const token = await buyTemplate()
    expect((await readDelivery(inUse.shop, token)).state).toBe('new')
    expect((await inUse.buyer.look(token)).items[0]?.downloads).toBeNull()
  })
})

describe('A template with a published release', () => {
  let token: string
  beforeAll(async () => {
    const { payload, products } = inUse.shop
    await release({
      payload,
      productId: products['template-toko'],
      version: '1.0.0',
      words: { changelog: 'Rilis pertama.', faq: 'T: Gratis?\nJ: Tidak.' },
    })
    await packers.idle()
    token = await buyTemplate()
  })

  it('is delivered by itself as soon as it is paid: ticked off, sent, the order delivered', async () => {
    const row = await readDelivery(inUse.shop, token)
    expect(row.state).toBe('delivered')
    expect(row.checklist.map(({ doneBy }) => doneBy)).toEqual(['sistem', 'sistem', 'sistem'])
    expect((await inUse.buyer.look(token)).state).toBe('fulfilled')
  })

  it('also reaches those who had paid before there was a release', async () => {
    const rows = await readRows<{ state: string }>(
      inUse.shop.payload,
      sql`select state from fulfilments where kind = 'template'`,
    )
    expect(rows.map(({ state }) => state)).toEqual(['delivered', 'delivered'])
  })

  it('shows its buyer version, size, fingerprint, what is new and how often is left', async () => {
    const { downloads } = (await inUse.buyer.look(token)).items[0] ?? expect.unreachable()
    const [held] = await readHeld(inUse.shop, token)
    expect(downloads).toMatchObject({
      files: [
        {
          changelog: 'Rilis pertama.',
          id: held?.id,
          name: 'template-toko-1.0.0.zip',
          sha256: held?.sha256,
          size: held?.size,
          state: 'ready',
          timesLeft: 10,
          version: '1.0.0',
        },
      ],
      passwordBy: 'whatsapp',
      state: 'active',
    })
  })

  it('is fetched by a link, is what was promised, and opens with the password alone', async () => {
    const [held] = await readHeld(inUse.shop, token)
    const { bytes, headers, status } = await fetchLink(await issue(token, held?.id ?? ''))
    expect(status).toBe(200)
    expect([bytes.length, sha256(bytes)]).toEqual([held?.size, held?.sha256])
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'private, no-store',
      'content-disposition':
        'attachment; filename="template-toko-1.0.0.zip"; filename*=UTF-8\'\'template-toko-1.0.0.zip',
      'content-length': String(held?.size),
      'content-type': 'application/zip',
      etag: `"${held?.sha256}"`,
      'x-content-type-options': 'nosniff',
    })
    const right = await unpack(bytes, await readPassword(inUse.shop, token))
    expect(right.opens).toBe(true)
    expect(right.names.sort()).toEqual([
      'template-toko-1.0.0/BACA DULU.txt',
      'template-toko-1.0.0/TANYA JAWAB.txt',
      'template-toko-1.0.0/YANG BARU.txt',
      'template-toko-1.0.0/gaya.css',
      'template-toko-1.0.0/index.html',
    ])
    expect(right.files['template-toko-1.0.0/index.html']?.toString()).toBe('<h1>Portofolio</h1>\n')
    expect((await unpack(bytes, 'kata-sandi-salah')).opens).toBe(false)
    expect((await unpack(bytes, '')).opens).toBe(false)
  })

  it('counts as received once it was fetched', async () => {
    await packers.idle()
    expect((await readDelivery(inUse.shop, token)).state).toBe('support')
    expect((await readHeld(inUse.shop, token))[0]).toMatchObject({ log: 1, used: 1 })
  })
})
