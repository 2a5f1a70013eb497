import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sql } from '@/plugin/kernel/payload'
import { countEverything } from '../../support/books'
import { changeProduct } from '../../support/products'
import { type Answer, callShop, validOrder } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop()

type Refusal = { errors: { code: string; field?: string; message: string }[] }
type Sentence = { en: string; id: string }

const post = (raw: string, language: 'en' | 'id'): Promise<Answer<Refusal>> =>
  callShop(inUse.shop, '/api/shop/orders', {
    headers: { 'accept-language': language },
    method: 'POST',
    raw,
  })

/** The same order twice, once in each language: same refusal, each time in the buyer's words. */
const expectRefused = async (args: {
  body: Record<string, unknown> | string
  code: string
  field: string
  says: Sentence
  status: number
}): Promise<void> => {
  const { body, code, field, says, status } = args
  const raw = typeof body === 'string' ? body : JSON.stringify(body)
  for (const language of ['id', 'en'] as const) {
    const answer = await post(raw, language)
    expect([answer.status, answer.json.errors[0]]).toMatchObject([
      status,
      { code, field, message: says[language] },
    ])
    expect(answer.json.errors).toHaveLength(1)
  }
}

const withCustomer = (changes: object) =>
  validOrder({ customer: { ...(validOrder().customer as object), ...changes } })

describe('An order that cannot be', () => {
  let before: Record<string, number>

  beforeEach(async () => {
    before = await countEverything(inUse.shop.payload)
  })
  afterEach(async () => {
    expect(await countEverything(inUse.shop.payload)).toEqual(before)
  })

  it.each([
    '',
    '0812',
    '12345',
    '+1 555',
    '0812-3456-7890 ext 5',
    '٠٨١٢',
    '<b>0812</b>',
    '0812\r\n3456',
    '8'.repeat(41),
    81234567890,
    null,
    ['081234567890'],
    { equals: '081234567890' },
  ])('is refused for the phone number %j', (phone) =>
    expectRefused({
      body: withCustomer({ phone }),
      code: 'customer.invalidPhone',
      field: 'customer.phone',
      says: {
        en: 'This is not a valid phone number. Example: +62 812 3456 7890.',
        id: 'Nomor telepon tidak sah. Contoh: 0812 3456 7890.',
      },
      status: 422,
    }),
  )

  it.each([
    '',
    'budi',
    'budi@',
    '@contoh.id',
    'a b@contoh.id',
    'budi@contoh',
    'budi@contoh.id,lain@contoh.id',
    'budi@contoh.id\r\nBcc: x@y.id',
    '"x"@a(b)c',
    `${'a'.repeat(46)}@x.id`,
    5,
    null,
    ['budi@contoh.id'],
    { like: '%' },
  ])('is refused for the e-mail address %j', (email) =>
    expectRefused({
      body: withCustomer({ email }),
      code: 'customer.invalidEmail',
      field: 'customer.email',
      says: {
        en: 'This is not a valid email address. Example: name@example.com.',
        id: 'Alamat email tidak sah. Contoh: nama@contoh.id.',
      },
      status: 422,
    }),
  )

  const quantities = ['-1', '0', '1.5', '"1"', '1e21', String(2 ** 53), '1e400', '100']
  const others = ['[1]', '{"gt":0}', 'null', 'true']

  it.each([...quantities, ...others])('is refused for the quantity %s', (quantity) =>
    expectRefused({
      body: JSON.stringify(
        validOrder({ items: [{ product: 'konsultasi', quantity: 'HERE' }] }),
      ).replace('"HERE"', quantity),
      code: 'order.invalidQuantity',
      field: 'items.0.quantity',
      says: {
        en: 'The quantity for konsultasi is not valid. Enter a number from 1 to 99.',
        id: 'Jumlah untuk konsultasi tidak sah. Isi angka 1 sampai 99.',
      },
      status: 422,
    }),
  )

  it('is refused for more pieces than allowed, spread over two lines of one product', () =>
    expectRefused({
      body: validOrder({
        items: [
          { product: 'konsultasi', quantity: 99 },
          { product: inUse.shop.products.konsultasi, quantity: 1 },
        ],
      }),
      code: 'order.invalidQuantity',
      field: 'items.1.quantity',
      says: {
        en: 'The quantity for Produk konsultasi is not valid. Enter a number from 1 to 99.',
        id: 'Jumlah untuk Produk konsultasi tidak sah. Isi angka 1 sampai 99.',
      },
      status: 422,
    }))

  it.each([[[]], [undefined], [null], ['konsultasi'], [{}], [1]])(
    'is refused for the cart %j, emptied in another tab',
    (items) =>
      expectRefused({
        body: validOrder({ items }),
        code: 'order.emptyCart',
        field: 'items',
        says: { en: 'Your cart is still empty.', id: 'Keranjang Anda masih kosong.' },
        status: 422,
      }),
  )

  it('is refused for more than twenty lines', () =>
    expectRefused({
      body: validOrder({ items: Array(21).fill({ product: 'konsultasi', quantity: 1 }) }),
      code: 'order.tooManyLines',
      field: 'items',
      says: {
        en: 'One order holds at most 20 different products. Please split it into several orders.',
        id: 'Satu pesanan memuat paling banyak 20 produk berbeda. Bagi menjadi beberapa pesanan.',
      },
      status: 422,
    }))

  it.each([null, 7, '', ['konsultasi'], 'x'.repeat(201), '1e9c7a3e-0000-7000-8000-000000000001'])(
    'is refused for the product %j, without showing an id',
    (product) =>
      expectRefused({
        body: validOrder({ items: [{ product, quantity: 1 }] }),
        code: 'order.productUnavailable',
        field: 'items.0.product',
        says: {
          en: 'This product is not available at the moment. Remove it from the cart to continue.',
          id: 'Produk ini sedang tidak tersedia. Hapus dari keranjang untuk melanjutkan.',
        },
        status: 409,
      }),
  )

  it.each([false, 'true', 1, null, undefined])(
    'is refused for the terms answered %j',
    (acceptedTerms) =>
      expectRefused({
        body: validOrder({ acceptedTerms }),
        code: 'order.termsNotAccepted',
        field: 'acceptedTerms',
        says: {
          en: 'Please accept the terms and conditions to continue.',
          id: 'Setujui syarat dan ketentuan untuk melanjutkan.',
        },
        status: 422,
      }),
  )

  it.each(['{"items":', '[]', '"x"', 'null', '\u0000'])('is refused for the body %j', (body) =>
    expectRefused({
      body,
      code: 'input.invalid',
      field: 'body',
      says: {
        en: 'Something in the form is not right yet. Please check it and send it again.',
        id: 'Ada isian yang belum benar. Periksa kembali lalu kirim ulang.',
      },
      status: 400,
    }),
  )
})

