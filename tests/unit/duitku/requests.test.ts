import { afterEach, describe, expect, it, vi } from 'vitest'

import type { InvoiceInput } from '@/plugin/payments/port'

import { createDuitkuGateway, type DuitkuOptions } from '@/plugin/adapters/duitku'

const options: DuitkuOptions = {
  apiKey: '00112233445566778899aabbccddeeff',
  merchantCode: 'DS99901',
  passportUrl: 'https://sandbox.duitku.com',
  popUrl: 'https://api-sandbox.duitku.com',
}

const input: InvoiceInput = {
  amount: 150_000,
  callbackUrl: 'https://toko.example/api/duitku/callback',
  customerName: 'Budi Santoso',
  email: 'budi@example.id',
  expiryMinutes: 1440,
  items: [],
  merchantOrderId: 'ORD-20261121-000042-1',
  now: new Date(1_795_231_200_000),
  productDetails: 'Situs',
  returnUrl: 'https://toko.example/pembayaran/selesai',
}

const success = {
  paymentUrl: 'https://app-sandbox.duitku.com/redirect_checkout?reference=DS99901AAA',
  reference: 'DS99901AAA',
  statusCode: '00',
  statusMessage: 'SUCCESS',
}

const answerWith = (json: unknown, status = 200) => {
  const fetched = vi.fn(async (_url: string | URL, _init?: RequestInit) =>
    Response.json(json, { status }),
  )
  vi.stubGlobal('fetch', fetched)
  return {
    body: () => JSON.parse(String(fetched.mock.calls[0]?.[1]?.body)) as Record<string, unknown>,
    calls: fetched.mock.calls,
    fetched,
    headers: () => fetched.mock.calls[0]?.[1]?.headers as Record<string, string>,
  }
}

afterEach(() => {
  vi.unstubAllGlobals()
})

const create = (changes: Partial<InvoiceInput> = {}, more: Partial<DuitkuOptions> = {}) =>
  createDuitkuGateway({ ...options, ...more }).createInvoice({ ...input, ...changes })

