import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { PublicOrder } from '@/plugin/orders'
import { queryRows, sql } from '@/plugin/kernel/payload'
import { countRows, readBooks, readMessages } from '../../support/books'
import { rawRequest, releaseTogether } from '../../support/lastByte'
import { changeProduct } from '../../support/products'
import { callShop, validOrder } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop()

const post = (body: unknown, headers: Record<string, string> = {}) =>
  callShop<{ order: PublicOrder }>(inUse.shop, '/api/shop/orders', { body, headers })

const countOrders = () => countRows(inUse.shop.payload, sql`orders`)

describe('Placing an order', () => {
  it('writes order, lines, one instalment due today, books and the confirmation together', async () => {
    const { payload } = inUse.shop
    const { json, status } = await post(
      validOrder({
        items: [
          { product: 'konsultasi', quantity: 2 },
          { product: inUse.shop.products['template-toko'], quantity: 3 },
        ],
      }),
    )
    const { order } = json
    expect(status).toBe(201)
    expect(order).toMatchObject({
      nextAction: 'pay',
      payment: null,
      paymentState: 'unpaid',
      state: 'open',
      total: 1_949_997,
    })
    expect(order.number).toMatch(/^HZ\/\d{4}\/\d{6}$/)
    expect(order.token).toMatch(/^[\w-]{43}$/)
    expect(order.instalments).toMatchObject([{ amount: 1_949_997, paid: 0, seq: 1, state: 'open' }])
    expect(await readBooks(payload, order.token)).toEqual({
      receivable: 1_949_997,
      sales: -1_949_997,
    })
    expect(await readMessages(payload, order.token)).toEqual(['order.placed → customer'])
    const [message] = await queryRows<{ number: string; total: number }>(
      payload,
      sql`select n.params->>'orderNumber' as number, (n.params->'total')::int as total
        from notifications n join orders o on o.id::text = n.subject_id
        where o.token = ${order.token}`,
    )
    expect(message).toEqual({ number: order.number, total: order.total })
  })

  it('answers 201 once and the same order ever after for the same Idempotency-Key', async () => {
    const headers = { 'idempotency-key': randomUUID() }
    const first = await post(validOrder(), headers)
    const again = await post(validOrder(), headers)
    expect(again.json.order).toEqual(first.json.order)
    expect(again.status).toBe(201)
  })

  it('refuses another order under a used Idempotency-Key', async () => {
    const headers = { 'idempotency-key': randomUUID() }
    await post(validOrder(), headers)
    const items = [{ product: 'konsultasi', quantity: 2 }]
    const { code, status } = await post(validOrder({ items }), headers)
    expect([status, code]).toEqual([409, 'order.idempotencyMismatch'])
  })

  it('makes one order of twenty simultaneous requests with one key', async () => {
    const before = await countOrders()
    const request = rawRequest({
      body: JSON.stringify(validOrder()),
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
      path: '/api/shop/orders',
    })
    const requests = Array.from({ length: 20 }, () => request)
    const answers = await releaseTogether({ port: inUse.shop.port, requests })
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201))
    expect(new Set(answers.map(({ body }) => /"token":"([^"]+)/.exec(body)?.[1])).size).toBe(1)
    expect((await countOrders()) - before).toBe(1)
  })

  it.each(['', 'short', 'with space in it', 'x'.repeat(129)])(
    'refuses the Idempotency-Key "%s"',
    async (key) => {
      const { code, status } = await post(validOrder(), { 'idempotency-key': key })
      expect([status, code]).toEqual([400, 'input.invalid'])
    },
  )

  it('gives every order its own number, token and history when a hundred come at once', async () => {
    const request = rawRequest({
      body: JSON.stringify(validOrder()),
      headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': '192.0.2.1' },
      path: '/api/shop/orders',
    })
    const requests = Array.from({ length: 100 }, (_, at) =>
      Buffer.from(request.toString().replace('192.0.2.1', `192.0.2.${at + 1}`)),
    )
    const answers = await releaseTogether({ port: inUse.shop.port, requests })
    expect(answers.map(({ status }) => status)).toEqual(Array(100).fill(201))
    expect(new Set(answers.map(({ body }) => /"number":"([^"]+)/.exec(body)?.[1])).size).toBe(100)
  })
})

