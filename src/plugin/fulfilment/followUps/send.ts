import type { Payload } from 'payload'

import type { Locale } from '../../kernel/errors'
import type { FulfilmentKind } from '../kinds'

import { queryRows, runInTransaction, sql, type Tx } from '../../kernel/payload'
import { doEach } from '../../kernel/queue'
import { type FollowUpEvent, queueMessages, type ReasonCheck } from '../../notifications'
import { isFulfilmentKind, statesIn } from '../kinds'
import { fulfilmentRuntime } from '../runtime'
import { findDueFollowUp, resolveNextFollowUp } from './rules'

const BATCH = 200

const EVENTS: Record<FulfilmentKind, FollowUpEvent> = {
  consulting: 'followUp.consulting',
  'security-analysis': 'followUp.analysis',
  template: 'followUp.template',
}

type Row = {
  customerId: null | string
  customerName: string
  deliveredAt: Date | string
  email: string
  followUpUntil: Date | null | string
  id: string
  kind: FulfilmentKind
  locale: Locale
  nextFollowUpAt: Date | string
  number: string
  orderId: string
  phone: string
  title: string
  token: string
}

const findDue = (payload: Payload, now: Date): Promise<Row[]> =>
  queryRows<Row>(
    payload,
    sql`select f.id, f.kind, f.delivered_at as "deliveredAt", f.follow_up_until as "followUpUntil",
        f.next_follow_up_at as "nextFollowUpAt", f.order_id as "orderId", i.title, o.number, o.token,
        o.customer_name as "customerName", o.customer_id as "customerId", o.email, o.phone, o.locale
      from fulfilments f join order_items i on i.id = f.order_item_id join orders o on o.id = f.order_id
      where f.next_follow_up_at <= ${now.toISOString()}
      order by f.next_follow_up_at, f.id limit ${BATCH}`,
  )

const queueOne = async (tx: Tx, row: Row, day: number): Promise<void> => {
  const { customerId, customerName, email, followUpUntil, id, kind, locale, number, orderId } = row
  await queueMessages({
    messages: [
      {
        event: EVENTS[kind],
        params: {
          customerEmail: email,
          customerName,
          orderNumber: number,
          title: row.title,
          until: followUpUntil ? new Date(followUpUntil).toISOString() : null,
          url: fulfilmentRuntime.get(tx.payload).buildOrderUrl({ locale, token: row.token }),
        },
        recipient: {
          address: email,
          ...(customerId ? { customerId } : {}),
          kind: 'customer',
          locale,
          name: customerName,
          phone: row.phone,
        },
        step: `${id}/${day}`,
        subject: { id: orderId, type: 'order' },
      },
    ],
    tx,
  })
}

/** Notes the next one and queues this one, both or neither. Whoever is second finds it noted. */
const sendOne = (payload: Payload, row: Row, now: Date): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const days = fulfilmentRuntime.get(payload).followUps[row.kind]
    const deliveredAt = new Date(row.deliveredAt)
    const next = resolveNextFollowUp({ after: now, days, deliveredAt })
    const noted = await tx.rows(sql`
      update fulfilments set next_follow_up_at = ${next?.toISOString() ?? null}
      where id = ${row.id} and next_follow_up_at = ${new Date(row.nextFollowUpAt).toISOString()}
      returning id`)
    const day = findDueFollowUp({ days, deliveredAt, now })
    if (noted.length > 0 && day !== undefined) {
      await queueOne(tx, row, day)
    }
  })

/** Asks customers how it went, on the days after the delivery that the shop has chosen for its kind. */
export const sendFollowUps = async (args: { now: Date; payload: Payload }): Promise<void> => {
  const { now, payload } = args
  await doEach(await findDue(payload, now), (row) => sendOne(payload, row, now))
}

/** What was taken back, or is being mended, is not asked about. */
export const isStillDelivered: ReasonCheck = async ({ notification, payload }) => {
  const [id = ''] = notification.step.split('/')
  const [row] = await queryRows<{ kind: string; state: string }>(
    payload,
    sql`select kind, state from fulfilments where id = ${id}`,
  )
  return (
    row !== undefined &&
    isFulfilmentKind(row.kind) &&
    statesIn(row.kind, 'delivered', 'done').includes(row.state)
  )
}
