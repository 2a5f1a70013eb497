import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { hostingReconcileTask } from '@/plugin/hosting'
import { clock } from '@/plugin/kernel/time'
import { makeHostingDesk } from '../../support/hostingDesk'
import { type LoggedIn, logInAs } from '../../support/people'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop({ MAIL_ADMIN: 'admin@lunas.test', RATE_LIMIT_FACTOR: '0' })
const desk = makeHostingDesk(inUse)
const second = {} as LoggedIn

beforeAll(async () => {
  await desk.enter()
  await desk.addServer()
  Object.assign(second, await logInAs(inUse.shop, 'admin'))
})
beforeEach(() => {
  desk.panel.heal()
})
afterEach(() => {
  clock.release()
})

type Service = {
  ending: null | { when: string }
  exportUntil: null | string
  state: string
}
type Answered = { errors?: { field?: string }[]; result: unknown; service: Service }

const asCustomer = (id: string, deed: string, by: LoggedIn | undefined, body: object = {}) =>
  callShop<Answered>(inUse.shop, `/api/shop/hosting/${id}/${deed}`, {
    body,
    headers: by?.headers ?? {},
  })

const asStaff = (id: string, deed: string, by: LoggedIn | undefined, body: object = {}) =>
  callShop<Answered>(inUse.shop, `/api/hosting-accounts/${id}/${deed}`, {
    body,
    headers: by?.headers ?? {},
  })

const look = async (id: string, by: LoggedIn): Promise<Service> =>
  (await callShop<Answered>(inUse.shop, `/api/shop/hosting/${id}`, { headers: by.headers })).json
    .service

const strikeHour = () =>
  hostingReconcileTask.run(
    {},
    {
      attempt: 1,
      jobId: '0',
      maxAttempts: 1,
      now: clock.now(),
      payload: inUse.shop.payload,
      signal: new AbortController().signal,
    },
  )

const reason = 'Pelanggan pindah'

describe('A customer who wants to stop', () => {
  it.each(['end', 'now'] as const)('(%s) ends nothing: staff are asked to decide', async (when) => {
    const { accountId, customer, token } = await desk.running()
    const asked = await asCustomer(accountId, 'ending', customer, { reason: 'Tutup usaha', when })
    expect([asked.status, asked.json.service.ending?.when]).toEqual([200, when])
    await desk.drain()
    expect(await desk.account(token)).toMatchObject({ state: 'active', wanted: 'on' })
    expect((await desk.news(token)).slice(2)).toEqual(['hosting.decision → staff'])
  })

  it('takes it back, and staff hear of that once', async () => {
    const { accountId, customer, token } = await desk.running()
    await asCustomer(accountId, 'ending', customer, { when: 'end' })
    const kept = await asCustomer(accountId, 'keep', customer)
    expect([kept.status, kept.json.service.ending]).toEqual([200, null])
    clock.freeze(new Date(clock.now().getTime() + 60_000))
    expect((await asCustomer(accountId, 'keep', customer)).status).toBe(200)
    expect((await desk.news(token)).slice(2)).toEqual([
      'hosting.decision → staff',
      'hosting.changed → staff',
    ])
  })

  it('is the owner, signed in; and says what he means', async () => {
    const { accountId, customer } = await desk.running()
    for (const deed of ['ending', 'keep']) {
      const statusOf = async (by?: LoggedIn) =>
        (await asCustomer(accountId, deed, by, deed === 'ending' ? { when: 'now' } : {})).status
      expect([
        await statusOf(),
        await statusOf(desk.people.other),
        await statusOf(desk.people.admin),
      ]).toEqual([401, 404, 403])
    }
    const odd = await asCustomer(accountId, 'ending', customer, { when: 'besok' })
    expect([odd.status, odd.json.errors?.[0]?.field]).toEqual([400, 'when'])
    const long = await asCustomer(accountId, 'ending', customer, {
      reason: 'a'.repeat(1_001),
      when: 'now',
    })
    expect(long.json.errors?.[0]?.field).toBe('reason')
    expect((await look(accountId, customer)).ending).toBeNull()
  })

  it('cannot stop what does not run', async () => {
    const { customer, token } = await desk.paid()
    const { id } = await desk.account(token)
    const answer = await asCustomer(id, 'ending', customer, { when: 'now' })
    expect([answer.status, answer.code]).toEqual([409, 'hosting.cannotEnd'])
  })
})

