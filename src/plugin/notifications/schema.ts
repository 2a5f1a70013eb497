import type { Locale } from '../kernel/errors'

/** What happened. One message file per event; order and payment events in the first version. */
export type NotificationEvent =
  | 'order.placed'
  | 'payment.expired'
  | 'payment.failed'
  | 'payment.inReview'
  | 'payment.needsReview'
  | 'payment.received'
  | 'payment.receivedByStaff'

/** How a message travels. Stored as text, so that a further channel needs no migration. */
export type NotificationChannel = 'email' | 'inApp' | 'whatsapp'

/** Who gets the message. */
export type Recipient = {
  /** E-mail address. */
  address: string
  /** Account of a customer; without one there is no list in which he could find the message again. */
  customerId?: string
  kind: 'customer' | 'staff'
  locale: Locale
  name: string
  /** E.164, for chat. */
  phone?: string
}

/** What a message about an order says. Frozen when the event happens: later edits change no mail. */
export type MessageParams = {
  /** Rupiah that this payment is about, when it is not the whole order. */
  amount?: number
  customerEmail: string
  customerName: string
  customerPhone: string
  failureReason?: string
  items: { amount: number; quantity: number; title: string }[]
  orderNumber: string
  orderUrl: string
  /** ISO instant. */
  placedAt: string
  total: number
}

/** A message to be sent once. */
export type QueuedMessage = {
  event: NotificationEvent
  params: MessageParams
  recipient: Recipient
  /** Tells apart what may happen twice to one subject, e.g. the payment attempt or the reminder's day. */
  step?: string
  subject: { id: string; type: 'order' }
}

/** A row of the outbox, as the sender reads it. */
export type Notification = {
  attempts: number
  channel: NotificationChannel
  event: NotificationEvent
  id: string
  /** Whether another sender had it in hand and never said how that ended: he died. */
  isRetaken?: boolean
  locale: Locale
  params: MessageParams
  recipientAddress: string
  recipientKind: Recipient['kind']
  recipientName: string
  /** E.164; empty when there is none. */
  recipientPhone: string
  step: string
  subjectId: string
  subjectType: string
}