describe('an invoice request', () => {
  it('is signed in its headers, and its body carries neither merchant code nor signature', async () => {
    const call = answerWith(success)
    expect(await create()).toEqual({
      kind: 'ok',
      value: { paymentUrl: success.paymentUrl, reference: success.reference },
    })
    expect(String(call.calls[0]?.[0])).toBe(
      'https://api-sandbox.duitku.com/api/merchant/createInvoice',
    )
    expect(call.calls[0]?.[1]).toMatchObject({ method: 'POST', redirect: 'manual' })
    expect(call.headers()).toMatchObject({
      'x-duitku-merchantcode': 'DS99901',
      'x-duitku-signature': '8ad48061ea5de8680781ce1becf5ca650a24b50bae0bbf740f0f3f109d99c155',
      'x-duitku-timestamp': '1795231200000',
    })
    expect(Object.keys(call.body()).map((key) => key.toLowerCase())).not.toContain('merchantcode')
    expect(Object.keys(call.body())).not.toContain('signature')
    expect(Object.keys(call.body())).not.toContain('itemDetails')
  })

  it('cuts every text to its limit, without splitting a character', async () => {
    const call = answerWith(success)
    await create({
      customerName: 'Ni Luh Gède Ayu Wulandari Ćosić <script>',
      items: [{ amount: 150_000, name: `${'é'.repeat(60)}` }],
      phone: '+62 812-3456-7890 ext 12345678901234567890',
      productDetails: `Paket "Usaha" 🚀 <b>${'x'.repeat(300)}`,
    })
    const body = call.body() as {
      customerVaName: string
      itemDetails: { name: string; price: number; quantity: number }[]
      phoneNumber: string
      productDetails: string
    }
    expect(body.customerVaName).toBe('Ni Luh Gede Ayu Wula')
    expect(body.itemDetails).toEqual([{ name: 'é'.repeat(50), price: 150_000, quantity: 1 }])
    expect(body.phoneNumber).toMatch(/^0812345678901234567\d$/)
    expect(body.productDetails).toMatch(/^Paket Usaha b x+$/)
    expect(body.productDetails.length).toBeLessThanOrEqual(255)
  })

  it('names a customer whose name has no Latin letters', async () => {
    const call = answerWith(success)
    await create({ customerName: '李小龍' })
    expect(call.body()).toMatchObject({ customerVaName: 'Pelanggan' })
  })

  it('sends line totals with quantity 1, a discount as a line of its own', async () => {
    const call = answerWith(success)
    await create({
      items: [
        { amount: 200_000, name: 'Situs' },
        { amount: -50_000, name: 'Diskon' },
      ],
    })
    expect(call.body()).toMatchObject({
      itemDetails: [
        { name: 'Situs', price: 200_000, quantity: 1 },
        { name: 'Diskon', price: -50_000, quantity: 1 },
      ],
    })
  })

  it.each([
    ['merchantOrderId', { merchantOrderId: '1234' }],
    ['merchantOrderId', { merchantOrderId: `O${'1'.repeat(50)}` }],
    ['amount', { amount: 0 }],
    ['amount', { amount: 1.5 }],
    ['amount', { amount: 1_000_000_000_000 }],
    ['items', { items: [{ amount: 149_999, name: 'Situs' }] }],
    ['callbackUrl', { callbackUrl: `https://toko.example/${'x'.repeat(255)}` }],
    ['returnUrl', { returnUrl: `https://toko.example/${'x'.repeat(255)}` }],
    ['expiryMinutes', { expiryMinutes: 0 }],
    ['email', { email: `${'a'.repeat(45)}@example.id` }],
  ])('an unfit %s is rejected before Duitku is asked', async (field, changes) => {
    const call = answerWith(success)
    expect(await create(changes)).toMatchObject({ code: `${field}.invalid`, kind: 'rejected' })
    expect(call.fetched).not.toHaveBeenCalled()
  })

  it('never cuts an address: a long one gives way to the address of the shop', async () => {
    const call = answerWith(success)
    await create(
      { email: `${'a'.repeat(45)}@example.id` },
      { fallbackEmail: 'tagihan@toko.example' },
    )
    expect(call.body()).toMatchObject({ email: 'tagihan@toko.example' })
  })

  it.each([{ apiKey: '' }, { apiKey: '   ' }, { merchantCode: '' }])(
    'without credentials no call is made: %o',
    async (missing) => {
      const call = answerWith(success)
      const gateway = createDuitkuGateway({ ...options, ...missing })
      expect(await gateway.createInvoice(input)).toMatchObject({ kind: 'needsAction' })
      expect(await gateway.fetchStatus({ merchantOrderId: 'ORD-1' })).toMatchObject({
        kind: 'needsAction',
      })
      expect(await gateway.fetchMethods({ amount: 1, now: input.now })).toMatchObject({
        kind: 'needsAction',
      })
      expect(call.fetched).not.toHaveBeenCalled()
    },
  )
})

describe('the payment page of an invoice', () => {
  const page = (paymentUrl: string, more: Partial<DuitkuOptions> = {}) => {
    answerWith({ ...success, paymentUrl })
    return create({}, more).then((outcome) => outcome.kind)
  }
  const query = '/redirect_checkout?reference=DS99901AAA'

  it.each([
    `http://app-sandbox.duitku.com${query}`,
    `https://app-prod.duitku.com${query}`,
    `https://app-sandbox.duitku.com:8443${query}`,
    `https://app-sandbox.duitku.com.evil.example${query}`,
    `https://evil.example/app-sandbox.duitku.com${query}`,
    `https://app-sandbox.duitku.com@evil.example${query}`,
    `https://user:pass@app-sandbox.duitku.com${query}`,
    `https://api-sandbox.duitku.com${query}`,
    'https://app-sandbox.duitku.com/redirect_checkout',
    'https://app-sandbox.duitku.com/redirect_checkout?reference=OTHER',
    `https://app-sandbox.duitku.com${query}&reference=OTHER`,
    'javascript:alert(1)',
    '',
  ])('%s is not trusted', async (url) => {
    expect(await page(url)).toBe('needsAction')
  })

  it('may carry more parameters, such as the language', async () => {
    expect(await page(`https://app-sandbox.duitku.com${query}&lang=id`)).toBe('ok')
  })

  it('may live on the very origin of a configured stand-in, and nowhere beside it', async () => {
    const standIn = { popUrl: 'http://127.0.0.1:3010' }
    expect(await page(`http://127.0.0.1:3010${query}`, standIn)).toBe('ok')
    expect(await page(`http://127.0.0.1:3011${query}`, standIn)).toBe('needsAction')
    expect(await page(`http://localhost:3010${query}`, standIn)).toBe('needsAction')
    expect(await page(`https://app-sandbox.duitku.com${query}`, standIn)).toBe('needsAction')
  })

  it('may live on a host or an origin that the shop allows', async () => {
    const more = { allowedPaymentHosts: ['pay.example.id', 'http://10.0.0.5:3010'] }
    expect(await page(`https://pay.example.id${query}`, more)).toBe('ok')
    expect(await page(`http://pay.example.id${query}`, more)).toBe('needsAction')
    expect(await page(`http://10.0.0.5:3010${query}`, more)).toBe('ok')
  })
})

