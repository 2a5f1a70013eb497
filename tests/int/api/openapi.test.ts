import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { errorCatalogue } from '@/plugin/kernel/errors'
import { useShop } from '../../support/useShop'
import { type Answer, callShop, validOrder } from '../../support/purchase'

type Schema = Record<string, unknown>
type Answers = Record<string, { content?: { 'application/json': { schema: Schema } } }>
type Operation = { parameters: Schema[]; requestBody?: Schema; responses: Answers }
type Document = {
  components: { schemas: Record<string, Schema> }
  openapi: string
  paths: Record<string, Record<string, Operation>>
}

const inUse = useShop()
let document: Document

beforeAll(async () => {
  const answer = await callShop<Document>(inUse.shop, '/api/shop/openapi.json')
  expect(answer.status).toBe(200)
  document = answer.json
})

/** A zod schema made back from the document alone: what a stranger would check with. */
const documented = (schema: Schema): z.ZodType => {
  const inPlace = (value: Schema): Schema =>
    JSON.parse(JSON.stringify(value).replaceAll('#/components/schemas/', '#/$defs/')) as Schema
  return z.fromJSONSchema({
    ...inPlace(schema),
    $defs: inPlace(document.components.schemas),
  } as never)
}

const answerSchema = (path: string, method: string, status: number): z.ZodType => {
  const schema =
    document.paths[path]?.[method]?.responses[status]?.content?.['application/json'].schema
  if (!schema) {
    throw new Error(`${method} ${path} documents no body for ${status}`)
  }
  return documented(schema)
}

/** Holds an answer against what the document says of its status. */
const expectDocumented = (answer: Answer, method: string, path: string): void => {
  const checked = answerSchema(path, method, answer.status).safeParse(answer.json)
  expect(checked.error?.issues ?? [], `${method} ${path} ${answer.status}`).toEqual([])
}

const ORDERS = '/api/shop/orders'
const ORDER = '/api/shop/orders/{token}'

describe('The OpenAPI document', () => {
  it('is OpenAPI 3.1 and points only at schemas that it holds', () => {
    expect(document.openapi).toBe('3.1.0')
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)]
    expect(references.length).toBeGreaterThan(5)
    for (const [, path = ''] of references) {
      const target = path
        .split('/')
        .reduce<unknown>((part, key) => (part as Schema | undefined)?.[key], document)
      expect(target, path).toBeTypeOf('object')
    }
  })

  it('holds every endpoint of the shop API, itself included, and what else documents itself', () => {
    const mounted = inUse.shop.payload.config.endpoints
      .filter(({ custom, path }) => path.startsWith('/shop/') || custom?.documentation)
      .map(({ method, path }) => `${method} /api${path.replaceAll(/:(\w+)/g, '{$1}')}`)
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    )
    expect(mounted.length).toBeGreaterThan(5)
    expect(described.sort()).toEqual(mounted.sort())
  })

  it('names no error code that the catalogue does not have, and each under its own status', () => {
    const catalogue: Record<string, { status: number }> = errorCatalogue
    let seen = 0
    for (const operation of Object.values(document.paths).flatMap((each) => Object.values(each))) {
      for (const [status, answer] of Object.entries(operation.responses)) {
        const text = JSON.stringify(answer.content?.['application/json'].schema ?? {})
        const codes = /"code":\{"enum":(\[[^\]]*\])/.exec(text)?.[1] ?? '[]'
        for (const code of JSON.parse(codes) as string[]) {
          seen += 1
          expect(catalogue[code]?.status, code).toBe(Number(status))
        }
      }
    }
    expect(seen).toBeGreaterThan(20)
  })

  it('explains every part of a path that varies', () => {
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const { parameters } of Object.values(operations)) {
        const inPath = parameters.filter((parameter) => parameter.in === 'path')
        expect(inPath.map(({ name }) => `{${String(name)}}`)).toEqual(path.match(/\{\w+\}/g) ?? [])
        expect(inPath.every(({ description }) => String(description).length > 10)).toBe(true)
      }
    }
  })
})

