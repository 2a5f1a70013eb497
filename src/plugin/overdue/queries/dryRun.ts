import type { Payload } from 'payload'

import type { Decision } from '../rules/ladderFacts'

import { queryRows, sql, statementsOn } from '../../kernel/payload'
import type { WibDay } from '../../kernel/time'
import { findDueFees } from '../sweep/fees'
import { findScene, type Scene } from '../sweep/scene'
import { evaluateLadder } from '../rules/evaluate'
import { hourOf } from '../rules/hours'
import { ladderFactsOf, standingOf } from '../rules/standingOf'
import { overdueRuntime } from '../runtime'

/** What would happen with one step of one debt, and the WIB day on which that debt is due. */
export type DryRunStep = { dueOn: WibDay } & Decision

/** What the ladder would do with one contract on one day, and why. Rupiah, WIB days. */
export type DryRunRow = {
  customerName: string
  daysLate: number
  decisions: DryRunStep[]
  /** Rupiah of late fees that would be charged. */
  fees: number
  /** Whether a chance would lapse. */
  lapses: boolean
  number: string
  orderId: string
  /** What suspends: by itself, or when somebody confirms it. */
  suspension: 'auto' | 'propose'
  title: string
  toBecomeCurrent: number
}

/** A dry run: at most `MOST` rows of `total` contracts whose time would have come. */
export type DryRun = { day: WibDay; rows: DryRunRow[]; total: number }

const MOST = 500

const toRow = (payload: Payload, scene: Scene, day: WibDay): DryRunRow => {
  const { shieldDays } = overdueRuntime.get(payload)
  const lapses = scene.chance !== null && scene.chance.until < day
  const judged = lapses
    ? {
        ...scene,
        chance: null,
        ended: { number: scene.ended.number + 1, on: scene.chance?.until ?? null },
      }
    : scene
  const standing = standingOf(judged, day)
  const facts = ladderFactsOf(judged, shieldDays)
  const { decisions } = evaluateLadder(facts, day)
  return {
    customerName: scene.customerName,
    daysLate: standing.arrears?.daysLate ?? 0,
    decisions: facts.debts.flatMap(({ dueOn, seq }) =>
      decisions.filter((each) => each.seq === seq).map((each) => ({ ...each, dueOn })),
    ),
    fees: findDueFees(judged, day).reduce((sum, { amount }) => sum + amount, 0),
    lapses,
    number: scene.number,
    orderId: scene.orderId,
    suspension: scene.terms.ladder.suspension,
    title: scene.title,
    toBecomeCurrent: standing.toBecomeCurrent,
  }
}

/**
 * What the ladder would do on a WIB day as things stand now, for each contract, and why. Nothing is
 * written, nothing is locked and nobody is told.
 */
export const findDryRun = async (payload: Payload, day: WibDay): Promise<DryRun> => {
  const { hours } = overdueRuntime.get(payload)
  const until = hourOf(day, hours[1]).toISOString()
  const due = await queryRows<{ orderId: string; total: number }>(
    payload,
    sql`select c.order_id as "orderId", (count(*) over ())::int as total from contracts c
      join orders o on o.id = c.order_id
      where c.look_at <= ${until} and o.state <> 'cancelled' order by c.look_at, c.id limit ${MOST}`,
  )
  const tx = statementsOn(payload)
  const rows: DryRunRow[] = []
  for (const { orderId } of due) {
    const row = toRow(payload, await findScene(tx, orderId), day)
    if (row.decisions.length > 0 || row.fees > 0 || row.lapses) {
      rows.push(row)
    }
  }
  return { day, rows, total: due[0]?.total ?? 0 }
}