describe('The doors that end a service', () => {
  it('open to admins and owners alone', async () => {
    const { accountId, customer, token } = await desk.running()
    for (const deed of ['look', 'terminate', 'terminate/agree', 'terminate/withdraw']) {
      const body = deed === 'terminate' ? { reason } : {}
      const statusOf = async (by?: LoggedIn) => (await asStaff(accountId, deed, by, body)).status
      expect([
        deed,
        await statusOf(),
        await statusOf(customer),
        await statusOf(desk.people.editor),
      ]).toEqual([deed, 401, 403, 403])
    }
    expect(await desk.account(token)).toMatchObject({ exportUntil: null, state: 'active' })
  })

  it('need two people: the same one, though twice admin, is not two', async () => {
    const { accountId, token } = await desk.running()
    const { admin } = desk.people
    expect((await asStaff(accountId, 'terminate', admin, { reason })).json.result).toBe('asked')
    const again = await asStaff(accountId, 'terminate', second, { reason })
    expect([again.status, again.code]).toEqual([409, 'hosting.terminationAsked'])
    const alone = await asStaff(accountId, 'terminate/agree', admin)
    expect([alone.status, alone.code]).toEqual([409, 'hosting.secondPerson'])
    const answers = await Promise.all([
      asStaff(accountId, 'terminate/agree', second),
      asStaff(accountId, 'terminate/agree', desk.people.owner),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(await desk.account(token)).toMatchObject({ exportUntil: '2026-12-19', wanted: 'on' })
  })

  it('want a reason, a service that is there, and a proposal before the agreement', async () => {
    const { accountId } = await desk.running()
    const { admin } = desk.people
    for (const short of [{}, { reason: ' ya ' }]) {
      const answer = await asStaff(accountId, 'terminate', admin, short)
      expect([answer.status, answer.json.errors?.[0]?.field]).toEqual([422, 'reason'])
    }
    expect((await asStaff(accountId, 'terminate/agree', second)).code).toBe('hosting.notEnding')
    expect((await asStaff(accountId, 'terminate/withdraw', admin)).code).toBe('hosting.notEnding')
    const nobody = '00000000-0000-4000-8000-000000000000'
    expect((await asStaff(nobody, 'terminate', admin, { reason })).status).toBe(404)
    expect((await asStaff('x', 'terminate', admin, { reason })).status).toBe(400)
  })
})

describe('The days of export', () => {
  it('are told to the customer, kept to the last hour, and over by the clock alone', async () => {
    const { account, accountId, customer, token } = await desk.running()
    await asStaff(accountId, 'terminate', desk.people.admin, { reason })
    expect((await look(accountId, customer)).exportUntil).toBeNull()
    await asStaff(accountId, 'terminate/agree', second)
    expect(await desk.toldCustomer(token)).toEqual(['hosting.ready', 'hosting.exporting'])
    expect((await look(accountId, customer)).exportUntil).toBe('2026-12-19')
    desk.freezeOn(14, 23)
    await strikeHour()
    await desk.drain()
    expect(desk.panel.sightOf(account.name)).toBe('on')
    desk.freezeOn(15, 0)
    await strikeHour()
    await desk.drain()
    expect(desk.panel.sightOf(account.name)).toBe('absent')
    expect((await look(accountId, customer)).state).toBe('terminated')
    expect((await desk.toldCustomer(token)).at(-1)).toBe('hosting.ended')
  })

  it('are over at once when the decision is taken back', async () => {
    const { accountId, customer, token } = await desk.running()
    await asStaff(accountId, 'terminate', desk.people.admin, { reason })
    await asStaff(accountId, 'terminate/agree', second)
    expect((await asStaff(accountId, 'terminate/withdraw', desk.people.admin)).status).toBe(200)
    expect((await look(accountId, customer)).exportUntil).toBeNull()
    desk.freezeOn(40)
    await strikeHour()
    await desk.drain()
    expect((await desk.account(token)).state).toBe('active')
  })
})
