import { randomUUID } from 'node:crypto'
import type { PublicOrder } from '@/plugin/orders'
import type { OpenPayment } from '@/plugin/payments/attempts/requestPayment'
import type { OpenShop } from './openShop'
import type { ProductSlug } from './products'

/** What an endpoint answered. */
export type Answer<T = unknown> = {
  code: string | undefined
  headers: Headers
  json: T
  status: number
}

type Call = {
  body?: unknown
  headers?: Record<string, string>
  method?: string
  /** Sent as it is, instead of `body`. */
  raw?: string
}

let visitors = 0

/** Every call comes from another address unless it says otherwise, so that limits do not mix. */
const newAddress = (): string => {
  visitors += 1
  return `10.${(visitors >> 16) & 255}.${(visitors >> 8) & 255}.${visitors & 255}`
}

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

/** Calls the shop as any storefront would. */
export const callShop = async <T>(
  shop: Pick<OpenShop, 'url'>,
  path: string,
  call: Call = {},
): Promise<Answer<T>> => {
  const { body, headers = {}, method = body === undefined ? 'GET' : 'POST', raw } = call
  const response = await fetch(shop.url + path, {
    body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
    headers: { 'content-type': 'application/json', 'x-forwarded-for': newAddress(), ...headers },
    method,
  })
  const json = readJson(await response.text()) as T
  const { errors } = json as { errors?: { code?: string }[] }
  return { code: errors?.[0]?.code, headers: response.headers, json, status: response.status }
}

const usualCustomer = { email: 'budi@contoh.id', name: 'Budi Santoso', phone: '0812-3456-7890' }

/** A cart that can be ordered. */
export const validOrder = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  acceptedTerms: true,
  customer: usualCustomer,
  items: [{ product: 'konsultasi', quantity: 1 }],
  ...changes,
})

/** The steps of a purchase through the shop's own API; each throws when the shop refuses. */
export type Buyer = ReturnType<typeof makeBuyer>

const expectStatus = <T>(answer: Answer<T>, status: number): T => {
  if (answer.status !== status) {
    throw new Error(`Expected ${status}, got ${answer.status}: ${JSON.stringify(answer.json)}`)
  }
  return answer.json
}

/** Makes a buyer at an open shop. */
export const makeBuyer = (shop: OpenShop) => {
  const place = async (
    args: {
      /** Parts of the customer that differ from the usual one. */
      customer?: Record<string, string>
      headers?: Record<string, string>
      product?: ProductSlug
      quantity?: number
    } = {},
  ): Promise<PublicOrder> => {
    const { customer, headers, product = 'konsultasi', quantity = 1 } = args
    const body = validOrder({
      customer: { ...usualCustomer, ...customer },
      items: [{ product, quantity }],
    })
    const answer = await callShop<{ order: PublicOrder }>(shop, '/api/shop/orders', {
      body,
      headers: { 'idempotency-key': randomUUID(), ...headers },
    })
    return expectStatus(answer, 201).order
  }
  const open = async (token: string, body: object = {}): Promise<OpenPayment> => {
    const path = `/api/shop/orders/${token}/payments`
    const answer = await callShop<{ payment: OpenPayment }>(shop, path, { body })
    return expectStatus(answer, 200).payment
  }
  const look = async (token: string): Promise<PublicOrder> => {
    const answer = await callShop<{ order: PublicOrder }>(shop, `/api/shop/orders/${token}`)
    return expectStatus(answer, 200).order
  }
  const checkout = async (
    args: Parameters<typeof place>[0] = {},
  ): Promise<{ order: PublicOrder; payment: OpenPayment }> => {
    const order = await place(args)
    return { order, payment: await open(order.token) }
  }
  /** Pays at the gateway, waits until its callback was answered and worked off. */
  const pay = async (
    payment: Pick<OpenPayment, 'merchantOrderId'>,
    settlement: { amount?: number; channel?: string; sendCallback?: boolean } = {},
  ): Promise<void> => {
    const { merchantOrderId } = payment
    await shop.gateway.pay({ merchantOrderId, wait: true, ...settlement })
    await shop.idle()
  }
  const buy = async (args: Parameters<typeof place>[0] = {}) => {
    const { order, payment } = await checkout(args)
    await pay(payment)
    return { order: await look(order.token), payment }
  }
  return { buy, checkout, look, open, pay, place }
}
