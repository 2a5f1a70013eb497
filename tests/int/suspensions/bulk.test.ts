import { randomUUID } from 'node:crypto'

import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { SuspensionResult } from '@/plugin/suspensions'
import { sql } from '@/plugin/kernel/payload'
import { addDays, clock } from '@/plugin/kernel/time'
import { describeForeseen } from '@/plugin/suspensions/admin/foreseen'
import { readRows } from '../../support/books'
import { START } from '../../support/contracts'
import { makeHostingDesk } from '../../support/hostingDesk'
import type { LoggedIn } from '../../support/people'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop({ MAIL_ADMIN: 'admin@lunas.test', RATE_LIMIT_FACTOR: '0' })
const desk = makeHostingDesk(inUse)

/** The seventh day after the second instalment was due: the ladder proposes to suspend. */
const LATE = 38
const NOBODY = randomUUID()

beforeAll(async () => {
  await desk.enter()
  await desk.addServer()
})
beforeEach(() => {
  desk.panel.heal()
})
afterEach(() => {
  clock.release()
})

type Results = { errors?: { field?: string }[]; result: SuspensionResult[] }

const ask = (path: string, body: object, by: LoggedIn | undefined = desk.people.admin) =>
  callShop<Results>(inUse.shop, `/api/hosting-accounts/${path}`, { body, headers: by?.headers })

const suspend = (accountIds: readonly string[], changes: object = {}) =>
  ask('suspend', { accountIds, cause: 'unpaid', reason: 'Belum dibayar', ...changes })

const resume = (accountIds: readonly string[], changes: object = {}) =>
  ask('resume', { accountIds, reason: 'Sudah beres', ...changes })

const outcomesOf = ({ json }: { json: Results }): string[] =>
  json.result.map(({ outcome }) => outcome)

const inArrears = async (count: number) => {
  const made = []
  for (let at = 0; at < count; at += 1) {
    made.push(await desk.running())
  }
  await desk.sweepThrough(32, LATE)
  desk.freezeOn(LATE)
  return made
}

/** Everything that a decision could leave behind. */
const traces = async (): Promise<unknown> =>
  (
    await readRows(
      inUse.shop.payload,
      sql`select (select count(*) from service_blockers)::int as blockers,
        (select count(*) from transitions)::int as transitions,
        (select count(*) from notifications)::int as messages,
        (select count(*) from chances)::int as chances,
        (select sum(wish) from hosting_accounts)::int as wishes,
        (select max(updated_at)::text from hosting_accounts) as touched,
        (select max(updated_at)::text from overdue_cases) as cases,
        (select count(*) from graphile_worker._private_jobs)::int as jobs`,
    )
  )[0]

describe('The doors of the list of services', () => {
  const bodies = {
    chance: { accountIds: [NOBODY], reason: 'Janji bayar', until: '2026-12-20' },
    resume: { accountIds: [NOBODY], reason: 'Sudah beres' },
    suspend: { accountIds: [NOBODY], cause: 'admin', reason: 'Keputusan admin' },
  }

  it.each(Object.entries(bodies))('%s opens to admins and owners alone', async (path, body) => {
    const statusOf = async (by?: LoggedIn) =>
      (
        await callShop(inUse.shop, `/api/hosting-accounts/${path}`, {
          body,
          headers: by?.headers ?? {},
        })
      ).status
    const { admin, editor, other, owner } = desk.people
    expect([await statusOf(), await statusOf(other), await statusOf(editor)]).toEqual([
      401, 403, 403,
    ])
    expect([await statusOf(admin), await statusOf(owner)]).toEqual([200, 200])
  })

  it.each([
    ['a short reason', 'suspend', { reason: 'ya' }, 422, 'reason'],
    ['no reason', 'suspend', { reason: undefined }, 422, 'reason'],
    ['letters nobody can keep', 'suspend', { reason: 'abc\u0000def' }, 400, 'reason'],
    ['a cause that is the customer’s own', 'suspend', { cause: 'customer_choice' }, 400, 'cause'],
    ['nobody', 'suspend', { accountIds: [] }, 400, 'accountIds'],
    ['what is no id', 'suspend', { accountIds: ['x'] }, 400, 'accountIds.0'],
    ['too many', 'suspend', { accountIds: Array(201).fill(NOBODY) }, 400, 'accountIds'],
    ['no day', 'chance', { cause: undefined, until: 'besok' }, 422, 'until'],
  ] as const)('refuse %s at %s and name the field', async (_, path, change, status, field) => {
    const body = { accountIds: [NOBODY], cause: 'admin', reason: 'Keputusan admin', ...change }
    const answer = await ask(path, body)
    expect([answer.status, answer.json.errors?.[0]?.field]).toEqual([status, field])
  })

  it('forget no id and make none up: unknown ones are simply not there', async () => {
    const answer = await suspend([NOBODY], { cause: 'admin' })
    expect([answer.status, answer.json.result]).toEqual([200, []])
  })
})

