import { randomUUID } from 'node:crypto'

import type { PublicOrder } from '@/plugin/orders'
import type { PublicArrears } from '@/plugin/overdue'
import type { PaymentWish } from '@/plugin/orders/actions/chooseOwed'

import { queryRows, sql } from '@/plugin/kernel/payload'
import { addDays, clock, startOfWibDay, wibDay } from '@/plugin/kernel/time'
import { sweepContracts, type SweepReport } from '@/plugin/overdue'
import { createCustomer } from '../factories/customer'
import { createProduct } from '../factories/product'
import { readRows } from './books'
import { type LoggedIn, logInAs } from './people'
import { drawPicture } from './problems'
import { type Answer, callShop, validOrder } from './purchase'
import type { ShopInUse } from './useShop'

/** The day on which the contracts of most tests are made. */
export const START = wibDay('2026-12-05')

const HOUR_MS = 3_600_000

/** Stops the clock on a WIB day that lies so many days after the start, at an hour of that day. */
export const freezeOn = (days: number, hour = 10): Date => {
  const at = new Date(startOfWibDay(addDays(START, days)).getTime() + hour * HOUR_MS)
  clock.freeze(at)
  return at
}

type Who = 'admin' | 'editor' | 'other' | 'owner'

/** Contracts in instalments through the shop's own doors. */
export const makeContractDesk = (inUse: ShopInUse) => {
  const people = {} as Record<Who, LoggedIn>
  const product = {} as { id: string; slug: string }

  const logIn = async (): Promise<LoggedIn> => {
    const { email, id, password } = await createCustomer({ payload: inUse.shop.payload })
    const body = { email, password }
    const { json } = await callShop<{ token: string }>(inUse.shop, '/api/customers/login', { body })
    return { headers: { authorization: `JWT ${json.token}` }, id }
  }

  /** Lets staff log in and puts a VPS with plans on sale: Rp100.000 a month, twelve months. */
  const enter = async (plans: readonly object[] = [], needsSpk = false): Promise<void> => {
    clock.release()
    for (const role of ['editor', 'admin', 'owner'] as const) {
      people[role] = await logInAs(inUse.shop, role)
    }
    people.other = await logIn()
    const fee = { amount: 25_000, every: 'month', graceDays: 3, kind: 'amount' }
    const wish = {
      contractMonths: 12,
      kind: 'vps',
      needsSpk,
      plans: [
        { key: '4x', tenor: 4 },
        { key: 'auto', ladder: { suspension: 'auto' }, tenor: 4 },
        { key: 'denda', lateFee: fee, tenor: 4 },
        { key: 'simpan', overpaid: 'keep', tenor: 4 },
        { key: 'potong', markup: { kind: 'percent', percent: 10 }, payoff: 'markupBack', tenor: 4 },
        { downPayment: { amount: 200_000, kind: 'amount' }, firstDueDays: 30, key: 'dp', tenor: 2 },
        ...plans,
      ],
      price: 100_000,
    }
    Object.assign(product, await createProduct({ payload: inUse.shop.payload, wish }))
  }

  /** Orders by a plan; without one the customer pays at once. */
  const tryOrder = (
    plan: string | undefined,
    by: LoggedIn | undefined,
    changes: object = {},
  ): Promise<Answer<{ order: PublicOrder }>> =>
    callShop(inUse.shop, '/api/shop/orders', {
      body: validOrder({
        items: [{ product: product.slug, quantity: 1, ...(plan ? { plan } : {}) }],
        ...changes,
      }),
      headers: { 'idempotency-key': randomUUID(), ...by?.headers },
    })

  /** A customer of his own with a new contract. */
  const order = async (plan = '4x') => {
    const customer = await logIn()
    const { json, status } = await tryOrder(plan, customer)
    if (status !== 201) {
      throw new Error(`Not ordered: ${JSON.stringify(json)}`)
    }
    const { token } = json.order
    const [row] = await readRows<{ id: string }>(
      inUse.shop.payload,
      sql`select id from orders where token = ${token}`,
    )
    return { customer, id: row?.id ?? '', order: json.order, token }
  }

  /** Pays what the wish asks for, or what is due. */
  const pay = async (
    token: string,
    wish: PaymentWish = {},
    settlement: { amount?: number } = {},
  ): Promise<void> => {
    const payment = await inUse.buyer.open(token, wish)
    await inUse.buyer.pay(payment, settlement)
  }

  /** A contract whose first instalment was paid on its day. */
  const running = async (plan = '4x') => {
    freezeOn(0)
    const made = await order(plan)
    await pay(made.token)
    return made
  }

  /** One run of the ladder at an hour of a day; mails count as delivered right after. */
  const sweep = async (days: number, hour = 10): Promise<SweepReport> => {
    const report = await sweepContracts(inUse.shop.payload, freezeOn(days, hour))
    await queryRows(
      inUse.shop.payload,
      sql`update notifications set state = 'sent', sent_at = now() where state = 'queued'`,
    )
    return report
  }

  /** Runs of the ladder on each day from one to another. */
  const sweepThrough = async (from: number, to: number): Promise<void> => {
    for (let day = from; day <= to; day += 1) {
      await sweep(day)
    }
  }

  const look = (token: string): Promise<PublicOrder> => inUse.buyer.look(token)

  const arrears = (token: string, by?: LoggedIn): Promise<Answer<{ arrears: PublicArrears }>> =>
    callShop(inUse.shop, `/api/shop/orders/${token}/arrears`, { headers: by?.headers })

  const choose = (
    token: string,
    choice: string,
    by?: LoggedIn,
    changes: object = {},
  ): Promise<Answer<{ arrears: PublicArrears }>> =>
    callShop(inUse.shop, `/api/shop/orders/${token}/choice`, {
      body: { choice, ...changes },
      headers: by?.headers,
    })

  const askForChance = (
    token: string,
    until: string,
    by?: LoggedIn,
    wish = 'Gajian tanggal 25',
  ): Promise<Answer<{ arrears: PublicArrears }>> =>
    callShop(inUse.shop, `/api/shop/orders/${token}/chance`, {
      body: { until, wish },
      headers: by?.headers,
    })

  /** What staff do below `/api/overdue-cases`. */
  const asStaff = <T>(path: string, body: object, by?: LoggedIn): Promise<Answer<{ result: T }>> =>
    callShop(inUse.shop, `/api/overdue-cases/${path}`, { body, headers: by?.headers })

  const grant = (
    orderId: string,
    days: number,
    by: LoggedIn = people.admin,
    reason = 'Janji bayar',
  ) =>
    asStaff<{ id: string }>('chances/grant', { orderId, reason, until: addDays(START, days) }, by)

  /** Records a transfer with its proof. */
  const transfer = async (
    orderId: string,
    amount: number,
    by: LoggedIn | undefined = people.admin,
    changes: Record<string, string> & { noProof?: string } = {},
  ): Promise<Answer<{ result: { allocated: number; excess: number } }>> => {
    const { noProof, ...fields } = changes
    const form = new FormData()
    const sent = {
      amount: String(amount),
      bankReference: randomUUID().slice(0, 18),
      key: randomUUID(),
      orderId,
      receivedOn: START,
      ...fields,
    }
    Object.entries(sent).forEach(([name, value]) => form.append(name, value))
    if (!noProof) {
      form.append('proof', new File([new Uint8Array(await drawPicture())], 'bukti.png'))
    }
    const response = await fetch(`${inUse.shop.url}/api/contracts/transfer`, {
      body: form,
      headers: by?.headers ?? {},
      method: 'POST',
    })
    const json = (await response.json()) as { errors?: { code?: string }[] } & {
      result: { allocated: number; excess: number }
    }
    return {
      code: json.errors?.[0]?.code,
      headers: response.headers,
      json,
      status: response.status,
    }
  }

  const revise = (
    orderId: string,
    changes: object,
    by: LoggedIn | undefined = people.owner,
  ): Promise<Answer<{ result: { revision: number } }>> =>
    callShop(inUse.shop, '/api/contracts/revise', {
      body: { orderId, reason: 'Disepakati lewat telepon', ...changes },
      headers: by?.headers,
    })

  /** Messages to the customer about an order, without those of the order itself. */
  const told = async (token: string): Promise<string[]> =>
    (
      await readRows<{ event: string }>(
        inUse.shop.payload,
        sql`select n.event from notifications n join orders o on o.id::text = n.subject_id
          where o.token = ${token} and n.channel = 'email' and n.recipient_kind = 'customer'
            and n.event ~ '^(instalment|overdue|chance|contract)[.]' order by n.created_at, n.id`,
      )
    ).map(({ event }) => event)

  /** Reasons for which the service of an order is wanted off. */
  const blockers = async (token: string): Promise<string[]> =>
    (
      await readRows<{ kind: string }>(
        inUse.shop.payload,
        sql`select b.kind from service_blockers b join orders o on o.id = b.order_id
          where o.token = ${token} and b.state = 'active' order by b.created_at`,
      )
    ).map(({ kind }) => kind)

  /** State of the newest case of an order. */
  const caseState = async (token: string): Promise<string | undefined> =>
    (
      await readRows<{ state: string }>(
        inUse.shop.payload,
        sql`select k.state from overdue_cases k join orders o on o.id = k.order_id
          where o.token = ${token} order by k.created_at desc limit 1`,
      )
    )[0]?.state

  return {
    arrears,
    askForChance,
    asStaff,
    blockers,
    caseState,
    choose,
    enter,
    grant,
    logIn,
    look,
    order,
    pay,
    people,
    product,
    revise,
    running,
    sweep,
    sweepThrough,
    told,
    transfer,
    tryOrder,
  }
}
