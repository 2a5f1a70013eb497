import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { queryRows, sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { createMessage } from '../../factories/message'
import { logInAs } from '../../support/people'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const PATH = '/api/messages/sent'
const LIMIT = 60

const inUse = useShop({ RATE_LIMIT_FACTOR: '1' })
let admin: Record<string, string>

beforeAll(async () => {
  admin = (await logInAs(inUse.shop, 'admin')).headers
})
beforeEach(() => clock.freeze(new Date()))
afterEach(() => clock.release())

const mark = (address: string, ids: string[], headers: Record<string, string> = admin) =>
  callShop(inUse.shop, PATH, { body: { ids }, headers: { ...headers, 'x-forwarded-for': address } })

const markMany = async (address: string, times: number): Promise<number[]> => {
  const calls = Array.from({ length: times }, () => mark(address, [randomUUID()]))
  return (await Promise.all(calls)).map(({ status }) => status)
}

const stateOf = async (id: string): Promise<string | undefined> => {
  const rows = await queryRows<{ state: string }>(
    inUse.shop.payload,
    sql`select state from notifications where id = ${id}`,
  )
  return rows[0]?.state
}

describe('Marking messages as sent', () => {
  it('is done sixty times a minute from one address; the next is refused and marks nothing', async () => {
    const statuses = await markMany('198.51.100.20', LIMIT)
    expect(statuses).toEqual(statuses.map(() => 200))
    const id = await createMessage({ payload: inUse.shop.payload })
    const refused = await mark('198.51.100.20', [id])
    expect([refused.status, refused.code]).toEqual([429, 'rateLimited'])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await stateOf(id)).toBe('manual')
    expect((await mark('198.51.100.21', [id])).status).toBe(200)
    expect(await stateOf(id)).toBe('sent')
  })

  it('can go on a minute later', async () => {
    await markMany('198.51.100.30', LIMIT + 1)
    expect((await mark('198.51.100.30', [randomUUID()])).status).toBe(429)
    clock.freeze(new Date(clock.now().getTime() + 61_000))
    expect((await mark('198.51.100.30', [randomUUID()])).status).toBe(200)
  })

  it('counts sixty and no more when all come at once', async () => {
    const statuses = await markMany('198.51.100.40', LIMIT + 20)
    expect(statuses.filter((status) => status === 200)).toHaveLength(LIMIT)
    expect(statuses.filter((status) => status === 429)).toHaveLength(20)
  })

  it('is not used up by strangers and by bad bodies', async () => {
    const address = '198.51.100.50'
    const strangers = Array.from({ length: LIMIT + 5 }, () => mark(address, [randomUUID()], {}))
    expect(new Set((await Promise.all(strangers)).map(({ status }) => status))).toEqual(
      new Set([401]),
    )
    const nonsense = Array.from({ length: LIMIT + 5 }, () => mark(address, ['x']))
    expect(new Set((await Promise.all(nonsense)).map(({ status }) => status))).toEqual(
      new Set([400]),
    )
    expect((await mark(address, [randomUUID()])).status).toBe(200)
  })
})