describe('A shop that changed while the buyer typed', () => {
  const changed = async (data: object, work: () => Promise<void>): Promise<void> => {
    const { payload, products } = inUse.shop
    const target = { id: products['template-toko'], payload }
    await changeProduct({ ...target, data })
    const before = await countEverything(payload)
    try {
      await work()
      expect(await countEverything(payload)).toEqual(before)
    } finally {
      await changeProduct({ ...target, data: { _status: 'published', price: 149_999 } })
    }
  }

  const cart = { items: [{ product: 'template-toko', quantity: 2 }] }

  it('no longer sells the product: it is named, the cart can go on without it', () =>
    changed({ _status: 'draft' }, async () => {
      const items = [{ product: 'konsultasi', quantity: 1 }, ...cart.items]
      await expectRefused({
        body: validOrder({ items }),
        code: 'order.productUnavailable',
        field: 'items.1.product',
        says: {
          en: 'template-toko is not available at the moment. Remove it from the cart to continue.',
          id: 'template-toko sedang tidak tersedia. Hapus dari keranjang untuk melanjutkan.',
        },
        status: 409,
      })
    }))

  it('asks another price: the new total is told, nothing is ordered before it is agreed', () =>
    changed({ price: 200_000 }, async () => {
      await expectRefused({
        body: validOrder({ ...cart, expectedTotal: 299_998 }),
        code: 'order.priceChanged',
        field: 'expectedTotal',
        says: {
          en: 'The price has changed. The total is now Rp400,000. Please check and accept it.',
          id: 'Harga telah berubah. Total sekarang Rp400.000. Periksa lalu setujui total yang baru.',
        },
        status: 409,
      })
    }))
})

describe('A gateway that is down', () => {
  it('takes nothing from the buyer: the order stands and the sentence offers another try', async () => {
    const { gateway, payload } = inUse.shop
    const order = await inUse.buyer.place()
    const path = `/api/shop/orders/${order.token}/payments`
    const says: Sentence = {
      en: 'The payment service cannot be reached. Your order is safe. Please try again in a moment.',
      id: 'Layanan pembayaran sedang tidak dapat dihubungi. Pesanan Anda aman. Silakan coba lagi sebentar lagi.',
    }
    for (const language of ['id', 'en'] as const) {
      gateway.addFault({ endpoint: 'createInvoice', kind: 'status', status: 503 })
      const answer = await callShop<Refusal>(inUse.shop, path, {
        body: {},
        headers: { 'accept-language': language },
      })
      expect(answer.status).toBe(503)
      expect(answer.headers.get('retry-after')).toBe('30')
      expect(answer.json.errors).toMatchObject([
        { code: 'gateway.unavailable', message: says[language] },
      ])
    }
    const seen = await inUse.buyer.look(order.token)
    expect(seen).toMatchObject({ nextAction: 'pay', paymentState: 'unpaid', state: 'open' })
    await inUse.buyer.pay(await inUse.buyer.open(order.token))
    expect((await inUse.buyer.look(order.token)).paymentState).toBe('paid')
    const { rows } = await payload.db.drizzle.execute(
      sql`select count(*)::int as n from orders where token = ${order.token}`,
    )
    expect(rows).toEqual([{ n: 1 }])
  })
})
