import type { Payload } from 'payload'

import type { Locale } from '../kernel/errors'
import type { QueuedMessage } from '../notifications'

import { slugsOf, type Tx } from '../kernel/payload'
import { findStaffRecipients } from '../staff'
import { buildOrderUrl, ordersRuntime } from './runtime'

/** What messages about an order say of it. */
export type OrderFacts = {
  customerId?: null | string | undefined
  email: string
  id: string
  items: { amount: number; quantity: number; title: string }[]
  locale: Locale
  name: string
  number: string
  phone: string
  placedAt: string
  token: string
  total: number
}

type Extras = { amount?: number; failureReason?: string }

/** Parameters that every message about an order shares. */
const paramsOf = (
  order: OrderFacts,
  serverUrl: string,
  extras: Extras,
): QueuedMessage['params'] => ({
  customerEmail: order.email,
  customerName: order.name,
  customerPhone: order.phone,
  items: order.items,
  orderNumber: order.number,
  orderUrl: buildOrderUrl({ locale: order.locale, serverUrl, token: order.token }),
  placedAt: order.placedAt,
  total: order.total,
  ...extras,
})

/** A message to the buyer. `step` tells apart what may happen twice, e.g. the attempt. */
export const buildBuyerMessage = (args: {
  event: QueuedMessage['event']
  extras?: Extras
  order: OrderFacts
  payload: Payload
  step?: string
}): QueuedMessage => {
  const { event, extras = {}, order, payload, step } = args
  const { serverUrl } = ordersRuntime.get(payload)
  return {
    event,
    params: paramsOf(order, serverUrl, extras),
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
  event: QueuedMessage['event']
  extras?: Extras
  order: OrderFacts
  step?: string
  tx: Tx
}): Promise<QueuedMessage[]> => {
  const { payload } = args.tx
  const { mailAdmin, serverUrl } = ordersRuntime.get(payload)
  const { admin: adminRoute } = payload.config.routes
  const { orders } = slugsOf(payload)
  const recipients =
    mailAdmin.length > 0
      ? mailAdmin.map((address) => ({ address, name: 'Admin' }))
      : await findStaffRecipients(args.tx)
  return recipients.map((recipient) => ({
    event: args.event,
    params: {
      ...paramsOf(args.order, serverUrl, args.extras ?? {}),
      orderUrl: `${serverUrl}${adminRoute}/collections/${orders}/${args.order.id}`,
    },
    recipient: { ...recipient, kind: 'staff' as const, locale: 'id' as const },
    subject: { id: args.order.id, type: 'order' as const },
    ...(args.step ? { step: args.step } : {}),
  }))
}
