import type { Payload } from 'payload'

import type { Locale } from '../kernel/errors'
import type { QueuedMessage } from '../notifications'

import { slugsOf, type Tx } from '../kernel/payload'
import { notificationsRuntime } from '../notifications'
import { buildOrderUrl, ordersRuntime } from './runtime'

/** What messages about an order say of it. */
export type OrderFacts = {
  customerId?: null | string | undefined
  email: string
  id: string
  items: { amount: number; quantity: number; title: string }[]
  locale: Locale
  name: string
  /** Whether an agreement comes before its money. */
  needsSpk?: boolean
  number: string
  phone: string
  placedAt: string
  token: string
  total: number
}

/** News about a payment. */
export type PaymentEvent = Extract<QueuedMessage['event'], `payment.${string}`>

/** What there is to say about an order. */
export type OrderNews = { amount: number; event: PaymentEvent } | { event: 'order.placed' }

const say = (args: { news: OrderNews; order: OrderFacts; orderUrl: string }) => {
  const { news, order, orderUrl } = args
  const params = {
    customerEmail: order.email,
    customerName: order.name,
    customerPhone: order.phone,
    items: order.items,
    orderNumber: order.number,
    orderUrl,
    placedAt: order.placedAt,
    total: order.total,
    ...(order.needsSpk ? { needsSpk: true } : {}),
  }
  return news.event === 'order.placed'
    ? { event: news.event, params }
    : { event: news.event, params: { ...params, amount: news.amount } }
}

/** A message to the buyer. `step` tells apart what may happen twice, e.g. the attempt. */
export const buildBuyerMessage = (args: {
  news: OrderNews
  order: OrderFacts
  payload: Payload
  step?: string
}): QueuedMessage => {
  const { news, order, payload, step } = args
  const { serverUrl } = ordersRuntime.get(payload)
  const { locale, token } = order
  return {
    ...say({ news, order, orderUrl: buildOrderUrl({ locale, serverUrl, token }) }),
    recipient: {
      address: order.email,
      ...(order.customerId ? { customerId: order.customerId } : {}),
      kind: 'customer',
      locale: order.locale,
      name: order.name,
      phone: order.phone,
    },
    subject: { id: order.id, type: 'order' },
    ...(step ? { step } : {}),
  }
}

/** The same news for the staff, one message for each recipient, in Indonesian. */
export const buildStaffMessages = async (args: {
  news: OrderNews
  order: OrderFacts
  step?: string
  tx: Tx
}): Promise<QueuedMessage[]> => {
  const { payload } = args.tx
  const { serverUrl } = ordersRuntime.get(payload)
  const { admin: adminRoute } = payload.config.routes
  const { orders } = slugsOf(payload)
  const recipients = await notificationsRuntime.get(payload).findStaff(args.tx)
  return recipients.map((recipient) => ({
    ...say({
      news: args.news,
      order: args.order,
      orderUrl: `${serverUrl}${adminRoute}/collections/${orders}/${args.order.id}`,
    }),
    recipient: { ...recipient, kind: 'staff' as const, locale: 'id' as const },
    subject: { id: args.order.id, type: 'order' as const },
    ...(args.step ? { step: args.step } : {}),
  }))
}
