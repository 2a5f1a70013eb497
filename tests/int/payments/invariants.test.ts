import { beforeAll, describe, expect, it } from 'vitest'
import { checkInvariants, invariants } from '@/plugin/invariants'
import { newId, type SQL, sql } from '@/plugin/kernel/payload'
import { openShop, type OpenShop } from '../../support/openShop'
import { makeBuyer } from '../../support/purchase'

let shop: OpenShop
let paid = { id: '', orderId: '' }

/** A statement that the shop's own guards would refuse, made in a transaction that is rolled back. */
const breachesAfter = async (...tampering: SQL[]): Promise<Set<string>> => {
  const drizzle = shop.payload.db.drizzle
  const codes = new Set<string>()
  const undone = new Error('undone')
  const work = drizzle.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    for (const statement of tampering) {
      await tx.execute(statement)
    }
    const payload = { ...shop.payload, db: { ...shop.payload.db, drizzle: tx } }
    const breaches = await checkInvariants({ payload: payload as unknown as typeof shop.payload })
    breaches.forEach(({ code }) => codes.add(code))
    throw undone
  })
  await work.catch((error: unknown) => {
    if (error !== undone) {
      throw error
    }
  })
  return codes
}

beforeAll(async () => {
  shop = await openShop({ databaseUrl: process.env.DATABASE_URL ?? '' })
  await shop.startWorker()
  const buyer = makeBuyer(shop)
  const { payment } = await buyer.buy()
  const over = await buyer.checkout()
  await buyer.pay(over.payment, { amount: 800_000 })
  await buyer.checkout()
  const { rows } = await shop.payload.db.drizzle.execute(
    sql`select id, order_id as "orderId" from payments where merchant_order_id = ${payment.merchantOrderId}`,
  )
  paid = rows[0] as typeof paid
  return () => shop.close()
})

const ledgerRow = (args: { account: string; amount: number; posting: string }): SQL => sql`
  insert into ledger_entries (id, posting, kind, account, amount, order_id, payment_id)
  values (${newId()}, ${args.posting}, 'payment.received', ${args.account}, ${args.amount},
    ${paid.orderId}, ${paid.id})`

describe('The invariants', () => {
  it('hold for an honest shop', async () => {
    expect(await checkInvariants({ payload: shop.payload })).toEqual([])
    expect(await breachesAfter()).toEqual(new Set())
  })

  it('cover every code, each with a promise of its own', () => {
    expect([...new Set(invariants.map(({ code }) => code))]).toEqual(
      Array.from({ length: 10 }, (_, at) => `I${at + 1}`),
    )
    expect(new Set(invariants.map(({ promise }) => promise)).size).toBe(invariants.length)
  })

  const tamperings: [string, string, () => SQL[]][] = [
    [
      'I1',
      'a lonely ledger row',
      () => [ledgerRow({ account: 'gateway', amount: 1, posting: 'x' })],
    ],
    [
      'I2',
      'a receivable that nobody paid',
      () => [
        ledgerRow({ account: 'receivable', amount: -1, posting: 'x' }),
        ledgerRow({ account: 'sales', amount: 1, posting: 'x' }),
      ],
    ],
    [
      'I2',
      'an allocation beyond the debt',
      () => [sql`update allocations set amount = amount + 1`],
    ],
    ['I2', 'a review that vanished', () => [sql`delete from reviews`]],
    [
      'I3',
      'money booked twice',
      () => [
        ledgerRow({ account: 'gateway', amount: 5, posting: 'x' }),
        ledgerRow({ account: 'receivable', amount: -5, posting: 'x' }),
      ],
    ],
    [
      'I3',
      'a payment without money',
      () => [sql`update payments set state = 'paid' where state = 'pending'`],
    ],
    [
      'I4',
      'an order called paid',
      () => [sql`update orders set payment_state = 'paid' where payment_state = 'unpaid'`],
    ],
    [
      'I4',
      'an instalment called paid',
      () => [sql`update instalments set state = 'paid' where state = 'open'`],
    ],
    [
      'I5',
      'a receipt that was never written',
      () => [sql`delete from notifications where event = 'payment.received'`],
    ],
    [
      'I5',
      'a receipt for nothing',
      () => [
        sql`update notifications set step = ${newId()} where event = 'payment.receivedByStaff'`,
      ],
    ],
    ['I6', 'a state that nobody reached', () => [sql`update orders set state = 'fulfilled'`]],
    ['I6', 'a missing step', () => [sql`delete from transitions where seq = 1`]],
    [
      'I6',
      'a move that no table has',
      () => [sql`update transitions set event = 'magic' where machine = 'payment'`],
    ],
    ['I6', 'a move by the wrong people', () => [sql`update transitions set actor_role = 'editor'`]],
    ['I6', 'an actor without a name', () => [sql`update transitions set actor_label = null`]],
    [
      'I7',
      'a message that nobody will send',
      () => [
        sql`delete from graphile_worker._private_jobs where payload->>'id' in (select id::text from notifications)`,
      ],
    ],
    [
      'I7',
      'a callback that nobody will work off',
      () => [sql`update payment_events set processed_at = null`],
    ],
    [
      'I8',
      'half a rupiah',
      () => [
        sql`alter table orders drop constraint orders_total_whole`,
        sql`update orders set total = total + 0.5`,
      ],
    ],
    [
      'I8',
      'a price in floats',
      () => [sql`alter table products alter column price type double precision`],
    ],
    [
      'I9',
      'a line of another customer',
      () => [sql`update order_items set customer_id = ${newId()}`],
    ],
    [
      'I10',
      'instalments that do not sum',
      () => [sql`update instalments set amount = amount + 1 where state = 'open'`],
    ],
    [
      'I10',
      'due days that do not rise',
      () => [
        sql`insert into instalments (id, order_id, seq, due_on, amount, state)
          select ${newId()}, order_id, 2, due_on, 1, 'open' from instalments limit 1`,
      ],
    ],
  ]

  it.each(tamperings)('%s finds %s', async (code, _, tamper) => {
    expect(await breachesAfter(...tamper())).toContain(code)
  })
})
