import type { Locale } from '../../kernel/errors'
import type { Tone } from '../../kernel/machine'
import type { CaseRow } from '../queries/findCases'

import { panelStates } from '../../kernel/machine'
import { formatRupiah } from '../../kernel/money'
import { formatDay } from '../../kernel/time'
import { overdueCaseMachine } from '../cases/machine'
import { OVERDUE_TEXTS } from './overdueTexts'

/** One contract in arrears as the browser gets it: words only. */
export type CaseLine = {
  amount: string
  badges: { text: string; tone: Tone }[]
  customer: string
  late: string
  number: string
  orderId: string
  title: string
  url: string
}

const badgesOf = (row: CaseRow, locale: Locale): CaseLine['badges'] => {
  const text = OVERDUE_TEXTS[locale]
  const state = panelStates(overdueCaseMachine)[row.state]
  const { chanceUntil, isOff, proposedOn, requestedUntil } = row
  return [
    { text: state?.label[locale] ?? row.state, tone: state?.tone ?? 'neutral' },
    ...(proposedOn ? [{ text: text.proposed, tone: 'danger' as const }] : []),
    ...(chanceUntil
      ? [{ text: `${text.chanceUntil} ${formatDay(chanceUntil, locale)}`, tone: 'info' as const }]
      : []),
    ...(requestedUntil
      ? [
          {
            text: `${text.askedUntil} ${formatDay(requestedUntil, locale)}`,
            tone: 'warning' as const,
          },
        ]
      : []),
    ...(isOff ? [{ text: text.off, tone: 'danger' as const }] : []),
  ]
}

/** A contract in arrears in words; `urlOf` leads to its order in the panel. */
export const toCaseLine = (
  row: CaseRow,
  { locale, urlOf }: { locale: Locale; urlOf: (orderId: string) => string },
): CaseLine => {
  const text = OVERDUE_TEXTS[locale]
  const { amount, customerName, daysLate, number, orderId, since, title } = row
  return {
    amount: formatRupiah(amount, locale),
    badges: badgesOf(row, locale),
    customer: customerName,
    late: `${text.late(daysLate)}, ${text.since} ${formatDay(since, locale)}`,
    number,
    orderId,
    title,
    url: urlOf(orderId),
  }
}