describe('Suspending many for arrears', () => {
  it('is foreseen as it would be, changes nothing by that, and then does it row by row', async () => {
    const made = await inArrears(12)
    const ids = made.map(({ accountId }) => accountId)
    await desk.pay(made[1]?.token ?? '')
    await desk.pay(made[4]?.token ?? '')
    await inUse.buyer.open(made[7]?.token ?? '')
    const before = await traces()
    const foreseen = await suspend(ids, { isDry: true })
    expect(await traces()).toEqual(before)
    expect(foreseen.json.result.map(({ accountId }) => accountId)).toEqual(ids)
    expect(
      describeForeseen({ deed: 'suspend', locale: 'id', results: foreseen.json.result }),
    ).toEqual({
      chosen: '12 dipilih',
      parts: '9 bisa ditangguhkan, 2 sudah lunas, 1 sedang dibayar',
    })
    const done = await suspend(ids)
    expect(done.json.result).toEqual(foreseen.json.result)
    expect((await desk.account(made[0]?.token ?? '')).wanted).toBe('off')
    await desk.drain()
    const states = []
    for (const { token } of made) {
      states.push((await desk.account(token)).state)
    }
    expect(states.filter((state) => state === 'suspended')).toHaveLength(9)
    for (const at of [1, 4, 7]) {
      expect(states[at]).toBe('active')
    }
    const again = await suspend(ids)
    expect(outcomesOf(again).filter((outcome) => outcome === 'alreadyDone')).toHaveLength(9)
    await desk.drain()
    const [first] = made
    expect(await desk.toldCustomer(first?.token ?? '')).toEqual([
      'hosting.ready',
      'hosting.suspended',
    ])
  }, 120_000)

  it('leaves out who has a chance, who was not proposed, and what is not made yet', async () => {
    const [promised] = await inArrears(1)
    const fresh = await desk.running()
    desk.freezeOn(LATE)
    const unmade = await desk.paid()
    desk.freezeOn(LATE)
    expect((await desk.grant(promised?.id ?? '', LATE + 3)).status).toBe(200)
    const { id: unmadeId } = await desk.account(unmade.token)
    const ids = [promised?.accountId ?? '', fresh.accountId, unmadeId]
    const wanted = ['chance', 'notProposed', 'notMade']
    expect(outcomesOf(await suspend(ids, { isDry: true }))).toEqual(wanted)
    expect(outcomesOf(await suspend(ids))).toEqual(wanted)
  })

  it('says of what was paid at once that it is paid: it has no ladder', async () => {
    const { accountId } = await desk.running('')
    expect(outcomesOf(await suspend([accountId], { isDry: true }))).toEqual(['paid'])
    expect(outcomesOf(await suspend([accountId]))).toEqual(['paid'])
  })

  it('pressed by two admins at once is one suspension', async () => {
    const [late] = await inArrears(1)
    const ids = [late?.accountId ?? '']
    const answers = await Promise.all([suspend(ids), suspend(ids), suspend(ids)])
    expect(answers.flatMap(outcomesOf).toSorted()).toEqual(['alreadyDone', 'alreadyDone', 'done'])
    expect(await desk.blockers(late?.token ?? '')).toEqual(['unpaid'])
    expect(await desk.account(late?.token ?? '')).toMatchObject({ wanted: 'off', wish: 2 })
  })
})

