import type { NotificationEvent } from '../schema'
import type { MessageTemplate } from './content'

import { orderPlaced } from './orderPlaced'
import { paymentExpired } from './paymentExpired'
import { paymentFailed } from './paymentFailed'
import { paymentInReview } from './paymentInReview'
import { paymentNeedsReview } from './paymentNeedsReview'
import { paymentReceived } from './paymentReceived'
import { paymentReceivedByStaff } from './paymentReceivedByStaff'

/** The catalogue: what is said when something happens. */
export const messageTemplates: Record<NotificationEvent, MessageTemplate> = {
  'order.placed': orderPlaced,
  'payment.expired': paymentExpired,
  'payment.failed': paymentFailed,
  'payment.inReview': paymentInReview,
  'payment.needsReview': paymentNeedsReview,
  'payment.received': paymentReceived,
  'payment.receivedByStaff': paymentReceivedByStaff,
}