describe('the status of an attempt', () => {
  const ask = (json: unknown, status = 200) => {
    answerWith(json, status)
    return createDuitkuGateway(options).fetchStatus({ merchantOrderId: 'ORD-1' })
  }
  const paid = {
    amount: '100000',
    fee: '0.00',
    merchantOrderId: 'ORD-1',
    reference: 'R',
    statusCode: '00',
  }

  it('reads amounts as text, as numbers and with a zero fraction', async () => {
    for (const amount of ['100000', 100_000, '100000.00']) {
      expect(await ask({ ...paid, amount })).toMatchObject({
        value: { amount: 100_000, fee: 0, status: 'paid' },
      })
    }
  })

  it.each(['1e5', '100000.50', '', null, '-1'])(
    'that is paid with the amount %j needs a person',
    async (amount) => {
      expect(await ask({ ...paid, amount })).toMatchObject({ kind: 'needsAction' })
    },
  )

  it('about another order, or about none, needs a person', async () => {
    expect(await ask({ ...paid, merchantOrderId: 'ORD-2' })).toMatchObject({ kind: 'needsAction' })
    expect(await ask({ ...paid, merchantOrderId: undefined })).toMatchObject({
      kind: 'needsAction',
    })
  })

  it('with a code that nobody documented is unknown, never failed', async () => {
    expect(await ask({ ...paid, statusCode: '77' })).toMatchObject({
      value: { rawStatusCode: '77', status: 'unknown' },
    })
  })

  it('asks the POP host first, and the older host when that knows nothing', async () => {
    const call = answerWith({ Message: 'Transaction not found' }, 404)
    expect(await createDuitkuGateway(options).fetchStatus({ merchantOrderId: 'ORD-1' })).toEqual({
      kind: 'ok',
      value: { rawStatusCode: '404', status: 'unknown' },
    })
    expect(call.calls.map(([url]) => String(url))).toEqual([
      'https://api-sandbox.duitku.com/api/merchant/transactionStatus',
      'https://sandbox.duitku.com/webapi/api/merchant/transactionStatus',
    ])
  })
})

describe('the settings of a project', () => {
  it.each(['http://api-prod.duitku.com', 'http://shop.example', 'ftp://127.0.0.1', 'nonsense'])(
    '%s is refused at start',
    (popUrl) => {
      expect(() => createDuitkuGateway({ ...options, popUrl })).toThrow(TypeError)
    },
  )

  it.each([
    'http://127.0.0.1:3010',
    'http://localhost:3010',
    'http://duitku:3010',
    'https://gateway.example',
  ])('%s is accepted', (popUrl) => {
    expect(() => createDuitkuGateway({ ...options, popUrl })).not.toThrow()
  })

  it('the channels are asked for with the time of Jakarta', async () => {
    const call = answerWith({
      paymentFee: [
        { paymentImage: 'i', paymentMethod: 'BC', paymentName: 'BCA', totalFee: '4000' },
      ],
      responseCode: '00',
    })
    const now = new Date('2026-11-21T10:05:09Z')
    expect(await createDuitkuGateway(options).fetchMethods({ amount: 150_000, now })).toEqual({
      kind: 'ok',
      value: [{ code: 'BC', fee: 4_000, image: 'i', name: 'BCA' }],
    })
    expect(call.body()).toMatchObject({
      datetime: '2026-11-21 17:05:09',
      signature: '445ab3eeaad7dbfe405e44da63988a343841f41c66aa6fd5e2b0e9159af0b437',
    })
  })
})
