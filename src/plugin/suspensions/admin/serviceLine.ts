import type { Locale } from '../../kernel/errors'
import type { Tone } from '../../kernel/machine'
import type { StaffServiceRow } from '../queries/findServiceRows'

import { BLOCKER_KINDS, hostingMachine, OBSERVED_WORDS, WANTED_WORDS } from '../../hosting'
import { panelStates } from '../../kernel/machine'
import { formatRupiah } from '../../kernel/money'
import { formatDay, formatInstantShort, wibDay } from '../../kernel/time'
import { SUSPENSION_TEXTS } from './texts'

/** One service as the browser gets it: words only. */
export type ServiceLine = {
  badges: { text: string; tone: Tone }[]
  customer: string
  /** What is owed, where anything is. */
  debt: null | string
  id: string
  name: string
  number: string
  /** What is wanted, what was seen, and when something is tried again. */
  standing: string
  /** Page of the service in the panel. */
  serviceUrl: string
  title: string
  trouble: null | string
  url: string
}

const badgesOf = (row: StaffServiceRow, locale: Locale): ServiceLine['badges'] => {
  const text = SUSPENSION_TEXTS[locale]
  const state = panelStates(hostingMachine)[row.state]
  const chance = row.chanceUntil
    ? [
        {
          text: `${text.chanceUntil} ${formatDay(wibDay(row.chanceUntil), locale)}`,
          tone: 'info' as const,
        },
      ]
    : []
  return [
    { text: state?.label[locale] ?? row.state, tone: state?.tone ?? 'neutral' },
    ...row.blockers.map((kind) => ({
      text: BLOCKER_KINDS[kind].label[locale],
      tone: 'danger' as const,
    })),
    ...(row.proposedOn ? [{ text: text.proposed, tone: 'warning' as const }] : []),
    ...chance,
  ]
}

const wordOf = (
  words: Readonly<Record<string, { label: Record<Locale, string> }>>,
  word: string,
  locale: Locale,
): string => words[word]?.label[locale] ?? word

const standingOf = (row: StaffServiceRow, locale: Locale): string => {
  const text = SUSPENSION_TEXTS[locale]
  const { nextTryAt, observed, observedAt, wanted } = row
  const seen = wordOf(OBSERVED_WORDS, observed, locale)
  const at = observedAt ? ` (${formatInstantShort(new Date(observedAt), locale)})` : ''
  const next = nextTryAt
    ? ` · ${text.nextTry} ${formatInstantShort(new Date(nextTryAt), locale)}`
    : ''
  return `${text.wanted}: ${wordOf(WANTED_WORDS, wanted, locale)} · ${text.observed}: ${seen}${at}${next}`
}

/** Where services and their orders stand in the panel, by id. */
type PanelPlaces = { serviceUrlOf: (id: string) => string; urlOf: (orderId: string) => string }

/** A service in words. */
export const toServiceLine = (
  row: StaffServiceRow,
  { locale, serviceUrlOf, urlOf }: { locale: Locale } & PanelPlaces,
): ServiceLine => ({
  badges: badgesOf(row, locale),
  customer: row.customerName,
  debt:
    row.amount > 0 ? `${formatRupiah(row.amount, locale)} ${SUSPENSION_TEXTS[locale].owed}` : null,
  id: row.id,
  name: row.domain ?? row.title,
  number: row.number,
  serviceUrl: serviceUrlOf(row.id),
  standing: standingOf(row, locale),
  title: [row.title, row.server, row.region].filter(Boolean).join(' · '),
  trouble: row.lastError,
  url: urlOf(row.orderId),
})
