import type { Random } from '../../support/load/random'

import { writeCallback } from '../../support/load/callback'
import {
  encode,
  nastyBody,
  nastyHeader,
  nastySegment,
  nastyText,
  nastyType,
  nastyValue,
} from './nasties'
import { JSON_TYPE, type Nonsense, type Target } from './target'

type Json = Record<string, unknown>

/** Every place in a body, as a list of keys. */
const placesIn = (value: unknown, path: string[] = []): string[][] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...path, key]))]
    : [path]

const replaceAt = (value: unknown, path: readonly string[], nasty: unknown): unknown => {
  const [key, ...rest] = path
  if (key === undefined) {
    return nasty
  }
  const copy = structuredClone(value) as Json
  copy[key] = replaceAt(copy[key], rest, nasty)
  return copy
}

/** A body that is right but for one place, or two. */
export const spoil = (random: Random, body: unknown): unknown => {
  const once = replaceAt(body, random.pick(placesIn(body)), nastyValue(random))
  return random.below(4) === 0
    ? replaceAt(once, random.pick(placesIn(once)), nastyValue(random))
    : once
}

const withStranger = (random: Random, body: Json): Json => ({
  ...body,
  [nastyText(random).slice(0, 100)]: nastyValue(random),
})

/** The body as text: spoilt, with a stranger, or no JSON at all. */
export const nastyJson = (random: Random, body: Json): string => {
  const kind = random.below(10)
  if (kind === 0) {
    return nastyBody(random)
  }
  return JSON.stringify(kind < 3 ? withStranger(random, body) : spoil(random, body)) ?? ''
}

/** JSON most of the time, else whatever. */
export const typeLine = (random: Random): string =>
  random.below(12) === 0 ? `content-type: ${nastyType(random)}\r\n` : JSON_TYPE

const placeOrder: Target = (random, { products }): Nonsense => {
  const cart = {
    acceptedTerms: true,
    customer: { email: 'iseng@contoh.id', name: 'Iseng', notes: 'x', phone: '0812-3456-7890' },
    expectedTotal: 1,
    items: [{ plan: 'x', product: random.pick(products).slug, quantity: 1 }],
  }
  const key =
    random.below(3) === 0 ? `idempotency-key: ${encode(nastyText(random)).slice(0, 2_000)}\r\n` : ''
  return {
    body: nastyJson(random, cart),
    headers: `${typeLine(random)}${key}${nastyHeader(random)}`,
    kind: 'orders.place',
    method: 'POST',
    path: `/api/shop/orders${random.below(8) === 0 ? `?locale=${nastySegment(random)}` : ''}`,
  }
}

const orderDoors: Target = (random, { token }): Nonsense => {
  const which = random.below(3) === 0 ? token : nastySegment(random)
  const door = random.pick([
    '',
    '/status',
    '/payments',
    '/check',
    '/choice',
    `/${nastySegment(random)}`,
  ])
  const isPost = random.below(3) > 0
  return {
    headers: `${typeLine(random)}${nastyHeader(random)}`,
    kind: `orders/:token${door.startsWith('/') && door.length < 10 ? door : ''}`,
    method: isPost ? 'POST' : 'GET',
    path: `/api/shop/orders/${which}${door}?${nastySegment(random)}=${nastySegment(random)}`,
    ...(isPost ? { body: nastyJson(random, { instalments: [1], renew: true }) } : {}),
  }
}

const callback: Target = (random): Nonsense => {
  const genuine = writeCallback({ amount: 150_000, merchantOrderId: 'LN-ISENG-1', reference: 'R1' })
  const fields = [...new URLSearchParams(genuine)]
  const [name = 'amount'] = random.pick(fields)
  const spoilt = fields.map(([key, value]) =>
    key === name ? `${key}=${encode(nastyText(random))}` : `${key}=${encodeURIComponent(value)}`,
  )
  return {
    body: random.below(8) === 0 ? nastyBody(random) : spoilt.join('&'),
    headers: `content-type: ${random.below(6) === 0 ? nastyType(random) : 'application/x-www-form-urlencoded'}\r\n${nastyHeader(random)}`,
    kind: 'duitku.callback',
    method: random.pick(['POST', 'POST', 'POST', 'POST', 'PUT', 'GET', 'DELETE']),
    path: '/api/duitku/callback',
  }
}

const smallDoors: Target = (random, { identities }): Nonsense => ({
  body: nastyJson(random, { id: 'x', signature: 'a'.repeat(64), slug: 'x' }),
  headers: `${typeLine(random)}${random.pick(identities)}`,
  kind: 'small doors',
  method: random.pick(['POST', 'POST', 'PATCH', 'PUT', 'OPTIONS']),
  path: random.pick([
    '/api/refresh',
    '/api/health/live',
    '/api/health/ready',
    '/api/graphql',
    '/api/gate',
    `/api/${nastySegment(random)}`,
    `/api/dead-jobs/${nastySegment(random)}/retry`,
    `/api/messages/${nastySegment(random)}/resend`,
  ]),
})

/** The shop's own API. */
export const shopTargets: readonly Target[] = [
  placeOrder,
  placeOrder,
  orderDoors,
  orderDoors,
  callback,
  callback,
  smallDoors,
]
