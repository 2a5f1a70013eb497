import type { Payload, WidgetServerProps } from 'payload'
import type { ReactElement } from 'react'

import type { Locale } from '../errors'

import { isAdmin, resolvePanelLocale } from '../payload'
import { clock } from '../time'

/** One of the things that a card counts. */
export type WidgetRow = { detail: string; key: string; title: string; url: string }

/** What a card says. */
export type WidgetFacts = {
  count: number
  /** What stands beside the count, if anything does. */
  hint?: string | undefined
  /** Whether a promise is broken or money stands still. */
  isAlarming?: boolean
  rows: readonly WidgetRow[]
  title: string
  /** Where all of them are. */
  url: string
}

/** From where a card looks. */
export type WidgetLook = {
  /** Address of the panel, such as `/admin`. */
  admin: string
  locale: Locale
  now: Date
  payload: Payload
}

const TEXT = {
  en: { adminsOnly: 'For admins only.', all: 'Show all' },
  id: { adminsOnly: 'Hanya untuk admin.', all: 'Lihat semua' },
}

const Card = (props: { facts: WidgetFacts; id: string; locale: Locale }): ReactElement => {
  const { facts, id, locale } = props
  const { count, hint, isAlarming, rows, title, url } = facts
  return (
    <section aria-labelledby={id} className="card lunas-widget">
      <h2 id={id}>{title}</h2>
      <p
        className={isAlarming ? 'lunas-widget__sum lunas-widget__sum--alarm' : 'lunas-widget__sum'}
      >
        <strong>{count}</strong>
        {hint ? <span>{hint}</span> : null}
      </p>
      {rows.length > 0 ? (
        <ul>
          {rows.map((row) => (
            <li key={row.key}>
              <a href={row.url}>{row.title}</a>
              <span>{row.detail}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <a className="lunas-widget__all" href={url}>
        {TEXT[locale].all}
        <span className="lunas-hidden">: {title}</span>
      </a>
    </section>
  )
}

/**
 * A card of the panel's first page from what finds its facts and what words them. It is for admins and
 * owners: others who put it on their page read that it is not for them, and nothing is looked up.
 */
export const defineWidget =
  <Found,>(spec: {
    find: (look: WidgetLook) => Promise<Found>
    word: (found: Found, look: WidgetLook) => WidgetFacts
  }) =>
  async ({ req, widgetSlug }: WidgetServerProps): Promise<ReactElement> => {
    const { i18n, payload } = req
    const locale = resolvePanelLocale(i18n.language)
    if (!isAdmin({ req })) {
      return <p className="card lunas-widget">{TEXT[locale].adminsOnly}</p>
    }
    const look = { admin: payload.config.routes.admin, locale, now: clock.now(), payload }
    return <Card facts={spec.word(await spec.find(look), look)} id={widgetSlug} locale={locale} />
  }
