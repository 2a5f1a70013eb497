import type { Locale } from '../../kernel/errors'
import type { SuspensionResult } from '../outcome'

import { type BulkDeed, sayOutcome, SUSPENSION_TEXTS } from './texts'

/** How many were chosen, and how many share each outcome, in the order in which they came. */
export type ForeseenWords = { chosen: string; parts: string }

/** What would become of many services: `12 dipilih`, `9 bisa ditangguhkan, 2 sudah lunas, 1 sedang dibayar`. */
export const describeForeseen = (args: {
  deed: BulkDeed
  locale: Locale
  results: readonly SuspensionResult[]
}): ForeseenWords => {
  const { deed, locale, results } = args
  const outcomes = [...new Set(results.map(({ outcome }) => outcome))]
  const parts = outcomes.map((outcome) => {
    const count = results.filter((each) => each.outcome === outcome).length
    return `${count} ${sayOutcome({ deed, isForeseen: true, outcome })[locale]}`
  })
  return { chosen: SUSPENSION_TEXTS[locale].chosen(results.length), parts: parts.join(', ') }
}
