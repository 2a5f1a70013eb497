import type { QueuedMessage } from '../../notifications'
import type { Decision } from '../rules/ladderFacts'
import type { SceneDebt } from './scene'

import { blockService } from '../../hosting'
import { SYSTEM } from '../../kernel/payload'
import { daysBetween, wibDay } from '../../kernel/time'
import { askForChoice, noteSuspension, openCase, proposeSuspension } from '../cases/openCase'
import {
  arrearsParams,
  instalmentParams,
  panelUrlOf,
  type Told,
  toCustomer,
  toStaff,
} from '../messages'

/** What one run has done so far; shared by all contracts of the run. */
export type Run = {
  /** Most suspensions that the run makes by itself. */
  most: number
  proposed: { amount: number; orderId: string }[]
  /** Suspensions that it made by itself. */
  suspended: number
  /** Suspensions beyond the limit, which now wait for people. */
  withheld: number
}

type Deed = Extract<Decision, { kind: 'do' }>

const DAYS_LEFT = { remind1: true, remind2: true, remind3: true } as const

const noticeOf = (told: Told, debt: SceneDebt, { step }: Deed): QueuedMessage => {
  const params = instalmentParams(told, debt)
  const key = `${debt.seq}:${step}`
  if (step in DAYS_LEFT) {
    const daysLeft = daysBetween({ from: told.today, to: wibDay(debt.dueOn) })
    return toCustomer(told, { event: 'instalment.reminder', params: { ...params, daysLeft } }, key)
  }
  return step === 'issued'
    ? toCustomer(told, { event: 'instalment.issued', params }, key)
    : toCustomer(told, { event: 'instalment.dueToday', params }, key)
}

/** Suspends, or proposes it: by the plan, and by itself only up to the limit of the run. */
const suspend = async (told: Told, run: Run): Promise<void> => {
  const { scene, standing, today, tx } = told
  const { orderId } = scene
  const opened = await openCase(tx, scene, today)
  const isAuto = scene.terms.ladder.suspension === 'auto'
  if (isAuto && run.suspended < run.most) {
    run.suspended += 1
    await blockService(tx, {
      actor: SYSTEM,
      kind: 'unpaid',
      orderId,
      reason: `Tunggakan sejak ${standing.arrears?.since ?? today}`,
    })
    await noteSuspension(tx, opened)
    return
  }
  run.withheld += isAuto ? 1 : 0
  run.proposed.push({ amount: standing.toBecomeCurrent, orderId })
  await proposeSuspension(tx, opened)
}

/** Does one step of the ladder; answers what is to be said about it. Under the order's lock. */
export const perform = async (args: {
  deed: Deed
  run: Run
  told: Told
}): Promise<QueuedMessage[]> => {
  const { deed, run, told } = args
  const { scene, today, tx } = told
  const debt = scene.debts.find(({ seq }) => seq === deed.seq)
  if (!debt) {
    return []
  }
  const key = `${deed.seq}:${deed.step}`
  switch (deed.step) {
    case 'late':
      await openCase(tx, scene, today)
      return [toCustomer(told, { event: 'instalment.late', params: arrearsParams(told) }, key)]
    case 'choice':
      await askForChoice(tx, { opened: await openCase(tx, scene, today), today })
      return [toCustomer(told, { event: 'overdue.choice', params: arrearsParams(told) }, key)]
    case 'warning':
      await openCase(tx, scene, today)
      return [toCustomer(told, { event: 'overdue.warning', params: arrearsParams(told) }, key)]
    case 'suspend':
      await suspend(told, run)
      return []
    case 'escalate': {
      const params = { ...arrearsParams(told), url: panelUrlOf(told) }
      return toStaff(told, { event: 'overdue.escalated', params }, key)
    }
    default:
      return [noticeOf(told, debt, deed)]
  }
}