describe('Suspending for abuse', () => {
  it('is done at once, with its reason; paying does not take it away, only staff do', async () => {
    const [late] = await inArrears(1)
    const { accountId, customer, token } = late ?? expect.unreachable()
    expect(outcomesOf(await suspend([accountId]))).toEqual(['done'])
    const abuse = { cause: 'abuse', reason: 'Mengirim spam' }
    expect(outcomesOf(await suspend([accountId], { ...abuse, isDry: true }))).toEqual(['done'])
    expect(await desk.blockers(token)).toEqual(['unpaid'])
    expect(outcomesOf(await suspend([accountId], abuse))).toEqual(['done'])
    expect(outcomesOf(await suspend([accountId], abuse))).toEqual(['alreadyDone'])
    await desk.drain()
    await desk.pay(token)
    await desk.drain()
    expect(await desk.blockers(token)).toEqual(['abuse'])
    expect(await desk.account(token)).toMatchObject({ observed: 'off', state: 'suspended' })
    expect(await desk.toldCustomer(token)).toEqual(['hosting.ready', 'hosting.suspended'])
    const seen = await callShop<{ service: { reasons: string[] } }>(
      inUse.shop,
      `/api/shop/hosting/${accountId}`,
      { headers: customer.headers },
    )
    expect(seen.json.service.reasons).toEqual(['abuse'])
    expect(outcomesOf(await resume([accountId]))).toEqual(['done'])
    await desk.drain()
    expect((await desk.account(token)).state).toBe('active')
  })
})

describe('Switching many on again', () => {
  it('needs nothing overdue: whoever owes needs a chance instead', async () => {
    const [late] = await inArrears(1)
    const { accountId, token } = late ?? expect.unreachable()
    await suspend([accountId])
    await suspend([accountId], { cause: 'admin', reason: 'Diperiksa' })
    await desk.drain()
    const well = await desk.running()
    desk.freezeOn(LATE)
    await suspend([well.accountId], { cause: 'admin', reason: 'Diperiksa' })
    await desk.drain()
    const ids = [accountId, well.accountId]
    const before = await traces()
    expect(outcomesOf(await resume(ids, { isDry: true }))).toEqual(['owes', 'done'])
    expect(await traces()).toEqual(before)
    expect(outcomesOf(await resume(ids))).toEqual(['owes', 'done'])
    expect(outcomesOf(await resume(ids))).toEqual(['owes', 'alreadyDone'])
    await desk.drain()
    expect([(await desk.account(token)).state, (await desk.account(well.token)).state]).toEqual([
      'suspended',
      'active',
    ])
    expect((await desk.blockers(token)).toSorted()).toEqual(['admin', 'unpaid'])
  })
})

describe('A chance for many', () => {
  const until = addDays(START, LATE + 5)
  const give = (accountIds: readonly string[], changes: object = {}) =>
    ask('chance', { accountIds, reason: 'Salah tekan', until, ...changes })

  it('switches on in one step who was suspended by mistake, and says who needs none', async () => {
    const [late] = await inArrears(1)
    const { accountId, token } = late ?? expect.unreachable()
    const well = await desk.running()
    desk.freezeOn(LATE)
    await desk.pay(well.token)
    await suspend([accountId])
    await desk.drain()
    const ids = [accountId, well.accountId]
    const before = await traces()
    expect(outcomesOf(await give(ids, { isDry: true }))).toEqual(['done', 'paid'])
    expect(await traces()).toEqual(before)
    expect(outcomesOf(await give(ids))).toEqual(['done', 'paid'])
    expect(outcomesOf(await give(ids))).toEqual(['chance', 'paid'])
    await desk.drain()
    expect((await desk.account(token)).state).toBe('active')
    await desk.sweepThrough(LATE + 1, LATE + 5)
    await desk.drain()
    expect((await desk.account(token)).state).toBe('active')
  })

  it('until a day that is past, or too far, is refused with its field', async () => {
    const [late] = await inArrears(1)
    for (const day of [START, addDays(START, LATE), addDays(START, LATE + 36_500)]) {
      const answer = await give([late?.accountId ?? ''], { until: day })
      expect([answer.status, answer.code]).toEqual([422, 'chance.badDay'])
      expect(answer.json.errors?.[0]?.field).toBe('until')
    }
    expect(await desk.blockers(late?.token ?? '')).toEqual([])
  })
})
