import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { findDebtPayments } from '@/plugin/instalments'
import { sql } from '@/plugin/kernel/payload'
import { addDays, clock } from '@/plugin/kernel/time'
import { findCustomerOrders } from '@/plugin/orders'
import { CHOICE_RATE, CHOICE_TEXT_VERSION } from '@/plugin/overdue'
import type * as Choosing from '@/storefront/arrears/actions'
import type * as Looking from '@/storefront/arrears/arrears'
import type * as Paying from '@/storefront/order/actions'
import { emptyChance } from '@/storefront/arrears/state'
import { readRows } from '../../support/books'
import { freezeOn, makeContractDesk, START } from '../../support/contracts'
import type { LoggedIn } from '../../support/people'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'
import { comeAs, formOf, whereTo } from '../../support/visitor'

vi.mock('next/headers', async () => (await import('../../support/visitor')).nextHeaders)
vi.mock('next/navigation', async () => (await import('../../support/visitor')).nextNavigation)
vi.mock('next-intl/server', async () => (await import('../../support/visitor')).nextIntlServer)

const inUse = useShop()
const desk = makeContractDesk(inUse)

/** The storefront reads its settings when it is loaded: only once the shop is open. */
const page = {} as typeof Choosing & typeof Looking & typeof Paying

beforeAll(async () => {
  await desk.enter()
  Object.assign(
    page,
    await import('@/storefront/arrears/actions'),
    await import('@/storefront/arrears/arrears'),
    await import('@/storefront/order/actions'),
  )
})
afterEach(() => clock.release())

const DUE = 31

const late = async (days = 3, plan = '4x') => {
  const made = await desk.running(plan)
  await desk.sweepThrough(DUE, DUE + days)
  freezeOn(DUE + days, 12)
  return made
}

const choiceForm = (token: string, changes: Record<string, string> = {}): FormData =>
  formOf({ locale: 'id', seen: 'awaiting', text: CHOICE_TEXT_VERSION, token, ...changes })

const pathOf = (token: string): string => `/pesanan/${token}/tunggakan`

const loginOf = (token: string): string => `/akun?lanjut=${encodeURIComponent(pathOf(token))}`

const as = (by: LoggedIn | undefined, address?: string): typeof page => {
  comeAs(by, address)
  return page
}

const counts = async (token: string): Promise<string> =>
  JSON.stringify(
    await readRows(
      inUse.shop.payload,
      sql`select o.state, o.payment_state, (select count(*) from overdue_cases k where k.order_id = o.id) as cases,
          (select max(k.state::text) from overdue_cases k where k.order_id = o.id) as case_state,
          (select count(*) from transitions) as moves, (select count(*) from payments) as attempts,
          (select count(*) from chances) as chances, (select count(*) from service_blockers) as blockers
        from orders o where o.token = ${token}`,
    ),
  )

describe('looking at the choice', () => {
  it('shows it to its customer alone: a guest has to log in, a stranger finds nothing', async () => {
    const { customer, token } = await late()
    const before = await counts(token)
    expect(await as(undefined).findOwnArrears(token)).toEqual({ kind: 'guest' })
    expect(await as(desk.people.other).findOwnArrears(token)).toEqual({ kind: 'none' })
    expect(await as(desk.people.admin).findOwnArrears(token)).toEqual({ kind: 'guest' })
    expect(await as(customer).findOwnArrears(token)).toMatchObject({
      arrears: { mustChoose: true, standing: { toBecomeCurrent: 300_000 } },
      kind: 'own',
    })
    expect(await counts(token)).toBe(before)
  })

  it('finds nothing for what is no token and for an order without a contract', async () => {
    const { json } = await desk.tryOrder(undefined, undefined)
    const customer = await desk.logIn()
    for (const token of [json.order.token, 'x', "' or 1=1 --"]) {
      expect(await as(customer).findOwnArrears(token)).toEqual({ kind: 'none' })
    }
    expect(await as(undefined).findArrearsOf(json.order.token)).toBeNull()
  })

  it('lists in the account what is overdue, and nothing of others', async () => {
    const { customer, token } = await late()
    const mine = await as(customer).findOverdueOf(customer.id)
    expect(mine.map((each) => each.token)).toEqual([token])
    expect(mine[0]?.arrears.suspendOn).toBe(addDays(START, DUE + 7))
    expect(await as(undefined).findOverdueOf(desk.people.other.id)).toEqual([])
  })
})

