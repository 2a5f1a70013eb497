import type { CollectionSlug } from 'payload'
import type { ReactElement } from 'react'

import type { TimelineSource, TimelineTopic } from '../../kernel/history'
import type { PanelMessage, PanelStep } from '../panel/types'
import type { PartProps } from './Money'

import { Badge } from '../../kernel/admin/Badge'
import { FilterLinks } from '../../kernel/admin/FilterLinks'
import { Section } from '../../kernel/admin/Section'
import { Story, type StoryStep } from '../../kernel/admin/Story'
import { NOTIFICATION_BADGES } from '../../notifications'
import { buildTimeline, type TimelineEntry, TOPICS } from '../panel/timeline'
import { findSource } from '../panel/timelineSources'
import { messageLabelOf } from './Messages'

/** What tells of an order's past. */
type PastProps = {
  /** Slug of the messages. */
  slug: CollectionSlug
  sources: readonly TimelineSource[]
  /** What is looked at alone. */
  topic: TimelineTopic | undefined
} & PartProps

/** Which part of the order a step is about: “Percobaan 2”, “Cicilan 1”, the title of an item. */
const partOf = (props: PastProps, { machine, subject }: PanelStep): string => {
  const { locale, order, sources, text } = props
  const { attempts, instalments, items } = order
  const item = items.find(({ delivery }) => delivery?.id === subject)
  const numbered =
    attempts.find(({ id }) => id === subject)?.attempt ??
    instalments.find(({ id }) => id === subject)?.seq
  const label = findSource(sources, machine)?.label[locale] ?? text.order
  return item?.title ?? (numbered === undefined ? label : `${label} ${numbered}`)
}

const toStep = (props: PastProps, step: PanelStep): StoryStep => {
  const { locale, sources, text } = props
  const { assignee, at, event, evidence, reason, subject } = step
  const source = findSource(sources, step.machine)
  const machine = source?.machines.find(({ name }) => name === step.machine)
  const label =
    event === '' ? source?.begun?.label : machine?.moves.find((move) => move.event === event)?.label
  return {
    at,
    by: step.actor,
    evidence,
    key: `${subject}${event}${at}`,
    reason,
    what: (
      <>
        <strong>{partOf(props, step)}</strong>: {label?.[locale] ?? event}
        {assignee ? ` ${text.assignedTo} ${assignee}` : ''}
      </>
    ),
  }
}

const toMessage = (props: PastProps, message: PanelMessage): StoryStep => {
  const { linkTo, locale, slug, text } = props
  const { address, at, event, id, state } = message
  const badge = NOTIFICATION_BADGES[state]
  return {
    at,
    key: id,
    note: `${text.recipient}: ${address}`,
    what: (
      <>
        <a href={linkTo(slug, id)}>{messageLabelOf(message)?.[locale] ?? event}</a>{' '}
        <Badge tone={badge?.tone ?? 'neutral'}>{badge?.label[locale] ?? state}</Badge>
      </>
    ),
  }
}

const toStory = (props: PastProps, entry: TimelineEntry): StoryStep => {
  if (entry.sort === 'step') {
    return toStep(props, entry.step)
  }
  if (entry.sort === 'message') {
    return toMessage(props, entry.message)
  }
  const { author, body, id, kind } = entry.post
  const label = props.sources.find(({ thread }) => thread === kind)?.label[props.locale]
  return {
    at: entry.at,
    by: author,
    key: id,
    note: body,
    what: (
      <>
        <strong>{label}</strong>: {props.text.wrote}
      </>
    ),
  }
}

const TopicLinks = ({ text, topic }: PastProps): ReactElement => {
  const words = { message: text.messages, money: text.money, talk: text.talk, work: text.work }
  return (
    <FilterLinks
      label={text.topics}
      links={[
        { isCurrent: !topic, text: text.everything, url: '?#lunas-history' },
        ...TOPICS.map((each) => ({
          isCurrent: each === topic,
          text: words[each],
          url: `?topic=${each}#lunas-history`,
        })),
      ]}
    />
  )
}

/** Everything that happened to the order: money, delivery, messages, people; by whom and why. */
export const History = (props: PastProps): ReactElement => {
  const entries = buildTimeline(props)
  return (
    <Section id="lunas-history" title={props.text.history}>
      <TopicLinks {...props} />
      {entries.length === 0 ? (
        <p>{props.text.nothing}</p>
      ) : (
        <Story locale={props.locale} steps={entries.map((entry) => toStory(props, entry))} />
      )}
    </Section>
  )
}
