import type { CollectionSlug } from 'payload'
import type { ReactElement } from 'react'

import type { Labels } from '../../kernel/errors'
import type { PanelMessage } from '../panel/types'
import type { PartProps } from './Money'

import { Badge } from '../../kernel/admin/Badge'
import { Records, Section } from '../../kernel/admin/Section'
import { formatInstantShort } from '../../kernel/time'
import { NOTIFICATION_BADGES, NOTIFICATION_EVENTS } from '../../notifications'

/** What a message is called, unless nobody knows its event any more. */
export const messageLabelOf = ({ event }: PanelMessage): Labels | undefined =>
  Object.entries(NOTIFICATION_EVENTS).find(([name]) => name === event)?.[1].label

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
                  {messageLabelOf(message)?.[locale] ?? message.event}
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
