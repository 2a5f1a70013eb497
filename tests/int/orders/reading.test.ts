import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clock } from '@/plugin/kernel/time'
import { countQuestions } from '../../support/books'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop()

const get = (path: string, headers: Record<string, string> = {}) =>
  callShop<Record<string, unknown>>(inUse.shop, path, { headers })

describe('The link of an order', () => {
  it.each([
    '',
    'x',
    'a'.repeat(43),
    'a'.repeat(5_000),
    '%00',
    "1'%20or%201=1--",
    '..%2f..',
    '%F0%9F%8C%B8',
  ])('opens nothing for "%s"', async (token) => {
    const paths = ['', '/status', '/check', '/payments']
    for (const path of paths) {
      const method = path === '/check' || path === '/payments' ? 'POST' : 'GET'
      const { status } = await callShop(inUse.shop, `/api/shop/orders/${token}${path}`, { method })
      expect([400, 404, 405]).toContain(status)
    }
  })

  it('shows the order to nobody’s cache and to no other site', async () => {
    const order = await inUse.buyer.place()
    const { headers } = await get(`/api/shop/orders/${order.token}`)
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  it('tells nothing of the row behind it: no id of its own, no key, no hash', async () => {
    const order = await inUse.buyer.place()
    const { json } = await get(`/api/shop/orders/${order.token}`)
    const keys = Object.keys(json.order as object).sort()
    expect(keys).toEqual([
      'agreed',
      'contract',
      'customer',
      'deliveryVersion',
      'instalments',
      'items',
      'needsSpk',
      'nextAction',
      'number',
      'payment',
      'paymentState',
      'placedAt',
      'services',
      'spk',
      'state',
      'token',
      'total',
      'updatedAt',
      'url',
    ])
  })
})

describe('The cheap poll', () => {
  it('answers 304 until something happens, then the new state', async () => {
    const { order, payment } = await inUse.buyer.checkout()
    const path = `/api/shop/orders/${order.token}/status`
    const first = await get(path)
    const etag = first.headers.get('etag') ?? ''
    expect([first.status, first.json.paymentState]).toEqual([200, 'unpaid'])
    expect((await get(path, { 'if-none-match': etag })).status).toBe(304)
    await inUse.buyer.pay(payment)
    const changed = await get(path, { 'if-none-match': etag })
    expect([changed.status, changed.json.paymentState]).toEqual([200, 'paid'])
    expect(changed.headers.get('etag')).not.toBe(etag)
  })

  it('asks the gateway nothing', async () => {
    const { order } = await inUse.buyer.checkout()
    const before = countQuestions(inUse.shop, 'transactionStatus')
    for (let at = 0; at < 20; at++) {
      await get(`/api/shop/orders/${order.token}/status`)
    }
    expect(countQuestions(inUse.shop, 'transactionStatus')).toBe(before)
  })
})

/** Limits count in windows of the clock: while it stands still, no window ends. */
const holdTheClock = (): void => {
  beforeEach(() => clock.freeze(new Date()))
  afterEach(() => clock.release())
}

describe('“Cek status”', () => {
  holdTheClock()

  const check = (token: string) =>
    callShop(inUse.shop, `/api/shop/orders/${token}/check`, { body: {} })

  it('asks the gateway once in ten seconds, however many ask us', async () => {
    const { order } = await inUse.buyer.checkout()
    const before = countQuestions(inUse.shop, 'transactionStatus')
    const answers = await Promise.all(Array.from({ length: 30 }, () => check(order.token)))
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(29)
    expect(refused[0]?.code).toBe('payment.checkTooSoon')
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeLessThanOrEqual(10)
    // An invoice without a channel is unknown on both hosts, so one question takes two calls.
    expect(countQuestions(inUse.shop, 'transactionStatus') - before).toBeLessThanOrEqual(2)
  })

  it('asks nothing about an order that is paid', async () => {
    const { order } = await inUse.buyer.buy()
    const before = countQuestions(inUse.shop, 'transactionStatus')
    expect((await check(order.token)).status).toBe(200)
    expect((await check(order.token)).status).toBe(200)
    expect(countQuestions(inUse.shop, 'transactionStatus')).toBe(before)
  })

  it('changes nothing while the gateway is away', async () => {
    const { order, payment } = await inUse.buyer.checkout()
    await inUse.buyer.pay(payment, { sendCallback: false })
    inUse.shop.gateway.addFault({ endpoint: 'transactionStatus', kind: 'status', times: 0 })
    const { json, status } = await check(order.token)
    expect(status).toBe(200)
    expect(json).toMatchObject({ order: { nextAction: 'pay', paymentState: 'unpaid' } })
  })
})

describe('The rate limit', () => {
  holdTheClock()

  const attempt = (headers: Record<string, string>) =>
    callShop(inUse.shop, '/api/shop/orders', { body: {}, headers })

  const fill = async (headers: Record<string, string>, times: number): Promise<number[]> => {
    const statuses: number[] = []
    for (let at = 0; at < times; at++) {
      statuses.push((await attempt(headers)).status)
    }
    return statuses
  }

  it('lets one address place twenty orders in ten minutes, faulty ones counted', async () => {
    const headers = { 'x-forwarded-for': '198.51.100.7' }
    expect(await fill(headers, 20)).toEqual(Array(20).fill(422))
    const refused = await attempt(headers)
    expect([refused.status, refused.code]).toEqual([429, 'rateLimited'])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await attempt({ 'x-forwarded-for': '198.51.100.8' })).status).toBe(422)
  })

  it('counts a whole IPv6 /64 as one subscriber', async () => {
    for (let at = 0; at < 20; at++) {
      await attempt({ 'x-forwarded-for': `2001:db8:1:2::${at}` })
    }
    expect((await attempt({ 'x-forwarded-for': '2001:db8:1:2:ffff::1' })).status).toBe(429)
    expect((await attempt({ 'x-forwarded-for': '2001:db8:1:3::1' })).status).toBe(422)
  })

  it('is exact when forty come at once', async () => {
    const headers = { 'x-forwarded-for': '198.51.100.9' }
    const answers = await Promise.all(Array.from({ length: 40 }, () => attempt(headers)))
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(20)
  })
})
