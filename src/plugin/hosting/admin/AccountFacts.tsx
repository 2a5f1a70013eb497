import type { ReactElement } from 'react'

import type { PanelAccount } from '../queries/findPanelAccount'

import { Section } from '../../kernel/admin/Section'
import type { Locale } from '../../kernel/errors'
import { formatDay, formatInstantShort, wibDay } from '../../kernel/time'
import { SWITCHED } from '../accounts/want'
import { OBSERVED_WORDS, WANTED_WORDS } from '../accounts/words'
import { LookButton } from './AccountDeeds'
import { HOSTING_TEXTS } from './texts'
import { FACT_WORDS } from './words'

/** What each part of the page is drawn from. */
export type AccountPart = {
  account: PanelAccount
  locale: Locale
  orderUrl: string
  path: string
  taskUrl: string
}

type Lines = readonly (readonly [string, null | string | undefined])[]

/** What is known, by its name; what is not known is left out. */
const Facts = ({ lines }: { lines: Lines }): ReactElement => (
  <dl className="lunas-facts">
    {lines
      .filter(([, value]) => value !== null && value !== undefined && value !== '')
      .map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
)

/** How a word of the machine is said to people. */
export const wordOf = (
  words: Readonly<Record<string, { label: Record<Locale, string> }>>,
  word: string,
  locale: Locale,
): string => words[word]?.label[locale] ?? word

/** A moment, short. */
export const at = (instant: null | string, locale: Locale): null | string =>
  instant ? formatInstantShort(new Date(instant), locale) : null

/** What is wanted of it, and how it was seen. */
export const Standing = ({ account, locale, path }: AccountPart): ReactElement => {
  const text = HOSTING_TEXTS[locale]
  const { lastError, nextTryAt, observed, observedAt, wanted, wantedReason } = account
  const seen = [wordOf(OBSERVED_WORDS, observed, locale), at(observedAt, locale)]
  return (
    <Section id="lunas-standing" title={text.standing}>
      <Facts
        lines={[
          [
            text.wanted,
            [wordOf(WANTED_WORDS, wanted, locale), wantedReason].filter(Boolean).join(': '),
          ],
          [text.observed, seen.filter(Boolean).join(', ')],
          [text.lastError, lastError],
          [text.nextTry, at(nextTryAt, locale)],
        ]}
      />
      {SWITCHED.includes(account.state) ? <LookButton path={path} /> : null}
    </Section>
  )
}

/** What it is and where. */
export const Service = ({ account, locale, orderUrl }: AccountPart): ReactElement => {
  const text = HOSTING_TEXTS[locale]
  const { customerName, endsOn, facts, hosts, name, reference, region, request, server } = account
  return (
    <Section id="lunas-service" title={text.service}>
      <p>
        <a href={orderUrl}>{account.orderNumber}</a> · <bdi>{customerName}</bdi>
      </p>
      <Facts
        lines={[
          [text.domain, (hosts ?? []).join(', ')],
          [text.server, server],
          [text.region, region],
          [text.name, name],
          [text.package, account.package],
          [text.reference, reference],
          [text.endsOn, endsOn ? formatDay(wibDay(endsOn), locale) : null],
          ...Object.entries(facts ?? {}).map(
            ([key, value]) => [wordOf(FACT_WORDS, key, locale), value] as const,
          ),
        ]}
      />
      {request && Object.keys(request).length > 0 ? (
        <>
          <h3>{text.request}</h3>
          <Facts
            lines={Object.entries(request).map(([key, value]) => [
              wordOf(FACT_WORDS, key, locale),
              String(value),
            ])}
          />
        </>
      ) : null}
    </Section>
  )
}
