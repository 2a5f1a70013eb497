import { beforeAll, describe, expect, it } from 'vitest'
import {
  findSqlState,
  newId,
  queryRows,
  runInTransaction,
  type SQL,
  sql,
} from '@/plugin/kernel/payload'
import { countRows } from '../../support/books'
import { useShop } from '../../support/useShop'

const inUse = useShop()
let victim = { attempt: '', debt: '', order: '', payment: '' }

beforeAll(async () => {
  const { order, payment } = await inUse.buyer.buy()
  const [row] = await queryRows<typeof victim>(
    inUse.shop.payload,
    sql`select o.id as order, p.id as payment, p.merchant_order_id as attempt, i.id as debt
      from orders o join payments p on p.order_id = o.id join instalments i on i.order_id = o.id
      where o.token = ${order.token} and p.merchant_order_id = ${payment.merchantOrderId}`,
  )
  victim = row ?? victim
})

/** What Postgres says to statements typed by hand, in one transaction: its SQLSTATE, or "taken". */
const sayTo = (...statements: SQL[]): Promise<string> =>
  runInTransaction(inUse.shop.payload, async (tx) => {
    for (const statement of statements) {
      await tx.rows(statement)
    }
    throw new Error('taken')
  }).catch((error: unknown) => findSqlState(error) ?? (error as Error).message)

/** The same, up to and including the commit. */
const commit = (...statements: SQL[]): Promise<string> =>
  runInTransaction(inUse.shop.payload, async (tx) => {
    for (const statement of statements) {
      await tx.rows(statement)
    }
  }).then(
    () => 'taken',
    (error: unknown) => findSqlState(error) ?? String(error),
  )

const CHECK = '23514'
const UNIQUE = '23505'

const book = (posting: string, ...lines: [account: string, amount: number][]): SQL => {
  const rows = lines.map(
    ([account, amount]) =>
      sql`(${newId()}::uuid, ${posting}, 'payment.received', ${account}, ${amount}::numeric)`,
  )
  return sql`insert into ledger_entries (id, posting, kind, account, amount)
    values ${sql.join(rows, sql`, `)}`
}

describe('The books', () => {
  it.each(['ledger_entries', 'transitions', 'transition_seals'])(
    'take no change by hand: %s',
    async (table) => {
      const name = sql.identifier(table)
      const column = sql.identifier(table === 'transition_seals' ? 'sealed_at' : 'created_at')
      const before = await countRows(inUse.shop.payload, sql`${name}`)
      if (table !== 'transition_seals') {
        expect(await commit(sql`update ${name} set ${column} = now()`)).toBe(CHECK)
        expect(await commit(sql`delete from ${name}`)).toBe(CHECK)
      }
      expect(await commit(sql`truncate ${name} cascade`)).toBe(CHECK)
      expect(await countRows(inUse.shop.payload, sql`${name}`)).toBe(before)
    },
  )

  it('take a posting that balances and none that does not', async () => {
    expect(await sayTo(book('even', ['gateway', 7], ['excess', -7]))).toBe('taken')
    expect(await sayTo(book('odd', ['gateway', 7], ['excess', -6]))).toBe(CHECK)
    expect(await sayTo(book('lonely', ['gateway', 7]))).toBe(CHECK)
    // Neither half may wait for the other.
    const halves = [book('halves', ['gateway', 7]), book('halves', ['excess', -7])]
    expect(await sayTo(...halves)).toBe(CHECK)
    // Two wrongs that cancel each other out are still two wrongs.
    expect(
      await sayTo(
        sql`${book('wrong', ['gateway', 7])}, (${newId()}::uuid, 'other', 'x', 'excess', -7)`,
      ),
    ).toBe(CHECK)
  })

  it('hold whole rupiah only', async () => {
    expect(await sayTo(book('half', ['gateway', 0.5], ['excess', -0.5]))).toBe(CHECK)
    expect(await sayTo(book('nought', ['gateway', 0]))).toBe(CHECK)
  })
})

