import type { ReactElement } from 'react'

import type { Locale } from '../../kernel/errors'
import type { PanelFulfilment, WorkStep } from '../queries/findFulfilment'
import type { WorkTexts } from './workTexts'

import { Section } from '../../kernel/admin/Section'
import { formatInstant, formatInstantShort } from '../../kernel/time'
import { kindOf } from '../kinds'

/** What every part of the page of a delivery needs. */
export type WorkPart = {
  item: PanelFulfilment
  locale: Locale
  orderUrl: string
  /** Slug of the deliveries. */
  slug: string
  text: WorkTexts
}

const digits = (phone: string): string => phone.replace(/\D/g, '')

/** Who bought, how to reach him, and the order that it belongs to. */
export const Buyer = ({ item, orderUrl, text }: WorkPart): ReactElement => (
  <Section id="lunas-customer" title={text.customer}>
    <dl className="lunas-facts lunas-facts--column">
      <div>
        <dt className="lunas-hidden">{text.customer}</dt>
        <dd>
          <strong>{item.customerName}</strong>
        </dd>
      </div>
      <div>
        <dt>{text.order}</dt>
        <dd>
          <a href={orderUrl}>{item.number}</a>
        </dd>
      </div>
      <div>
        <dt>Email</dt>
        <dd>
          <a href={`mailto:${item.email}`}>{item.email}</a>
        </dd>
      </div>
      <div>
        <dt>WhatsApp</dt>
        <dd>
          <a href={`https://wa.me/${digits(item.phone)}`} rel="noreferrer" target="_blank">
            {item.phone}
          </a>
        </dd>
      </div>
      {item.notes ? (
        <div>
          <dt>{text.notes}</dt>
          <dd className="lunas-notes">{item.notes}</dd>
        </div>
      ) : null}
    </dl>
  </Section>
)

/** What was promised, and what has been kept of it. */
export const Deadlines = ({ item, locale, text }: WorkPart): ReactElement => {
  const rows = [
    [text.startBy, item.startBy],
    [text.startedAt, item.startedAt],
    [text.deliverBy, item.deliverBy],
    [text.deliveredAt, item.deliveredAt],
    [text.followUpUntil, item.followUpUntil],
  ] as const
  return (
    <Section id="lunas-deadlines" title={text.deadlines}>
      <dl className="lunas-facts lunas-facts--column">
        {rows.map(([name, at]) =>
          at ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <time dateTime={at}>{formatInstant(new Date(at), locale)}</time>
              </dd>
            </div>
          ) : null,
        )}
      </dl>
    </Section>
  )
}

type Line = { at: string; by: null | string; key: string; reason: null | string; what: string }

const toLine = ({ item, locale, text }: WorkPart, step: WorkStep): Line => {
  const { actor, assignee, at, event, reason } = step
  const move = kindOf(item.kind).machine.moves.find((each) => each.event === event)
  const what = move?.label[locale] ?? event
  return {
    at,
    by: actor === 'sistem' ? text.system : actor,
    key: `${event}${at}`,
    reason,
    what: assignee ? `${what} ${text.given} ${assignee}` : what,
  }
}

/** Moves, ticks and reminders as one story, the newest first. */
const tellAll = (part: WorkPart): Line[] => {
  const { item, locale, text } = part
  const ticks = item.checklist.flatMap(({ doneAt, doneBy, key, text: words }): Line[] =>
    doneAt
      ? [{ at: doneAt, by: doneBy ?? null, key, reason: null, what: `✓ ${words[locale]}` }]
      : [],
  )
  const reminders = item.reminders.map(({ at, id, name }): Line => ({
    at,
    by: null,
    key: id,
    reason: null,
    what: `${text.reminder} ${name}`,
  }))
  const first: Line = { at: item.createdAt, by: null, key: 'paid', reason: null, what: text.paid }
  const moves = item.history.map((step) => toLine(part, step))
  return [...moves, ...ticks, ...reminders, first].sort(
    (a, b) => new Date(b.at).getTime() - new Date(a.at).getTime(),
  )
}

/** Everything that happened to the delivery, by whom and why. */
export const Timeline = (part: WorkPart): ReactElement => (
  <Section id="lunas-history" title={part.text.history}>
    <ol className="lunas-history">
      {tellAll(part).map(({ at, by, key, reason, what }) => (
        <li key={key}>
          <p className="lunas-step">{what}</p>
          <p className="lunas-step__by">
            <time dateTime={at}>{formatInstantShort(new Date(at), part.locale)}</time>
            {by ? ` · ${part.text.by} ${by}` : ''}
          </p>
          {reason ? (
            <p className="lunas-step__reason">
              {part.text.reason}: {reason}
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  </Section>
)