describe('A purchase keeps to the document', () => {
  it('from the order to the receipt', async () => {
    const { shop } = inUse
    const call = <T>(path: string, init: Parameters<typeof callShop>[2] = {}) =>
      callShop<T>(shop, path, init)
    const placed = await call<{ order: { token: string } }>(ORDERS, {
      body: validOrder({ customer: { ...(validOrder().customer as object), notes: 'Sore saja' } }),
      headers: { 'idempotency-key': randomUUID() },
    })
    expect(placed.status).toBe(201)
    expectDocumented(placed, 'post', ORDERS)
    const own = `${ORDERS}/${placed.json.order.token}`
    const look = async (): Promise<void> => {
      expectDocumented(await call(own), 'get', ORDER)
      expectDocumented(await call(`${own}/status`), 'get', `${ORDER}/status`)
    }
    await look()
    const opened = await call<{ payment: { merchantOrderId: string } }>(`${own}/payments`, {
      body: {},
    })
    expect(opened.status).toBe(200)
    expectDocumented(opened, 'post', `${ORDER}/payments`)
    await look()
    expectDocumented(await call(`${own}/check`, { body: {} }), 'post', `${ORDER}/check`)
    await inUse.buyer.pay(opened.json.payment)
    await look()
    const paid = await call<{ order: { paymentState: string } }>(own)
    expect(paid.json.order.paymentState).toBe('paid')
  })

  it('in every refusal on the way', async () => {
    const { shop } = inUse
    const { order } = await inUse.buyer.checkout()
    const own = `${ORDERS}/${order.token}`
    const nowhere = `${ORDERS}/${'x'.repeat(43)}`
    const refused = async (
      args: { code: string; method: string; path: string; real: string },
      init: Parameters<typeof callShop>[2] = {},
    ): Promise<void> => {
      const answer = await callShop(shop, args.real, init)
      expect(answer.code).toBe(args.code)
      expectDocumented(answer, args.method, args.path)
    }
    const place = (code: string, changes: Record<string, unknown>) =>
      refused(
        { code, method: 'post', path: ORDERS, real: ORDERS },
        { body: validOrder(changes), headers: { 'idempotency-key': randomUUID() } },
      )
    await place('order.priceChanged', { expectedTotal: 1 })
    await place('order.emptyCart', { items: [] })
    await place('order.invalidQuantity', { items: [{ product: 'konsultasi', quantity: 0 }] })
    await place('order.productUnavailable', { items: [{ product: 'tidak-ada', quantity: 1 }] })
    await place('order.termsNotAccepted', { acceptedTerms: false })
    await place('input.invalid', { extra: true })
    await refused(
      { code: 'order.notFound', method: 'get', path: ORDER, real: nowhere },
      { method: 'GET' },
    )
    await refused(
      {
        code: 'payment.nothingDue',
        method: 'post',
        path: `${ORDER}/payments`,
        real: `${own}/payments`,
      },
      { body: { instalments: [9] } },
    )
    const again = {
      code: 'payment.checkTooSoon',
      method: 'post',
      path: `${ORDER}/check`,
      real: `${own}/check`,
    }
    await callShop(shop, again.real, { body: {} })
    await refused(again, { body: {} })
  })

  it('and the check itself would notice an answer that is not as documented', () => {
    const schema = answerSchema(`${ORDER}/status`, 'get', 200)
    const right = {
      attempt: null,
      deliveryVersion: '',
      paymentState: 'unpaid',
      state: 'open',
      updatedAt: '2026-11-21T07:30:00.000Z',
    }
    expect(schema.safeParse(right).success).toBe(true)
    expect(schema.safeParse({ ...right, paymentState: 'maybe' }).success).toBe(false)
    expect(schema.safeParse({ ...right, secret: 1 }).success).toBe(false)
    expect(schema.safeParse({ ...right, state: undefined }).success).toBe(false)
  })
})
