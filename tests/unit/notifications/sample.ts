import { sampleParams as samples } from '../../../src/plugin/notifications/messages/samples'
import type { NotificationEvent, PaymentParams } from '../../../src/plugin/notifications/schema'

/** An order and its payment, as the mails tell of them. */
export const sampleParams: PaymentParams = samples['payment.received']

/** The messages whose button leads to the page on which the customer chooses to pay or to suspend. */
export const TO_THE_CHOICE: readonly NotificationEvent[] = [
  'chance.broken',
  'hosting.suspended',
  'overdue.choice',
  'overdue.chosen',
  'overdue.notice',
  'overdue.warning',
]

/** Where the button of the sample leads to. */
export const sampleLinkOf = (event: NotificationEvent): string => {
  const params = samples[event]
  if ('choiceUrl' in params && TO_THE_CHOICE.includes(event)) {
    return params.choiceUrl
  }
  return 'url' in params ? params.url : params.orderUrl
}

/** The shop around the mails. */
export const sampleFrame = {
  contact: { email: 'halo@toko.example', whatsapp: '6281200000000' },
  shopName: 'hanzamas.tech',
}
