import type { CollectionSlug } from 'payload'
import type { ReactElement } from 'react'

import type { Machine } from '../../kernel/machine'
import type { PanelOrder, PanelStep } from '../panel/types'
import type { PartProps } from './Money'

import { fulfilmentMachines } from '../../fulfilment'
import { instalmentMachine } from '../../instalments'
import { Badge } from '../../kernel/admin/Badge'
import { formatInstantShort } from '../../kernel/time'
import { NOTIFICATION_BADGES, NOTIFICATION_EVENTS } from '../../notifications'
import { paymentMachine, reviewMachine } from '../../payments'
import { orderMachine } from '../machine'
import { Records, Section } from '../../kernel/admin/Section'

const MACHINES: Record<string, Machine> = {
  ...fulfilmentMachines,
  instalment: instalmentMachine,
  order: orderMachine,
  payment: paymentMachine,
  review: reviewMachine,
}

/** Which part of the order a step is about: “Percobaan 2”, “Cicilan 1”, the title of an item. */
const partOf = ({ order, text }: PartProps, { machine, subject }: PanelStep): string => {
  const attempt = order.attempts.find(({ id }) => id === subject)
  const debt = order.instalments.find(({ id }) => id === subject)
  const item = order.items.find(({ delivery }) => delivery?.id === subject)
  if (item) {
    return item.title
  }
  if (attempt) {
    return `${text.attempt} ${attempt.attempt}`
  }
  if (debt) {
    return `${text.instalment} ${debt.seq}`
  }
  return machine === 'review' ? text.review : text.order
}

const Step = (props: { step: PanelStep } & PartProps): ReactElement => {
  const { locale, step, text } = props
  const move = MACHINES[step.machine]?.moves.find(({ event }) => event === step.event)
  return (
    <li>
      <p className="lunas-step">
        <strong>{partOf(props, step)}</strong>: {move?.label[locale] ?? step.event}
        {step.assignee ? ` ${text.assignedTo} ${step.assignee}` : ''}
      </p>
      <p className="lunas-step__by">
        <time dateTime={step.at}>{formatInstantShort(new Date(step.at), locale)}</time> · {text.by}{' '}
        {step.actor === 'sistem' ? text.system : step.actor}
      </p>
      {step.reason ? (
        <p className="lunas-step__reason">
          {text.reason}: {step.reason}
        </p>
      ) : null}
      {step.evidence ? (
        <p className="lunas-step__reason">
          {text.evidence}: {step.evidence}
        </p>
      ) : null}
    </li>
  )
}

/** Everything that happened to the order, the newest first, by whom and why. */
export const History = (props: PartProps): ReactElement => (
  <Section id="lunas-history" title={props.text.history}>
    <ol className="lunas-history">
      {props.order.history.map((step) => (
        <Step {...props} key={`${step.subject}${step.event}${step.at}`} step={step} />
      ))}
    </ol>
  </Section>
)

const labelOf = (message: PanelOrder['messages'][number]) =>
  Object.entries(NOTIFICATION_EVENTS).find(([event]) => event === message.event)?.[1].label

/** The mails about the order, to the customer and to staff. */
export const Messages = (props: { slug: CollectionSlug } & PartProps): ReactElement => {
  const { linkTo, locale, order, slug, text } = props
  return (
    <Section id="lunas-messages" title={text.messages}>
      {order.messages.length === 0 ? (
        <p>{text.noMessages}</p>
      ) : (
        <Records
          caption={text.messages}
          head={[text.what, text.recipient, text.time, text.state]}
          rows={order.messages.map((message) => {
            const badge = NOTIFICATION_BADGES[message.state]
            return {
              cells: [
                <a href={linkTo(slug, message.id)} key="a">
                  {labelOf(message)?.[locale] ?? message.event}
                </a>,
                message.address,
                formatInstantShort(new Date(message.at), locale),
                <Badge key="b" tone={badge?.tone ?? 'neutral'}>
                  {badge?.label[locale] ?? message.state}
                </Badge>,
              ],
              key: message.id,
            }
          })}
        />
      )}
    </Section>
  )
}
