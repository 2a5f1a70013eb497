import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { makeReporter, readProblem, validReport } from '../../support/problems'
import { type Answer, callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const reporter = makeReporter(() => inUse.shop)

/** The doors behind an order's token, with what each asks for. */
const DOORS: readonly [method: 'GET' | 'POST', path: string, body?: object][] = [
  ['GET', ''],
  ['GET', '/status'],
  ['POST', '/payments', {}],
  ['POST', '/check', {}],
  ['GET', '/refunds'],
  ['POST', '/refunds', { account: 'BCA 12345678', key: 'k'.repeat(8), reason: 'Salah memilih' }],
  ['POST', '/downloads', { file: '01a20418-2c4b-7399-a3c3-63a197903b15' }],
  ['POST', '/reports', { report: '01a20418-2c4b-7399-a3c3-63a197903b15' }],
]

const knock = (token: string, [method, path, body]: (typeof DOORS)[number]): Promise<Answer> =>
  callShop(inUse.shop, `/api/shop/orders/${encodeURIComponent(token)}${path}`, {
    ...(body && { body }),
    method,
  })

const telling = ({ json, status }: Answer): unknown => [status, json]

describe('The token of an order', () => {
  it('is 256 random bits: none resembles another, none the number', async () => {
    const orders = []
    for (let at = 0; at < 12; at++) {
      orders.push(await inUse.buyer.place())
    }
    const tokens = orders.map(({ token }) => token)
    expect(tokens.every((token) => /^[\w-]{43}$/.test(token))).toBe(true)
    expect(tokens.every((token) => Buffer.from(token, 'base64url').length === 32)).toBe(true)
    expect(new Set(tokens.map((token) => token.slice(0, 5))).size).toBe(tokens.length)
    expect(new Set(tokens.map((token) => token.slice(-5))).size).toBe(tokens.length)
  })

  it('cannot be got near: the number, a part of it or another word are answered alike at every door', async () => {
    const { number, token } = await inUse.buyer.place()
    for (const door of DOORS) {
      const nobody = telling(await knock(randomBytes(32).toString('base64url'), door))
      expect((nobody as [number])[0]).toBe(404)
      const near = [number, token.slice(0, 42), `${token}A`, token.toLowerCase(), `${token}%`]
      for (const guess of near) {
        expect([door[1], guess, telling(await knock(guess, door))]).toEqual([
          door[1],
          guess,
          nobody,
        ])
      }
    }
  })

  it('is asked for by no door that takes number and mailbox', async () => {
    const { number } = await inUse.buyer.place({ customer: { email: 'siti@contoh.id' } })
    const query = `number=${encodeURIComponent(number)}&email=siti@contoh.id`
    for (const path of ['/api/shop/orders', '/api/orders', '/api/shop/orders/find']) {
      const answer = await callShop(inUse.shop, `${path}?${query}`)
      expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true])
    }
  })
})

describe('A problem report that names an order', () => {
  /** What its sender is told, without what is another in each report. */
  const tell = async (changes: Record<string, unknown>): Promise<unknown> => {
    const { json, status } = await reporter.send(validReport(changes))
    const { number, replyBy, token, url, ...told } = json.problem as unknown as Record<
      string,
      unknown
    >
    const { order } = json.problem as { order?: unknown }
    expect([number, replyBy, token, url].every((part) => part !== undefined)).toBe(true)
    const { posts, ...rest } = told as { posts: { body: string }[] }
    return [status, Object.keys(rest).sort(), order ?? null, posts.map(({ body }) => body)]
  }

  it('is answered alike whether there is such an order and whether it is this mailbox’s', async () => {
    const { number } = await inUse.buyer.place({ customer: { email: 'siti@contoh.id' } })
    const right = await tell({ email: 'siti@contoh.id', order: number })
    expect(await tell({ email: 'lain@contoh.id', order: number })).toEqual(right)
    expect(await tell({ email: 'lain@contoh.id', order: 'HZ/2026/999999' })).toEqual(right)
    expect(await tell({ email: 'lain@contoh.id' })).toEqual(right)
  })

  it('guesses ten times an hour at most', async () => {
    const { number } = await inUse.buyer.place({ customer: { email: 'siti@contoh.id' } })
    const headers = { 'x-forwarded-for': '203.0.113.201' }
    const codes: (string | undefined)[] = []
    for (let at = 0; at < 14; at++) {
      const body = validReport({ email: `tebak-${at}@contoh.id`, order: number })
      const { code, json } = await reporter.send(body, headers)
      codes.push(code)
      if (!code) {
        expect((await readProblem(inUse.shop, json.problem.token)).orderId).toBeNull()
      }
    }
    expect(codes.filter((code) => code === 'rateLimited')).toHaveLength(4)
  })
})
