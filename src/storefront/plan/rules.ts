import type { LateFee, PlanTerms } from '@/plugin/plans'

import { money } from '../format'
import type { StoreLocale } from '../i18n/locales'

/** A sentence of a plan's rules: its message in `plan.rules`, and what stands in it. */
export type PlanRule = { key: PlanRuleKey; values: Record<string, number | string> }

/** Messages of `plan.rules`. */
export type PlanRuleKey =
  | 'choice'
  | 'comesBack'
  | 'feeMonthly'
  | 'feeOnce'
  | 'feeCap'
  | 'issued'
  | 'late'
  | 'neverDeleted'
  | 'noFee'
  | 'noSuspension'
  | 'overpaidKept'
  | 'overpaidNext'
  | 'payoffFull'
  | 'payoffWithoutMarkup'
  | 'reminders'
  | 'remindersAndDay'
  | 'remindersOnDay'
  | 'suspendAuto'
  | 'suspendPropose'
  | 'warning'

type RuleArgs = { locale: StoreLocale; terms: PlanTerms }

const rule = (key: PlanRuleKey, values: PlanRule['values'] = {}): PlanRule => ({ key, values })

const percentText = (basisPoints: number, locale: StoreLocale): string =>
  `${(basisPoints / 100).toLocaleString(locale === 'en' ? 'en' : 'id-ID')}%`

const OF_INSTALMENT = { en: 'of the instalment', id: 'dari cicilan' }

const feeText = (fee: NonNullable<LateFee>, locale: StoreLocale): string =>
  fee.share.kind === 'amount'
    ? money({ amount: fee.share.amount, locale })
    : `${percentText(fee.share.basisPoints, locale)} ${OF_INSTALMENT[locale]}`

const buildFeeRules = ({ locale, terms: { lateFee } }: RuleArgs): PlanRule[] => {
  if (!lateFee) {
    return [rule('noFee')]
  }
  const fee = feeText(lateFee, locale)
  const key = lateFee.every === 'once' ? 'feeOnce' : 'feeMonthly'
  return [
    rule(key, { days: lateFee.graceDays + 1, fee }),
    ...(lateFee.cap === null
      ? []
      : [rule('feeCap', { cap: money({ amount: lateFee.cap, locale }) })]),
  ]
}

const buildReminderRules = ({ terms }: RuleArgs): PlanRule[] => {
  const { dueToday, issued, remind1, remind2, remind3 } = terms.ladder.offsets
  const days = [remind1, remind2, remind3].flatMap((offset) => (offset === null ? [] : [-offset]))
  const list = { days: days.join(', ') }
  return [
    ...(issued === null ? [] : [rule('issued', { days: -issued })]),
    ...(days.length > 0 ? [rule(dueToday === null ? 'reminders' : 'remindersAndDay', list)] : []),
    ...(days.length === 0 && dueToday !== null ? [rule('remindersOnDay')] : []),
  ]
}

const buildLateRules = ({ terms }: RuleArgs): PlanRule[] => {
  const { choice, late, suspend, warning } = terms.ladder.offsets
  const steps = [
    ['late', late],
    ['choice', choice],
    ['warning', warning],
    [terms.ladder.suspension === 'auto' ? 'suspendAuto' : 'suspendPropose', suspend],
  ] as const
  return [
    ...steps.flatMap(([key, days]) => (days === null ? [] : [rule(key, { days })])),
    rule(suspend === null ? 'noSuspension' : 'comesBack'),
    rule('neverDeleted'),
  ]
}

const buildMoneyRules = ({ terms }: RuleArgs): PlanRule[] => [
  rule(
    terms.payoff === 'markupBack' && terms.markup.kind !== 'none'
      ? 'payoffWithoutMarkup'
      : 'payoffFull',
  ),
  rule(terms.overpaid === 'next' ? 'overpaidNext' : 'overpaidKept'),
]

/**
 * What a customer agrees to beside the schedule, in the order in which it would happen. Everything
 * comes from the terms, which are what the shop then keeps to.
 */
export const buildPlanRules = (args: RuleArgs): { late: PlanRule[]; usual: PlanRule[] } => ({
  late: [...buildFeeRules(args), ...buildLateRules(args)],
  usual: [...buildReminderRules(args), ...buildMoneyRules(args)],
})
