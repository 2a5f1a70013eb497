import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { catchUpAccounts } from '@/plugin/hosting/clock/catchUp'
import { runInTransaction, sql } from '@/plugin/kernel/payload'
import { addDays, clock, daysBetween, wibDay } from '@/plugin/kernel/time'
import { orderSpkOwner } from '@/plugin/orders'
import { tendContracts } from '@/plugin/renewals'
import { readRows } from '../../support/books'
import { START } from '../../support/contracts'
import { makeHostingDesk } from '../../support/hostingDesk'
import { makeMover } from '../../support/moves'
import type { LoggedIn } from '../../support/people'
import { callShop } from '../../support/purchase'
import { moveSpk, SPK_WAYS } from '../../support/spk'
import { useShop } from '../../support/useShop'

const inUse = useShop({ MAIL_ADMIN: 'admin@lunas.test', RATE_LIMIT_FACTOR: '0' })
const desk = makeHostingDesk(inUse)
const move = makeMover(() => inUse.shop)

/** The last day of a contract of twelve months that begins on the first day of the tests. */
const END = wibDay('2027-12-04')
const LAST = daysBetween({ from: START, to: END })

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

/** A service whose contract is paid for to its end. */
const paidOff = async () => {
  const made = await desk.running()
  await desk.pay(made.token, { pay: 'all' })
  return made
}

type Service = { endsOn: null | string; renewal: null | { token: string }; state: string }

const press = <T>(id: string, deed: string, by: LoggedIn | undefined, body: object = {}) =>
  callShop<{ errors?: { field?: string }[] } & T>(inUse.shop, `/api/shop/hosting/${id}/${deed}`, {
    body,
    headers: by?.headers ?? {},
  })

const renew = (id: string, by: LoggedIn | undefined, body: object = { acceptedTerms: true }) =>
  press<{ order: { token: string } }>(id, 'renew', by, body)

const look = async (id: string, by: LoggedIn): Promise<Service> =>
  (
    await callShop<{ service: Service }>(inUse.shop, `/api/shop/hosting/${id}`, {
      headers: by.headers,
    })
  ).json.service

const tend = (days: number, hour = 10) =>
  tendContracts(inUse.shop.payload, desk.freezeOn(days, hour))

const idOf = async (token: string): Promise<string> =>
  (
    await readRows<{ id: string }>(
      inUse.shop.payload,
      sql`select id from orders where token = ${token}`,
    )
  )[0]?.id ?? ''

/** The service wherever it belongs by now. */
const service = async (id: string) =>
  (
    await readRows<{ endsOn: string; orderId: string; state: string; wanted: string }>(
      inUse.shop.payload,
      sql`select state, wanted, ends_on as "endsOn", order_id as "orderId" from hosting_accounts
        where id = ${id}`,
    )
  )[0]

describe('The end of a contract', () => {
  it('is the last of its days, and is announced on each day that was agreed on, once', async () => {
    const { accountId, customer, token } = await paidOff()
    expect((await look(accountId, customer)).endsOn).toBe(END)
    await tend(LAST - 31)
    expect(await desk.toldCustomer(token)).toEqual(['hosting.ready'])
    for (const left of [30, 29, 14, 14, 7, 5, 3, 1, 0]) {
      await tend(LAST - left)
    }
    expect(await desk.toldCustomer(token)).toEqual([
      'hosting.ready',
      ...Array<string>(4).fill('hosting.renewalDue'),
    ])
    await Promise.all([tend(LAST + 1), tend(LAST + 1), tend(LAST + 1)])
    await tend(LAST + 30)
    const news = (await desk.news(token)).slice(6)
    expect(news).toEqual(['hosting.contractEnded → customer', 'hosting.decision → staff'])
    expect((await desk.account(token)).state).toBe('active')
  })

  it('is announced by the latest step alone after a standstill', async () => {
    const { token } = await paidOff()
    await tend(LAST - 5)
    expect(await desk.toldCustomer(token)).toEqual(['hosting.ready', 'hosting.renewalDue'])
  })

  it('is announced to each customer once, whatever the others were told', async () => {
    const { token } = await paidOff()
    const { token: later } = await paidOff()
    await readRows(
      inUse.shop.payload,
      sql`update hosting_accounts set ends_on = ${addDays(END, -1)} where order_id in (
        select id from orders where token = ${token})`,
    )
    await tend(LAST - 20)
    expect(await desk.toldCustomer(token)).toHaveLength(2)
    await tend(LAST - 20)
    expect(await desk.toldCustomer(later)).toHaveLength(2)
    expect(await desk.toldCustomer(token)).toHaveLength(2)
  })
})

