import type { ReactElement } from 'react'

import type { Locale } from '../../kernel/errors'
import type { PanelFulfilment, WorkStep } from '../queries/findFulfilment'
import type { WorkTexts } from './workTexts'

import { ContactFacts } from '../../kernel/admin/ContactFacts'
import { Section } from '../../kernel/admin/Section'
import { Story, type StoryStep } from '../../kernel/admin/Story'
import { formatInstant } from '../../kernel/time'
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
      <ContactFacts buyer={item} text={{ email: 'Email', notes: text.notes }} />
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
    [text.nextFollowUpAt, item.nextFollowUpAt],
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

const toStep = ({ item, locale, text }: WorkPart, step: WorkStep): StoryStep => {
  const { actor, assignee, at, event, reason } = step
  const move = kindOf(item.kind).machine.moves.find((each) => each.event === event)
  const what = move?.label[locale] ?? event
  return {
    at,
    by: actor,
    key: `${event}${at}`,
    reason,
    what: assignee ? `${what} ${text.given} ${assignee}` : what,
  }
}

/** Moves, ticks and reminders as one story. */
const tellAll = (part: WorkPart): StoryStep[] => {
  const { item, locale, text } = part
  const ticks = item.checklist.flatMap(({ doneAt, doneBy, key, text: words }): StoryStep[] =>
    doneAt ? [{ at: doneAt, by: doneBy ?? null, key, what: `✓ ${words[locale]}` }] : [],
  )
  const reminders = item.reminders.map(({ at, id, name }): StoryStep => ({
    at,
    key: id,
    what: `${text.reminder} ${name}`,
  }))
  const moves = item.history.map((step) => toStep(part, step))
  return [...moves, ...ticks, ...reminders, { at: item.createdAt, key: 'paid', what: text.paid }]
}

/** Everything that happened to the delivery, by whom and why. */
export const Timeline = (part: WorkPart): ReactElement => (
  <Section id="lunas-history" title={part.text.history}>
    <Story locale={part.locale} steps={tellAll(part)} />
  </Section>
)
