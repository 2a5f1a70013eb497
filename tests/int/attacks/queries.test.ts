import { beforeAll, describe, expect, it } from 'vitest'
import { createCustomer } from '../../factories/customer'
import { type LoggedIn, logInAs, logInCustomer } from '../../support/people'
import { askRaw } from '../../support/raw'
import { useShop } from '../../support/useShop'

const inUse = useShop({ RATE_LIMIT_FACTOR: '0' })
const people = {} as Record<'customer' | 'guest' | 'owner', LoggedIn>

beforeAll(async () => {
  people.guest = { headers: {}, id: '' }
  people.owner = await logInAs(inUse.shop, 'owner')
  const account = await createCustomer({ payload: inUse.shop.payload })
  people.customer = await logInCustomer(inUse.shop, account)
})

const SLUGS = ['customers', 'fulfilments', 'orders', 'products']

const nested = (levels: number, word: 'and' | 'or'): string =>
  `where${`[${word}][0]`.repeat(levels)}[id][exists]=true`

const wide = (parts: number): string =>
  Array.from({ length: parts }, (_, at) => `where[or][${at}][id][exists]=true`).join('&')

const ID = '01a20418-2c4b-7399-a3c3-63a197903b15'

/** A read whose question is longer than an address may be goes the way of the panel. */
const read = (slug: string, query: string, headers: Record<string, string>) =>
  askRaw(inUse.shop, `/api/${slug}`, {
    body: query,
    headers: {
      ...headers,
      'content-type': 'application/x-www-form-urlencoded',
      'x-payload-http-method-override': 'GET',
    },
    method: 'POST',
  })

describe('A question that would keep the database busy', () => {
  it.each([
    ['sixty levels of "and"', nested(60, 'and')],
    ['sixty levels of "or"', nested(60, 'or')],
    ['six hundred levels', nested(600, 'or')],
    ['ten thousand conditions', wide(10_000)],
    ['forty relations in a row', `where[${'customer.'.repeat(40)}id][exists]=true`],
    ['ten thousand ids', `where[id][in]=${`${ID},`.repeat(10_000)}${ID}`],
    ['a thousand sorts', `sort=${'-id,'.repeat(1_000)}id`],
  ])('is refused, whoever asks: %s', async (_what, query) => {
    for (const slug of SLUGS) {
      for (const { headers } of Object.values(people)) {
        const { status } = await read(slug, query, headers)
        expect([slug, status === 400 || status === 403]).toEqual([slug, true])
      }
    }
    expect((await read('products', query, people.owner.headers)).status).toBe(400)
  })

  it('is answered within bounds, where it only asks for too much', async () => {
    for (const query of ['depth=9999', 'limit=999999999', 'limit=0&depth=99', 'pagination=false']) {
      const path = `/api/products?${query}`
      const { bytes, status } = await askRaw(inUse.shop, path, { headers: people.owner.headers })
      const { limit } = JSON.parse(bytes.toString()) as { limit: number }
      expect([query, status, limit <= 100]).toEqual([query, 200, true])
    }
  })
})

describe('A content type that no matcher gets through', () => {
  it.each([
    `multipart/form-data; boundary=${';'.repeat(12_000)}`,
    `multipart/form-data${'; a=b'.repeat(2_400)}`,
    `multipart/form-data; boundary="${'\\'.repeat(12_000)}`,
    `multipart/form-data;${' '.repeat(12_000)}x`,
    `multipart/form-data; boundary=${'a'.repeat(12_000)}`,
    `multipart/form-data; boundary=a${'\t'.repeat(12_000)}b`,
  ])('is refused at every door that reads forms: %.40s', async (type) => {
    const paths = ['media', 'customers', 'shop/problems', 'shop/orders', `refunds/${ID}/execute`]
    for (const path of paths) {
      const headers = { ...people.owner.headers, 'content-type': type }
      const call = { body: '--x\r\n\r\n', headers, method: 'POST' }
      const { status } = await askRaw(inUse.shop, `/api/${path}`, call)
      expect([path, status]).toEqual([path, 400])
    }
  })
})