describe('Renewing', () => {
  it('opens with the first reminder, and is for the owner alone', async () => {
    const { accountId, customer } = await paidOff()
    desk.freezeOn(LAST - 31)
    expect((await renew(accountId, customer)).code).toBe('hosting.cannotRenew')
    desk.freezeOn(LAST - 30)
    expect((await renew(accountId, undefined)).status).toBe(401)
    expect((await renew(accountId, desk.people.editor)).status).toBe(403)
    expect((await renew(accountId, desk.people.other)).code).toBe('hosting.accountNotFound')
    expect((await renew('x', customer)).code).toBe('hosting.accountNotFound')
    const unread = await renew(accountId, customer, { acceptedTerms: false })
    expect([unread.status, unread.json.errors?.[0]?.field]).toEqual([422, 'acceptedTerms'])
    expect((await renew(accountId, customer)).status).toBe(201)
  })

  it('places one order of the same product, however often it is pressed, and makes no new service', async () => {
    const { accountId, customer } = await paidOff()
    desk.freezeOn(LAST - 10)
    const answers = await Promise.all(Array.from({ length: 6 }, () => renew(accountId, customer)))
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(201))
    const tokens = new Set(answers.map(({ json }) => json.order.token))
    expect(tokens.size).toBe(1)
    const [token = ''] = tokens
    expect(await look(accountId, customer)).toMatchObject({ renewal: { token } })
    const order = await desk.look(token)
    expect(order.items).toMatchObject([{ productSlug: desk.product.slug, quantity: 1 }])
    expect(order.contract).not.toBeNull()
    expect(await desk.accounts(token)).toEqual([])
    expect((await renew(accountId, customer)).json.order.token).toBe(token)
  })

  it('moves the service over once the old contract has ended and the first money is there', async () => {
    const { accountId, customer, id: oldOrder, token } = await paidOff()
    desk.freezeOn(LAST - 10)
    const next = (await renew(accountId, customer)).json.order.token
    await desk.pay(next)
    await tend(LAST)
    expect((await service(accountId))?.orderId).toBe(oldOrder)
    await tend(LAST + 1)
    expect(await service(accountId)).toMatchObject({
      endsOn: '2028-12-04',
      orderId: await idOf(next),
      state: 'active',
      wanted: 'on',
    })
    expect((await look(accountId, customer)).renewal).toBeNull()
    expect(await desk.news(token)).not.toContain('hosting.contractEnded → customer')
    await desk.drain()
    expect((await desk.account(next)).state).toBe('active')
  })

  it('leaves no second service behind: not by the clock, not by money on the old order', async () => {
    const { accountId, customer, token } = await paidOff()
    desk.freezeOn(LAST - 10)
    const next = (await renew(accountId, customer)).json.order.token
    await desk.pay(next)
    await tend(LAST + 1)
    await catchUpAccounts(inUse.shop.payload)
    expect(await desk.accounts(token)).toEqual([])
    expect(await desk.accounts(next)).toHaveLength(1)
    await desk.pay(next, { pay: 'all' })
    desk.freezeOn(LAST + 365)
    const third = (await renew(accountId, customer)).json.order.token
    await desk.pay(third)
    await tend(LAST + 367)
    await catchUpAccounts(inUse.shop.payload)
    expect([await desk.accounts(token), await desk.accounts(next)]).toEqual([[], []])
    expect(await desk.accounts(third)).toHaveLength(1)
  })

  it('waits for its money: who has ordered and not paid is asked for a decision like everybody', async () => {
    const { accountId, customer, id, token } = await paidOff()
    desk.freezeOn(LAST - 10)
    const next = (await renew(accountId, customer)).json.order.token
    await tend(LAST + 1)
    expect((await service(accountId))?.orderId).toBe(id)
    expect((await desk.news(token)).slice(-2)).toEqual([
      'hosting.contractEnded → customer',
      'hosting.decision → staff',
    ])
    await desk.pay(next)
    await tend(LAST + 2)
    expect((await service(accountId))?.orderId).toBe(await idOf(next))
  })

  it('can be done again after its order was cancelled', async () => {
    const { accountId, customer } = await paidOff()
    desk.freezeOn(LAST - 10)
    const first = (await renew(accountId, customer)).json.order.token
    const subject = { collection: 'orders', id: await idOf(first) }
    const cancelled = await move(
      subject,
      { event: 'cancel', reason: 'Salah paket' },
      desk.people.admin,
    )
    expect(cancelled.status).toBe(200)
    expect((await look(accountId, customer)).renewal).toBeNull()
    const second = await renew(accountId, customer)
    expect(second.status).toBe(201)
    expect(second.json.order.token).not.toBe(first)
    expect((await look(accountId, customer)).renewal).toEqual({ token: second.json.order.token })
  })

  it('is refused while something is overdue', async () => {
    const { accountId, customer } = await desk.running()
    desk.freezeOn(LAST - 10)
    const answer = await renew(accountId, customer)
    expect([answer.status, answer.code]).toEqual([409, 'contract.blockedByArrears'])
  })
})

