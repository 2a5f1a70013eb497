import type { Markup, PlanTerms, Share } from './terms'

import { DomainError } from '../../kernel/errors'
import { addRupiah, multiplyRupiah, type Rupiah, rupiah, splitRupiah } from '../../kernel/money'
import { addDays, addMonths, partsOfDay, type WibDay, wibDay } from '../../kernel/time'
import { MAX_TENOR } from './terms'

/** What a debt is for. `full` is a purchase that is paid at once. */
export type InstalmentKind = 'downPayment' | 'full' | 'instalment' | 'lateFee'

/** One row of a schedule: what is due on which WIB day. */
export type ScheduleRow = {
  amount: Rupiah
  dueOn: WibDay
  kind: Extract<InstalmentKind, 'downPayment' | 'instalment'>
  seq: number
}

/** A price in parts. All sums are exact: `total` is the sum of the rows. */
export type Schedule = {
  cashPrice: Rupiah
  /** What it costs more than paying at once; 0 when it costs the same. */
  difference: Rupiah
  downPayment: Rupiah
  markup: Rupiah
  rows: ScheduleRow[]
  setupFee: Rupiah
  total: Rupiah
}

const PERCENT = 10_000n

/** A share of an amount in whole rupiah, half a rupiah upward. */
export const resolveShare = (share: Share, of: Rupiah): Rupiah => {
  switch (share.kind) {
    case 'amount':
      return rupiah(share.amount)
    case 'none':
      return rupiah(0)
    case 'percent':
      return rupiah(Number((BigInt(of) * BigInt(share.basisPoints) + PERCENT / 2n) / PERCENT))
  }
}

const resolveMarkup = (args: { financed: Rupiah; markup: Markup; tenor: number }): Rupiah => {
  const { financed, markup, tenor } = args
  return markup.kind === 'perMonth'
    ? resolveShare({ basisPoints: markup.basisPoints * tenor, kind: 'percent' }, financed)
    : resolveShare(markup, financed)
}

/** The first day of `dueDay` on or after `earliest`; `earliest` itself when no day is set. */
export const resolveFirstDue = (args: { dueDay: null | number; earliest: WibDay }): WibDay => {
  const { dueDay, earliest } = args
  if (dueDay === null) {
    return earliest
  }
  const [year, month] = partsOfDay(earliest)
  const inMonth = wibDay(
    [
      String(year).padStart(4, '0'),
      String(month).padStart(2, '0'),
      String(dueDay).padStart(2, '0'),
    ].join('-'),
  )
  return inMonth >= earliest ? inMonth : addMonths({ anchor: inMonth, months: 1 })
}

/**
 * Amounts in equal parts on anchored months: parts differ by one rupiah at most, larger ones first, and
 * each due day is counted from the first, so that 31 Jan is followed by 28 Feb and 31 Mar.
 */
export const buildInstalmentRows = (args: {
  firstDue: WibDay
  firstSeq: number
  tenor: number
  total: Rupiah
}): ScheduleRow[] =>
  splitRupiah(args.total, args.tenor).map((amount, index) => ({
    amount,
    dueOn: addMonths({ anchor: args.firstDue, months: index }),
    kind: 'instalment',
    seq: args.firstSeq + index,
  }))

const assertPayable = (args: { financed: Rupiah; tenor: number }): void => {
  const { financed, tenor } = args
  if (!Number.isInteger(tenor) || tenor < 1 || tenor > MAX_TENOR) {
    throw new DomainError('plan.invalid', { field: 'tenor' })
  }
  if (financed < tenor) {
    throw new DomainError('plan.invalid', { field: 'downPayment' })
  }
}

type Sums = Pick<Schedule, 'cashPrice' | 'downPayment' | 'markup' | 'setupFee'>

/** Each part of one piece is rounded by itself, so that two pieces cost exactly twice as much. */
const resolveSums = (args: { cashPrice: Rupiah; quantity: number; terms: PlanTerms }): Sums => {
  const { cashPrice, quantity, terms } = args
  const { tenor } = terms
  const downPayment = resolveShare(terms.downPayment, cashPrice)
  const financed = rupiah(cashPrice - downPayment)
  assertPayable({ financed, tenor })
  const markup = resolveMarkup({ financed, markup: terms.markup, tenor })
  const times = (amount: Rupiah): Rupiah => multiplyRupiah(amount, quantity)
  return {
    cashPrice: times(cashPrice),
    downPayment: times(downPayment),
    markup: times(markup),
    setupFee: times(rupiah(terms.setupFee)),
  }
}

/**
 * The schedule of a plan for one purchase. What is due at once, down payment and setup fee, is a row
 * of its own on the day of the order; the rest follows in equal parts.
 *
 * @param args.cashPrice Price of one piece when it is paid at once
 * @param args.startOn WIB day of the order
 * @throws DomainError `plan.invalid` when nothing is left to be paid in parts
 */
export const buildSchedule = (args: {
  cashPrice: Rupiah
  quantity?: number
  startOn: WibDay
  terms: PlanTerms
}): Schedule => {
  const { quantity = 1, startOn, terms } = args
  const sums = resolveSums({ cashPrice: args.cashPrice, quantity, terms })
  const upFront = addRupiah(sums.downPayment, sums.setupFee)
  const hasUpFront = upFront > 0
  const earliest = addDays(startOn, Math.max(terms.firstDueDays, hasUpFront ? 1 : 0))
  const total = addRupiah(sums.cashPrice, sums.markup, sums.setupFee)
  const rows: ScheduleRow[] = [
    ...(hasUpFront
      ? [{ amount: upFront, dueOn: startOn, kind: 'downPayment' as const, seq: 1 }]
      : []),
    ...buildInstalmentRows({
      firstDue: resolveFirstDue({ dueDay: terms.dueDay, earliest }),
      firstSeq: hasUpFront ? 2 : 1,
      tenor: terms.tenor,
      total: rupiah(total - upFront),
    }),
  ]
  return { ...sums, difference: rupiah(total - sums.cashPrice), rows, total }
}