describe('What may be ordered', () => {
  it('refuses a price that changed meanwhile and tells the new total', async () => {
    const { payload, products } = inUse.shop
    const id = products['analisis-keamanan']
    const items = [{ product: 'analisis-keamanan', quantity: 2 }]
    await changeProduct({ data: { price: 2_600_000 }, id, payload })
    const answer = await post(validOrder({ expectedTotal: 5_000_000, items }))
    expect([answer.status, answer.code]).toEqual([409, 'order.priceChanged'])
    expect(answer.json).toMatchObject({ errors: [{ details: { total: 5_200_000 } }] })
    const agreed = await post(validOrder({ expectedTotal: 5_200_000, items }))
    expect(agreed.json.order.total).toBe(5_200_000)
    await changeProduct({ data: { price: 2_500_000 }, id, payload })
  })

  it('keeps the price of the day: a later change touches no order', async () => {
    const { payload, products } = inUse.shop
    const id = products['template-toko']
    const order = await inUse.buyer.place({ product: 'template-toko' })
    await changeProduct({ data: { price: 990_000 }, id, payload })
    expect((await inUse.buyer.look(order.token)).total).toBe(149_999)
    expect((await inUse.buyer.open(order.token)).amount).toBe(149_999)
    await changeProduct({ data: { price: 149_999 }, id, payload })
  })

  it('refuses a product that was taken off sale meanwhile', async () => {
    const { payload, products } = inUse.shop
    const id = products['template-toko']
    const items = [{ product: id, quantity: 1 }]
    await changeProduct({ data: { _status: 'draft' }, id, payload })
    const { code, status } = await post(validOrder({ items }))
    expect([status, code]).toEqual([409, 'order.productUnavailable'])
    await changeProduct({ data: { _status: 'published' }, id, payload })
    expect((await post(validOrder({ items }))).status).toBe(201)
  })

  it('sends hosting to WhatsApp', async () => {
    const { code, status } = await post(
      validOrder({ items: [{ product: 'vps-kecil', quantity: 1 }] }),
    )
    expect([status, code]).toEqual([409, 'product.whatsappOnly'])
  })

  it('never reads a price from the browser', async () => {
    const before = await countOrders()
    for (const changes of [
      { total: 1 },
      { items: [{ price: 1, product: 'konsultasi', quantity: 1 }] },
      { items: [{ product: 'konsultasi', quantity: 1, unitPrice: 1 }] },
      { paymentState: 'paid' },
    ]) {
      expect((await post(validOrder(changes))).status).toBe(400)
    }
    expect(await countOrders()).toBe(before)
  })

  it.each([
    ['an empty body', '', 422],
    ['no JSON', '{"items":', 400],
    ['a list', '[]', 400],
    ['a text', '"x"', 400],
    ['nothing', 'null', 400],
    ['a prototype', '{"__proto__":{"acceptedTerms":true}}', 422],
    ['a deep nest', `${'['.repeat(9_000)}${']'.repeat(9_000)}`, 400],
    ['too much', `"${'x'.repeat(70_000)}"`, 413],
  ])('refuses %s', async (_, raw, status) => {
    const answer = await callShop(inUse.shop, '/api/shop/orders', { method: 'POST', raw })
    expect(answer.status).toBe(status)
  })
})

describe('Texts of customers', () => {
  const texts = [
    'null \u0000 byte',
    'half \ud83d pair',
    '\u202erebmun drac',
    '👩🏽‍💻🌸 ngoding',
    '\'"><svg onload=alert(1)>',
    '${{7*7}} {{7*7}}',
    "'; drop table orders; --",
    'baris\r\nBcc: korban@contoh.id',
    '\u0001\u0002\u0003',
    '=cmd|calc!A1',
    'ﷺ'.repeat(40),
  ]
  const fields = ['name', 'email', 'phone', 'notes'] as const
  const cells = fields.flatMap((field) => texts.map((text) => ({ field, text })))

  it.each(cells)('are kept or refused, never a crash: $field $text', async ({ field, text }) => {
    const { customer } = validOrder() as { customer: object }
    const answer = await post(validOrder({ customer: { ...customer, [field]: text } }))
    expect([201, 400, 422]).toContain(answer.status)
    if (answer.status === 201) {
      const { order } = answer.json
      const seen = await inUse.buyer.look(order.token)
      expect(field === 'notes' ? seen.notes : seen.customer[field]).toBe(text)
    }
  })

  it('are refused as the name of a product without a crash', async () => {
    for (const product of texts) {
      const answer = await post(validOrder({ items: [{ product, quantity: 1 }] }))
      expect([answer.status, answer.code]).toEqual([409, 'order.productUnavailable'])
    }
  })

  it('stand in the database as they were typed, not as commands', async () => {
    const rows = await queryRows<{ n: number }>(
      inUse.shop.payload,
      sql`select count(*)::int as n from orders where notes like '%drop table%'`,
    )
    expect(rows[0]?.n).toBe(1)
  })
})
