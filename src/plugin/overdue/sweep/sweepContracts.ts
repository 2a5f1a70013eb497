import type { Payload } from 'payload'

import type { Run } from './perform'

import { queryRows, runInTransaction, sql } from '../../kernel/payload'
import { notificationsRuntime, queueMessages } from '../../notifications'
import { OVERDUE_PATH } from '../paths'
import { overdueRuntime } from '../runtime'
import { actOnContract } from './act'

const PAGE = 500

/** Contracts at a time: each takes one connection of the pool for a moment. */
const LANES = 3

const findDue = (payload: Payload, now: Date, failed: readonly string[]) =>
  queryRows<{ orderId: string }>(
    payload,
    sql`select c.order_id as "orderId" from contracts c
      where c.look_at <= ${now.toISOString()}
        and not (c.order_id::text = any(string_to_array(${failed.join(',')}, ',')))
      order by c.look_at, c.id limit ${PAGE}`,
  )

/** What came of a run. */
export type SweepReport = {
  failures: { error: unknown; orderId: string }[]
  looked: number
  run: Run
}

const sweepPage = async (
  payload: Payload,
  args: { due: { orderId: string }[]; now: Date; report: SweepReport },
): Promise<void> => {
  const { due, now, report } = args
  const queue = due[Symbol.iterator]()
  const lane = async (): Promise<void> => {
    for (const { orderId } of queue) {
      try {
        await actOnContract(payload, { now, orderId, run: report.run })
        report.looked += 1
      } catch (error) {
        report.failures.push({ error, orderId })
      }
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}

type StaffNews =
  | { event: 'overdue.capReached'; params: { done: number; url: string; waiting: number } }
  | { event: 'overdue.proposals'; params: { count: number; total: number; url: string } }

/** What staff hear of a run: what it proposes, and that it stopped at its limit. */
const buildNews = (payload: Payload, { run }: SweepReport): StaffNews[] => {
  const { admin } = payload.config.routes
  const { serverUrl } = overdueRuntime.get(payload)
  const url = `${serverUrl}${admin}${OVERDUE_PATH}?tampil=proposed`
  const { proposed, suspended: done, withheld: waiting } = run
  const total = proposed.reduce((sum, { amount }) => sum + amount, 0)
  return [
    ...(proposed.length > 0
      ? [{ event: 'overdue.proposals' as const, params: { count: proposed.length, total, url } }]
      : []),
    ...(waiting > 0
      ? [{ event: 'overdue.capReached' as const, params: { done, url, waiting } }]
      : []),
  ]
}

/** One mail each to all staff, once per hour of a run. */
const tellStaff = async (payload: Payload, report: SweepReport, now: Date): Promise<void> => {
  const news = buildNews(payload, report)
  if (news.length === 0) {
    return
  }
  const subject = { id: report.run.proposed[0]?.orderId ?? '', type: 'order' as const }
  await runInTransaction(payload, async (tx) => {
    const readers = await notificationsRuntime.get(payload).findStaff(tx)
    const messages = readers.flatMap((reader) =>
      news.map((each) => ({
        ...each,
        recipient: { ...reader, kind: 'staff' as const, locale: 'id' as const },
        step: now.toISOString().slice(0, 13),
        subject,
      })),
    )
    await queueMessages({ messages, tx })
  })
}

/**
 * Looks at every contract whose time has come, each in a transaction of its own: what fails holds up
 * none of the rest. Run twice, or late, it does nothing twice.
 */
export const sweepContracts = async (payload: Payload, now: Date): Promise<SweepReport> => {
  const { mostPerRun: most } = overdueRuntime.get(payload)
  const run: Run = { most, proposed: [], suspended: 0, withheld: 0 }
  const report: SweepReport = { failures: [], looked: 0, run }
  for (;;) {
    const failed = report.failures.map(({ orderId }) => orderId)
    const due = await findDue(payload, now, failed)
    if (due.length === 0) {
      break
    }
    await sweepPage(payload, { due, now, report })
  }
  await tellStaff(payload, report, now)
  return report
}
