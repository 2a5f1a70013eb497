import { newId, type SQL, sql } from '../../kernel/payload'
import { clock, wibDayOf } from '../../kernel/time'
import type { PlanTerms, Schedule } from '../../plans'

/** A purchase in instalments about to be written: what was agreed, and the schedule that comes of it. */
export type NewContract = { schedule: Schedule; terms: PlanTerms }

/** Statement that writes a contract; its debts are written with `buildDebts`. */
export const buildContract = (args: {
  contract: NewContract
  customerId: string
  orderId: string
}): SQL => {
  const { contract, customerId, orderId } = args
  const { cashPrice, markup, setupFee, total } = contract.schedule
  const now = clock.now()
  const at = now.toISOString()
  return sql`insert into contracts (id, order_id, customer_id, plan_key, terms, cash_price, markup,
      setup_fee, total, revision, started_on, look_at, created_at, updated_at)
    values (${newId()}, ${orderId}, ${customerId}, ${contract.terms.key},
      ${JSON.stringify(contract.terms)}::jsonb, ${cashPrice}, ${markup}, ${setupFee}, ${total}, 1,
      ${wibDayOf(now)}, ${at}, ${at}, ${at})`
}

/** One debt about to be written. */
type NewDebt = { amount: number; dueOn: string; kind: string; seq: number }

/** Statement that writes the debts of an order: those of a schedule, or the one that is due now. */
export const buildDebts = (args: {
  customerId: null | string
  debts: readonly NewDebt[]
  orderId: string
  revision?: number
}): SQL => {
  const { customerId, debts, orderId, revision = 1 } = args
  const at = clock.now().toISOString()
  const rows = debts.map(
    ({ amount, dueOn, kind, seq }) => sql`(${newId()}::uuid, ${orderId}::uuid, ${customerId}::uuid,
      ${seq}::numeric, ${dueOn}, ${amount}::numeric, 'open', ${kind}, ${revision}::numeric,
      ${at}::timestamptz, ${at}::timestamptz)`,
  )
  return sql`insert into instalments (id, order_id, customer_id, seq, due_on, amount, state, kind,
      revision, created_at, updated_at) values ${sql.join(rows, sql`, `)}`
}
