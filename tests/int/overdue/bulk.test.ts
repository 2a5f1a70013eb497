import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import type { BulkResult } from '@/plugin/overdue'
import { readRows } from '../../support/books'
import { freezeOn, makeContractDesk } from '../../support/contracts'
import type { LoggedIn } from '../../support/people'
import { useShop } from '../../support/useShop'

const inUse = useShop({ RATE_LIMIT_FACTOR: '0' })
const desk = makeContractDesk(inUse)
const { asStaff, blockers, grant, pay, people, running, sweepThrough } = desk

beforeAll(() => desk.enter())
beforeEach(() => void freezeOn(0))
afterEach(() => clock.release())

/** A contract whose suspension is proposed, seven days late. */
const proposed = async () => {
  const made = await running()
  await sweepThrough(32, 38)
  freezeOn(38)
  return made
}

const outcomesOf = (results: readonly BulkResult[]): string[] =>
  results.map(({ outcome }) => outcome)

type Preview = { chat: string; subject: string; text: string }

const notice = (orderIds: string[], changes: object = {}) => ({
  key: randomUUID(),
  kind: 'notice',
  orderIds,
  text: 'Mohon segera dibayar.',
  ways: ['email', 'whatsapp'],
  ...changes,
})

const sentTo = (orderId: string) =>
  readRows<{ channel: string; event: string }>(
    inUse.shop.payload,
    sql`select event, channel from notifications where subject_id = ${orderId}
      and step like 'hand:%' and channel <> 'inApp' order by channel`,
  )

const NOBODY = randomUUID()

describe('The doors of the list of arrears', () => {
  const bodies = {
    'chances/decline': { orderId: NOBODY, reason: 'Tidak bisa' },
    'chances/grant': { orderId: NOBODY, reason: 'Janji bayar', until: '2026-12-20' },
    'chances/withdraw': { orderId: NOBODY, reason: 'Tidak bisa' },
    notify: notice([NOBODY]),
    'notify/preview': { kind: 'notice', orderId: NOBODY, text: '' },
    suspend: { orderIds: [NOBODY], reason: 'Belum dibayar' },
    'suspend/preview': { orderIds: [NOBODY] },
  }

  it.each(Object.entries(bodies))('%s opens to admins and owners alone', async (path, body) => {
    const customer = await desk.logIn()
    const statusOf = async (by?: LoggedIn) => (await asStaff(path, body, by)).status
    expect([await statusOf(), await statusOf(customer), await statusOf(people.editor)]).toEqual([
      401, 403, 403,
    ])
    const beyond = path.startsWith('chances') || path === 'notify/preview' ? 404 : 200
    expect([await statusOf(people.admin), await statusOf(people.owner)]).toEqual([beyond, beyond])
  })

  it.each([
    ['notify', { ways: [] }, 'ways'],
    ['notify', { kind: 'threat' }, 'kind'],
    ['notify', { key: 'x' }, 'key'],
    ['notify', { text: 'a\u0000b' }, 'text'],
    ['notify', { orderIds: ['x'] }, 'orderIds.0'],
    ['notify', { orderIds: [] }, 'orderIds'],
  ] as const)('%s refuses %j and names the field', async (path, change, field) => {
    const answer = await asStaff(path, notice([NOBODY], change), people.admin)
    const { errors } = answer.json as unknown as { errors: { field: string }[] }
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(errors[0]?.field).toBe(field)
  })
})

