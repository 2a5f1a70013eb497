import type { Scene, SceneDebt } from './scene'

import { rupiah } from '../../kernel/money'
import { newId, type SQL, sql, type Tx } from '../../kernel/payload'
import { addDays, clock, type WibDay, wibDay } from '../../kernel/time'
import { buildPosting } from '../../payments'
import { buildLateCharges, FEE_EVERY_DAYS } from '../../plans'

/** A late fee that has fallen due and is not charged yet; `amount` in rupiah. */
export type DueFee = { amount: number; for: SceneDebt; period: number }

const overdueOf = ({ debts }: Pick<Scene, 'debts'>, today: WibDay): SceneDebt[] =>
  debts.filter(({ dueOn, kind, state }) => kind !== 'lateFee' && state === 'open' && dueOn < today)

/** The fees that are to be charged; none while a chance is running. */
export const findDueFees = (
  scene: Pick<Scene, 'chance' | 'debts' | 'terms'>,
  today: WibDay,
): DueFee[] => {
  const { chance, debts, terms } = scene
  if (!terms.lateFee || chance) {
    return []
  }
  return overdueOf(scene, today).flatMap((debt) =>
    buildLateCharges({
      amount: rupiah(debt.amount),
      dueOn: wibDay(debt.dueOn),
      fee: terms.lateFee,
      today,
    })
      .filter(
        ({ period }) =>
          !debts.some((each) => each.lateFor === debt.seq && each.feePeriod === period),
      )
      .map(({ amount, period }) => ({ amount, for: debt, period })),
  )
}

/** The next WIB day on which a fee falls due if nothing is paid; null when none will. */
export const findNextFeeDay = (
  scene: Pick<Scene, 'debts' | 'terms'>,
  today: WibDay,
): null | WibDay => {
  const { debts, terms } = scene
  const fee = terms.lateFee
  if (!fee) {
    return null
  }
  const days = debts
    .filter(({ kind, state }) => kind !== 'lateFee' && state === 'open')
    .flatMap(({ dueOn, seq }) => {
      const charged = debts.filter(({ lateFor }) => lateFor === seq).length
      const next = addDays(wibDay(dueOn), fee.graceDays + 1 + charged * FEE_EVERY_DAYS)
      return (fee.every === 'once' && charged > 0) || next <= today ? [] : [next]
    })
  return days.length === 0 ? null : days.reduce((a, b) => (a < b ? a : b))
}

const insertFee = (scene: Scene, fee: DueFee, seq: number): SQL => {
  const at = clock.now().toISOString()
  return sql`insert into instalments (id, order_id, customer_id, seq, due_on, amount, state, kind,
      revision, late_for, fee_period, created_at, updated_at)
    values (${newId()}, ${scene.orderId}, ${scene.customerId}, ${seq},
      ${addDays(wibDay(fee.for.dueOn), 1)}, ${fee.amount}, 'open', 'lateFee', 1, ${fee.for.seq},
      ${fee.period}, ${at}, ${at})`
}

/** Charges fees: a debt and a posting each, both or neither. Under the order's lock. */
export const chargeFees = async (tx: Tx, scene: Scene, fees: readonly DueFee[]): Promise<void> => {
  let seq = Math.max(...scene.debts.map((debt) => debt.seq))
  for (const fee of fees) {
    seq += 1
    const posting = buildPosting({
      kind: 'instalment.charged',
      lines: [
        { account: 'receivable', amount: fee.amount },
        { account: 'late_fees', amount: -fee.amount },
      ],
      orderId: scene.orderId,
    })
    await tx.rows(sql`with charged as (${insertFee(scene, fee, seq)}) ${posting}`)
  }
}
