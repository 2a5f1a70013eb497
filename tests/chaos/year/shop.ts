import { randomUUID } from 'node:crypto'

import type { Payload } from 'payload'

import { queryRows, runInTransaction, sql } from '@/plugin/kernel/payload'
import { clock, wibDayOf } from '@/plugin/kernel/time'
import { openPayment, placeOrder } from '@/plugin/orders'
import { chooseOwed } from '@/plugin/orders/actions/chooseOwed'
import { findOwed, lockOrder } from '@/plugin/orders/actions/lockOrder'
import { recordMoney } from '@/plugin/payments'
import { createProduct } from '../../factories/product'
import type { OpenShop } from '../../support/openShop'
import type { Person } from './people'

/** A contract of the year, with what its person has paid so far by our own count. */
export type Contract = Person & { id: string; paid: number; token: string }

const STAFF = { label: 'Si Admin', role: 'admin' } as const

/** Puts the product on sale, with a plan for each tenor that suspends by itself. */
export const sellPlans = async (payload: Payload): Promise<string> => {
  const plans = [2, 3, 4, 6].map((tenor) => ({
    key: `${tenor}x`,
    ladder: { suspension: 'auto' },
    tenor,
  }))
  const { slug } = await createProduct({
    payload,
    wish: { contractMonths: 12, kind: 'vps', plans, price: 100_001 } as object,
  })
  return slug
}

/** Accounts without a password: nobody logs in during the year. */
export const openAccounts = async (payload: Payload, count: number): Promise<string[]> => {
  const rows = await queryRows<{ id: string }>(
    payload,
    sql`insert into customers (id, name, email, phone, locale, created_at, updated_at)
      select gen_random_uuid(), 'Pelanggan ' || n, 'tahun-' || n || '@contoh.id', '+6281234567890', 'id', now(), now()
      from generate_series(1, ${count}::int) n returning id`,
  )
  return rows.map(({ id }) => id)
}

/** Orders through the shop's own action, on the day on which the clock stands. */
export const placeContract = async (
  payload: Payload,
  args: { index: number; person: Person; product: string },
): Promise<Contract> => {
  const { index, person, product } = args
  const { token } = await placeOrder({
    customerId: person.customerId,
    input: {
      acceptedTerms: true,
      customer: {
        email: `tahun-${index + 1}@contoh.id`,
        name: `Pelanggan ${index + 1}`,
        phone: '081234567890',
      },
      items: [{ plan: `${person.tenor}x`, product, quantity: 1 }],
    },
    locale: 'id',
    now: clock.now(),
    payload,
  })
  const [row] = await queryRows<{ id: string }>(
    payload,
    sql`select id from orders where token = ${token}`,
  )
  return { ...person, id: row?.id ?? '', paid: 0, token }
}

/** Money that reached the shop's bank: `share` of what is due now, or of everything. */
export const payByTransfer = (
  payload: Payload,
  contract: Contract,
  how: { all?: boolean; share?: number; times?: number } = {},
): Promise<void> => {
  const { all = false, share = 1, times = 1 } = how
  return runInTransaction(payload, async (tx) => {
    const order = await lockOrder(tx, sql`o.id = ${contract.id}`)
    if (findOwed(order).length === 0) {
      return
    }
    const chosen = chooseOwed(order, all ? { pay: 'all' } : {})
    const instalmentSet = chosen.owed.map(({ seq }) => seq).join(',')
    const amount = Math.ceil(chosen.total * share)
    for (let time = 0; time < times; time += 1) {
      const key = randomUUID()
      await recordMoney(tx, {
        actor: STAFF,
        amount,
        asked: { amount: chosen.total, instalmentSet, rebate: 0 },
        attempt: order.lastAttempt + 1 + time,
        bankReference: key,
        files: [],
        key,
        orderId: contract.id,
        receivedOn: wibDayOf(clock.now()),
      })
      contract.paid += amount
    }
  })
}

/** A virtual account opened before midnight at the gateway, over real HTTP; answers how to pay it. */
export const openVirtualAccount = async (
  shop: OpenShop,
  contract: Contract,
): Promise<() => Promise<void>> => {
  const payment = await openPayment({
    now: clock.now(),
    payload: shop.payload,
    token: contract.token,
  })
  return async () => {
    await shop.gateway.pay({ merchantOrderId: payment.merchantOrderId, wait: true })
    await shop.idle()
    contract.paid += payment.amount
  }
}

/** Mails count as delivered at once: what sending does has a group of its own. */
export const deliverMails = async (payload: Payload): Promise<void> => {
  await queryRows(
    payload,
    sql`update notifications set state = 'sent', sent_at = now() where state = 'queued'`,
  )
  await queryRows(
    payload,
    sql`delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
      where t.id = j.task_id and t.identifier = 'notifications.deliver' and j.locked_by is null`,
  )
}
