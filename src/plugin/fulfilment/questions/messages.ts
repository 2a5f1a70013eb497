import type { Post } from '../../conversations'
import type { Tx } from '../../kernel/payload'
import type { AskedAbout } from './ask'

import { slugsOf } from '../../kernel/payload'
import { notificationsRuntime, type QuestionParams, queueMessages } from '../../notifications'
import { fulfilmentRuntime } from '../runtime'

type News = { about: AskedAbout; post: Post }

const paramsOf = ({ about, post }: News, url: string): QuestionParams => ({
  by: post.authorName,
  customerEmail: about.email,
  customerName: about.customerName,
  orderNumber: about.number,
  text: post.body,
  title: about.title,
  url,
})

/** A question goes to whoever looks after the delivery, or to all when nobody does. */
export const tellQuestion = async (tx: Tx, news: News): Promise<void> => {
  const { about, post } = news
  const { payload } = tx
  const { serverUrl } = fulfilmentRuntime.get(payload)
  const { admin } = payload.config.routes
  const url = `${serverUrl}${admin}/collections/${slugsOf(payload).fulfilments}/${about.id}`
  const readers = about.assignee
    ? [about.assignee]
    : await notificationsRuntime.get(payload).findStaff(tx)
  await queueMessages({
    messages: readers.map((reader) => ({
      event: 'question.asked',
      params: paramsOf(news, url),
      recipient: { ...reader, kind: 'staff', locale: 'id' },
      step: post.id,
      subject: { id: about.orderId, type: 'order' },
    })),
    tx,
  })
}

/** An answer goes to the customer. */
export const tellAnswer = async (tx: Tx, news: News): Promise<void> => {
  const { about, post } = news
  const { customerId, customerName, email, locale, orderId, phone, token } = about
  const url = fulfilmentRuntime.get(tx.payload).buildOrderUrl({ locale, token })
  await queueMessages({
    messages: [
      {
        event: 'question.answered',
        params: paramsOf(news, url),
        recipient: {
          address: email,
          ...(customerId ? { customerId } : {}),
          kind: 'customer',
          locale,
          name: customerName,
          phone,
        },
        step: post.id,
        subject: { id: orderId, type: 'order' },
      },
    ],
    tx,
  })
}