describe('the list of own orders', () => {
  const lineOf = async (customerId: string) =>
    (await findCustomerOrders({ customerId, page: 1, payload: inUse.shop.payload })).orders[0]

  it('says of a contract what its page says', async () => {
    const { customer, token } = await late(5, 'denda')
    await inUse.buyer.pay(await inUse.buyer.open(token), { amount: 100_000 })
    const { standing } = (await desk.look(token)).contract ?? {}
    expect(await lineOf(customer.id)).toMatchObject({
      contract: {
        count: 4,
        next: { dueOn: standing?.next?.dueOn, left: standing?.next?.left },
        overdue: standing?.arrears?.principal ?? 0,
        paidCount: standing?.paidCount,
      },
      token,
    })
    expect(standing?.arrears?.principal).toBeGreaterThan(0)
  })

  it('is at rest once everything is paid; the last payment is the one that counts', async () => {
    const { customer, token } = await desk.running()
    expect(await lineOf(customer.id)).toMatchObject({
      contract: { next: { left: 300_000 }, overdue: 0, paidCount: 1 },
      paymentState: 'partly_paid',
    })
    await desk.pay(token, { pay: 'all' })
    expect(await lineOf(customer.id)).toMatchObject({
      contract: { count: 4, next: null, overdue: 0, paidCount: 4 },
      payment: { state: 'paid' },
      paymentState: 'paid',
    })
  })

  it('names the payments of every debt, for their receipts', async () => {
    const { token } = await desk.running()
    await desk.pay(token, { instalments: [2, 3] })
    const { payload } = inUse.shop
    const found = await findDebtPayments(payload, token)
    expect(found.map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect(found[1]?.merchantOrderId).toBe(found[2]?.merchantOrderId)
    expect(found[0]?.merchantOrderId).not.toBe(found[1]?.merchantOrderId)
    expect(await findDebtPayments(payload, 'x')).toEqual([])
  })
})

describe('"Bayar"', () => {
  it('records the choice with channel and text, and leads to a payment of what is due', async () => {
    const { customer, token } = await late()
    const to = await whereTo(as(customer).choosePay(choiceForm(token)))
    expect(to).toContain(inUse.shop.gatewayUrl)
    const [row] = await readRows<Record<string, unknown>>(
      inUse.shop.payload,
      sql`select k.state::text as state, k.choice_channel as channel, k.choice_text as text,
          (select p.amount::int from payments p where p.order_id = o.id order by p.attempt desc limit 1) as amount
        from overdue_cases k join orders o on o.id = k.order_id where o.token = ${token}`,
    )
    expect(row).toEqual({
      amount: 300_000,
      channel: 'web',
      state: 'payChosen',
      text: CHOICE_TEXT_VERSION,
    })
  })

  it('leads to the order with a word when the gateway is away; the choice stands', async () => {
    const { customer, token } = await late()
    inUse.shop.gateway.addFault({ endpoint: 'createInvoice', kind: 'drop', times: 0 })
    const to = await whereTo(as(customer).choosePay(choiceForm(token, { locale: 'en' })))
    expect(to).toBe(`/en/pesanan/${token}?kabar=gateway`)
    expect(await desk.caseState(token)).toBe('payChosen')
  })
})

describe('"Tangguhkan"', () => {
  it('needs the box of the second step; without it nothing is suspended', async () => {
    const { customer, token } = await late()
    const unsure = await whereTo(as(customer).chooseSuspend(choiceForm(token)))
    expect(unsure).toBe(`${pathOf(token)}?langkah=tangguhkan&kabar=setujui`)
    expect(await desk.blockers(token)).toEqual([])
    const sure = await whereTo(as(customer).chooseSuspend(choiceForm(token, { agreed: '1' })))
    expect(sure).toBe(`${pathOf(token)}?kabar=ditangguhkan`)
    expect(await desk.blockers(token)).toEqual(['customer_choice'])
    expect(await as(customer).findOwnArrears(token)).toMatchObject({
      arrears: { case: { choice: 'suspend' }, service: { wanted: 'off' } },
    })
  })
})

describe('a choice', () => {
  const both = (token: string, by: LoggedIn | undefined, changes: Record<string, string> = {}) => {
    const form = (): FormData => choiceForm(token, { agreed: '1', ...changes })
    return [() => as(by).choosePay(form()), () => as(by).chooseSuspend(form())]
  }

  it('of a guest leads to the login and back, of another customer nowhere; neither changes anything', async () => {
    const { token } = await late()
    const before = await counts(token)
    for (const act of both(token, undefined)) {
      expect(await whereTo(act())).toBe(loginOf(token))
    }
    for (const act of both(token, desk.people.other)) {
      expect(await whereTo(act())).toBe('404')
    }
    for (const act of both(token, desk.people.owner)) {
      expect(await whereTo(act())).toBe(loginOf(token))
    }
    expect(await counts(token)).toBe(before)
  })

  it('made on a page that is out of date says so: another tab was faster, or the text is another', async () => {
    const { customer, token } = await late()
    await whereTo(as(customer).chooseSuspend(choiceForm(token, { agreed: '1' })))
    const stale: Record<string, string>[] = [{}, { seen: 'suspendChosen', text: '1999-01' }]
    for (const changes of stale) {
      const act = as(customer).choosePay(choiceForm(token, changes))
      expect(await whereTo(act)).toBe(`${pathOf(token)}?kabar=berubah`)
    }
    expect(await desk.caseState(token)).toBe('suspendChosen')
  })

  it('after payment is answered politely, and changes nothing', async () => {
    const { customer, token } = await late()
    await desk.pay(token)
    const before = await counts(token)
    for (const act of both(token, customer)) {
      expect(await whereTo(act())).toBe(`${pathOf(token)}?kabar=lancar`)
    }
    expect(await counts(token)).toBe(before)
  })

  it('counts together with the choices by the API', async () => {
    const { customer, token } = await late()
    const address = '192.0.2.77'
    for (let turn = 0; turn < CHOICE_RATE.limit; turn += 1) {
      await whereTo(as(customer, address).choosePay(choiceForm(token, { text: 'alt' })))
    }
    const by = { ...customer, headers: { ...customer.headers, 'x-forwarded-for': address } }
    expect((await desk.choose(token, 'pay', by)).status).toBe(429)
    expect(await whereTo(as(customer, address).choosePay(choiceForm(token)))).toBe(
      `${pathOf(token)}?kabar=tunggu`,
    )
  })
})

describe('"Minta perpanjangan waktu"', () => {
  const wishForm = (token: string, changes: Record<string, string> = {}): FormData =>
    formOf({
      locale: 'id',
      token,
      until: addDays(START, DUE + 10),
      wish: 'Gajian tanggal 25',
      ...changes,
    })
  const send = (token: string, by: LoggedIn | undefined, changes: Record<string, string> = {}) =>
    as(by).sendWish(emptyChance, wishForm(token, changes))

  it('reaches staff, is shown as waiting, and is not asked twice', async () => {
    const { customer, token } = await late()
    expect(await whereTo(send(token, customer))).toBe(`${pathOf(token)}?kabar=diminta`)
    expect(await as(customer).findOwnArrears(token)).toMatchObject({
      arrears: { canAskForChance: false, requested: true },
    })
    expect(await send(token, customer)).toMatchObject({
      general: expect.stringContaining('Sudah ada permintaan'),
    })
  })

  it('keeps what was typed and names the field that is wrong', async () => {
    const { customer, token } = await late()
    const faults = [
      await send(token, customer, { until: '' }),
      await send(token, customer, { until: '2027-02-31' }),
      await send(token, customer, { until: START }),
      await send(token, customer, { until: '2099-01-01' }),
      await send(token, customer, { wish: 'mau' }),
      await send(token, customer, { wish: 'x'.repeat(501) }),
      await send(token, customer, { locale: 'en', until: START }),
    ]
    expect(faults.map(({ errors }) => Object.keys(errors))).toEqual([
      ['until'],
      ['until'],
      ['until'],
      ['until'],
      ['wish'],
      ['wish'],
      ['until'],
    ])
    expect(faults[4]?.values).toEqual({ until: addDays(START, DUE + 10), wish: 'mau' })
    expect(faults.at(-1)?.errors.until).toContain('Choose a day')
    expect(await as(customer).findOwnArrears(token)).toMatchObject({
      arrears: { requested: false },
    })
  })

  it('is for its customer alone', async () => {
    const { token } = await late()
    expect(await whereTo(send(token, undefined))).toBe(loginOf(token))
    expect(await send(token, desk.people.other)).toMatchObject({
      general: expect.stringContaining('tidak ditemukan'),
    })
    const [row] = await readRows<{ n: number }>(
      inUse.shop.payload,
      sql`select count(*)::int as n from chances h join orders o on o.id = h.order_id
        where o.token = ${token}`,
    )
    expect(row?.n).toBe(0)
  })
})

describe('the buttons of the order page', () => {
  const press = (token: string, fields: Record<string, string> = {}) =>
    whereTo(as(undefined).payOrder(formOf({ locale: 'id', token, ...fields })))
  const newest = async (token: string) => (await desk.look(token)).payment

  it('pay what is next, several from the oldest on, or all; each says what it asks for', async () => {
    freezeOn(0)
    const { token } = await desk.order('potong')
    expect(await press(token)).toContain(inUse.shop.gatewayUrl)
    expect(await newest(token)).toMatchObject({ amount: 330_000, instalments: [1], rebate: 0 })
    await press(token, { instalments: '1,2,3' })
    expect(await newest(token)).toMatchObject({ amount: 990_000, instalments: [1, 2, 3] })
    await press(token, { pay: 'all' })
    const { contract, payment } = await desk.look(token)
    expect(payment).toMatchObject({ instalments: [1, 2, 3, 4], ...contract?.payoff })
    expect(contract?.payoff.rebate).toBeGreaterThan(0)
  })

  it('ask again for the same debts by another method, and leave a choice that no longer holds alone', async () => {
    const { token } = await desk.running()
    const first = await press(token, { instalments: '2,3' })
    const same = await press(token, { instalments: '2,3' })
    const renewed = await press(token, { instalments: '2,3', renew: '1' })
    expect(same).toBe(first)
    expect(renewed).not.toBe(first)
    const before = await counts(token)
    const refused: Record<string, string>[] = [
      { instalments: '1,2' },
      { instalments: '3' },
      { instalments: 'semua' },
      { pay: '1' },
    ]
    for (const fields of refused) {
      expect(await press(token, fields)).toBe(`/pesanan/${token}?kabar=pilihan`)
    }
    expect(await counts(token)).toBe(before)
  })

  it('are watched: every instalment that is paid changes what the poll says', async () => {
    const { token } = await desk.running()
    const words = new Set<string>()
    for (let turn = 0; turn < 3; turn += 1) {
      const path = `/api/shop/orders/${token}/status`
      const { json } = await callShop<object>(inUse.shop, path)
      words.add(JSON.stringify({ ...json, updatedAt: '' }))
      await desk.pay(token)
    }
    expect(words.size).toBe(3)
  })
})