describe('What the renewal takes along', () => {
  it('are reasons about the service, and not the debts of the old contract', async () => {
    const { accountId, customer, id } = await paidOff()
    desk.freezeOn(LAST - 10)
    const next = (await renew(accountId, customer)).json.order.token
    await desk.pay(next)
    await desk.block(id, 'abuse')
    await desk.block(id, 'unpaid')
    await desk.drain()
    await tend(LAST + 1)
    await desk.drain()
    expect(await desk.account(next)).toMatchObject({ state: 'suspended', wanted: 'off' })
    expect(await desk.blockers(next)).toEqual(['abuse'])
    await desk.unblock(await idOf(next), 'abuse')
    await desk.drain()
    expect((await desk.account(next)).state).toBe('active')
  })

  it('is no end that was decided before the money came', async () => {
    const { accountId, customer } = await paidOff()
    desk.freezeOn(LAST - 1)
    const next = (await renew(accountId, customer)).json.order.token
    const end = (deed: string, by: LoggedIn, body: object = {}) =>
      callShop(inUse.shop, `/api/hosting-accounts/${accountId}/${deed}`, {
        body,
        headers: by.headers,
      })
    const reason = 'Tidak diperpanjang'
    expect((await end('terminate', desk.people.admin, { reason })).status).toBe(200)
    expect((await end('terminate/agree', desk.people.owner)).status).toBe(200)
    await desk.pay(next)
    await tend(LAST + 1)
    expect(await desk.account(next)).toMatchObject({ exportUntil: null, state: 'active' })
    expect(await desk.news(next)).not.toContain('hosting.ended → customer')
  })
})

describe('A renewal that needs an agreement', () => {
  it('has an SPK of its own, and goes on with it confirmed and paid', async () => {
    const { accountId, customer } = await paidOff()
    await readRows(
      inUse.shop.payload,
      sql`update products set needs_spk = true where slug = ${desk.product.slug}`,
    )
    desk.freezeOn(LAST - 10)
    const next = (await renew(accountId, customer)).json.order.token
    const order = await desk.look(next)
    expect(order).toMatchObject({ needsSpk: true, nextAction: 'agree', state: 'placed' })
    expect(order.spk).not.toBeNull()
    const nextId = await idOf(next)
    await tend(LAST + 1)
    expect((await service(accountId))?.orderId).not.toBe(nextId)
    await moveSpk(inUse.shop, nextId, ...SPK_WAYS.confirmed)
    await runInTransaction(inUse.shop.payload, (tx) => orderSpkOwner.open(tx, nextId))
    await desk.pay(next)
    await tend(LAST + 2)
    expect((await service(accountId))?.orderId).toBe(nextId)
  })
})