describe('The sums', () => {
  const allocate = (amount: number): SQL => sql`
    insert into allocations (id, payment_id, instalment_id, amount)
    select ${newId()}, id, ${victim.debt}, ${amount} from payments where id <> ${victim.payment}
    limit 1`

  it('of allocations never exceed the instalment; the commit refuses', async () => {
    await inUse.buyer.checkout()
    expect(await commit(allocate(1))).toBe(CHECK)
    expect(
      await commit(
        sql`update allocations set amount = amount + 1 where payment_id = ${victim.payment}`,
      ),
    ).toBe(CHECK)
  })

  it('of lines and of instalments are the order’s total', async () => {
    expect(
      await sayTo(sql`insert into instalments (id, order_id, seq, due_on, amount, state)
        values (${newId()}, ${victim.order}, 2, '2027-01-01', 1, 'open')`),
    ).toBe(CHECK)
    expect(
      await sayTo(sql`update instalments set amount = amount + 1 where id = ${victim.debt}`),
    ).toBe(CHECK)
    expect(
      await sayTo(sql`update order_items set quantity = 2, amount = 2 * amount
        where order_id = ${victim.order}`),
    ).toBe(CHECK)
    // A revision may add to what is owed, as long as the order says so.
    expect(
      await sayTo(sql`with more as (update orders set total = total + 1, adjustment = adjustment + 1
          where id = ${victim.order})
        insert into instalments (id, order_id, seq, due_on, amount, state)
        values (${newId()}, ${victim.order}, 2, '2027-01-01', 1, 'open')`),
    ).toBe('taken')
  })

  it('of a line are quantity times price', async () => {
    const where = sql`where order_id = ${victim.order}`
    for (const change of [sql`quantity = 2`, sql`unit_price = 1`, sql`amount = 1`]) {
      expect(await sayTo(sql`update order_items set ${change} ${where}`)).toBe(CHECK)
    }
  })
})

describe('Amounts', () => {
  const columns: [string, string][] = [
    ['orders', 'total'],
    ['instalments', 'amount'],
    ['payments', 'amount'],
    ['allocations', 'amount'],
  ]

  it.each(columns)('of %s.%s are whole and not negative', async (table, column) => {
    for (const amount of ['0.5', '-1', "'NaN'", '1e-9', "'Infinity'", '1e20']) {
      expect(
        await sayTo(
          sql`update ${sql.identifier(table)} set ${sql.identifier(column)} = ${sql.raw(amount)}`,
        ),
      ).toBe(CHECK)
    }
  })
})

describe('What may exist once', () => {
  it('an open attempt per set of instalments', async () => {
    await inUse.buyer.checkout()
    const again = sql`insert into payments (id, merchant_order_id, state, order_id, attempt,
        instalment_set, amount)
      select ${newId()}, 'LN-TWIN', 'pending', order_id, 99, instalment_set, amount from payments
      where state = 'pending' limit 1`
    expect(await sayTo(again)).toBe(UNIQUE)
  })

  it.each([
    ['payments', 'merchant_order_id'],
    ['payments', 'reference'],
    ['payment_events', 'key'],
    ['notifications', 'key'],
    ['reviews', 'key'],
    ['orders', 'number'],
    ['orders', 'token'],
    ['orders', 'idempotency_key'],
  ])('%s.%s', async (table, column) => {
    const { order } = await inUse.buyer.checkout()
    await inUse.buyer.pay(await inUse.buyer.open(order.token), { amount: 800_000 })
    const again = await inUse.buyer.checkout()
    await inUse.buyer.pay(again.payment, { amount: 800_000 })
    const [name, field] = [sql.identifier(table), sql.identifier(column)]
    expect(await countRows(inUse.shop.payload, sql`${name}`)).toBeGreaterThan(1)
    expect(await sayTo(sql`update ${name} set ${field} = 'the same'`)).toBe(UNIQUE)
  })

  it('a step of a history', async () => {
    const twin = sql`insert into transitions (id, machine, subject, seq, event, from_state, to_state,
        actor_role, actor_label, metadata, at)
      select ${newId()}, machine, subject, seq, event, from_state, to_state, actor_role, actor_label,
        metadata, at from transitions limit 1`
    expect(await sayTo(twin)).toBe(UNIQUE)
  })
})