describe('Suspending many', () => {
  it('is foreseen row by row, then done to those alone that still deserve it', async () => {
    const late = await running()
    const payer = await running()
    const promised = await running()
    const paying = await running()
    await sweepThrough(32, 38)
    const unseen = await running()
    freezeOn(38)
    await pay(payer.token)
    await grant(promised.id, 41)
    await inUse.buyer.open(paying.token)
    const orderIds = [late, payer, promised, paying, unseen].map(({ id }) => id).concat(NOBODY)
    const wanted = ['done', 'paid', 'chance', 'paymentInFlight', 'notProposed', 'failed']
    const preview = await asStaff<BulkResult[]>('suspend/preview', { orderIds }, people.admin)
    expect(outcomesOf(preview.json.result)).toEqual(wanted)
    expect(await blockers(late.token)).toEqual([])
    const body = { orderIds, reason: 'Belum dibayar' }
    const done = await asStaff<BulkResult[]>('suspend', body, people.admin)
    expect(outcomesOf(done.json.result)).toEqual(wanted)
    expect(done.json.result.map(({ orderId }) => orderId)).toEqual(orderIds)
    expect(await blockers(late.token)).toEqual(['unpaid'])
    for (const { token } of [payer, promised, paying, unseen]) {
      expect(await blockers(token)).toEqual([])
    }
    const again = await asStaff<BulkResult[]>('suspend', body, people.admin)
    expect(outcomesOf(again.json.result)[0]).toBe('alreadyDone')
  })

  it('needs a reason', async () => {
    const { id, token } = await proposed()
    const answer = await asStaff('suspend', { orderIds: [id], reason: 'ya' }, people.admin)
    expect(answer.code).toBe('event.reasonRequired')
    expect(await blockers(token)).toEqual([])
  })
})

describe('A notice by hand', () => {
  it('is shown as the first of them would read it, and sends nothing by that', async () => {
    const { id, order } = await proposed()
    const body = { kind: 'notice', orderId: id, text: 'Kami tunggu kabar Anda.' }
    const { json } = await asStaff<Preview>('notify/preview', body, people.admin)
    expect(json.result).toMatchObject({ locale: 'id', orderNumber: order.number })
    for (const words of [json.result.text, json.result.chat]) {
      expect(words).toContain('Kami tunggu kabar Anda.')
      expect(words).toContain('Rp300.000')
    }
    expect(await sentTo(id)).toEqual([])
  })

  it('goes out once per key, by the ways that were chosen', async () => {
    const { id } = await proposed()
    const once = notice([id], { ways: ['email'] })
    const first = await asStaff<BulkResult[]>('notify', once, people.admin)
    expect(outcomesOf(first.json.result)).toEqual(['done'])
    const second = await asStaff<BulkResult[]>('notify', once, people.admin)
    expect(outcomesOf(second.json.result)).toEqual(['alreadyDone'])
    expect(await sentTo(id)).toEqual([{ channel: 'email', event: 'overdue.notice' }])
    await asStaff('notify', notice([id]), people.admin)
    expect((await sentTo(id)).map(({ channel }) => channel)).toEqual(['email', 'email', 'whatsapp'])
  })

  it('at the same moment twice still goes out once', async () => {
    const { id } = await proposed()
    const once = notice([id], { ways: ['email'] })
    const both = await Promise.all(
      [1, 2].map(() => asStaff<BulkResult[]>('notify', once, people.admin)),
    )
    expect(both.flatMap(({ json }) => outcomesOf(json.result)).sort()).toEqual([
      'alreadyDone',
      'done',
    ])
    expect(await sentTo(id)).toHaveLength(1)
  })

  it('that asks for the choice makes the case wait for it; who has paid gets nothing', async () => {
    const late = await running()
    const payer = await running()
    await sweepThrough(32, 32)
    freezeOn(32)
    await pay(payer.token)
    const body = notice([late.id, payer.id], { kind: 'choice' })
    const { json } = await asStaff<BulkResult[]>('notify', body, people.owner)
    expect(outcomesOf(json.result)).toEqual(['done', 'paid'])
    expect(await desk.caseState(late.token)).toBe('awaiting')
    expect((await sentTo(late.id)).map(({ event }) => event)).toEqual([
      'overdue.choice',
      'overdue.choice',
    ])
    expect(await sentTo(payer.id)).toEqual([])
  })
})
