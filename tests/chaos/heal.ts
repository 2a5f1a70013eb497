import { setTimeout as wait } from 'node:timers/promises'

import type { Stand } from '../support/stand'
import type { Invoice } from './traffic/gateway'
import type { Market } from './traffic/purchase'

import { addSweep } from './traffic/traffic'

/** What could run now or soon, or is held by somebody; dead jobs are counted apart. */
const WAITING = `select count(*)::int as n from graphile_worker._private_jobs
  where attempts < max_attempts and (run_at < now() + interval '10 minutes' or locked_by is not null)`

/** Not the sweeps: the engine gives up one that is still held when the next one is added. */
const DEAD = `select count(*)::int as n
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  where j.attempts >= j.max_attempts and j.locked_by is null and t.identifier <> 'payments.sweep'`

const OVERDUE = `select merchant_order_id as id from payments
  where state <> 'paid' and merchant_order_id = any($1::text[])`

const AGE = `update payments set created_at = now() - interval '11 minutes', checked_at = null
  where merchant_order_id = any($1::text[])`

/** What is left when nothing moves any more. */
export type Healed = {
  dead: number
  invoices: Invoice[]
  /** Attempts whose callback the shop had taken, but which only the sweep brought home. */
  onlySwept: string[]
  /** Jobs that did not end in time. */
  stuck: number
}

const count = async (stand: Stand, text: string): Promise<number> =>
  (await stand.database.rows<{ n: number }>(text))[0]?.n ?? 0

/** Longer than any job waits for its next attempt here. */
const STANDSTILL_MS = 90_000

/** Waits until no job is left that could run soon; gives up when their number falls no more. */
const drain = async (stand: Stand): Promise<number> => {
  let least = Number.POSITIVE_INFINITY
  let movedAt = performance.now()
  for (;;) {
    const left = await count(stand, WAITING)
    if (left < least) {
      least = left
      movedAt = performance.now()
    }
    if (left === 0 || performance.now() - movedAt > STANDSTILL_MS) {
      return left
    }
    await wait(250)
  }
}

/** Paid at the gateway, not (yet) here. */
const findOverdue = async (stand: Stand, invoices: Invoice[]): Promise<string[]> => {
  const paid = invoices.filter(({ status }) => status === 'paid')
  const ids = paid.map(({ merchantOrderId }) => merchantOrderId)
  return (await stand.database.rows<{ id: string }>(OVERDUE, [ids])).map(({ id }) => id)
}

/** The nights that bring home what no callback told: one sweep each, within the sweep's budget. */
const sweepUntilDone = async (args: {
  invoices: Invoice[]
  market: Market
  stand: Stand
}): Promise<void> => {
  const { invoices, market, stand } = args
  for (let night = 0; night < 10; night++) {
    const overdue = await findOverdue(stand, invoices)
    if (overdue.length === 0) {
      return
    }
    await stand.database.rows(AGE, [overdue])
    await addSweep(market)
    await drain(stand)
  }
}

/** Lets the shop heal: callbacks arrive, the queue empties, the sweep finds what was never told. */
export const heal = async (args: { market: Market; stand: Stand }): Promise<Healed> => {
  const { market, stand } = args
  await market.gateway.idle()
  await drain(stand)
  const invoices = await market.gateway.invoices()
  const taken = invoices.filter(({ deliveries }) => deliveries.some(({ status }) => status === 200))
  const onlySwept = await findOverdue(stand, taken)
  await sweepUntilDone({ invoices, market, stand })
  const stuck = await drain(stand)
  return { dead: await count(stand, DEAD), invoices, onlySwept, stuck }
}
