import { sampleParams as samples } from '../../../src/plugin/notifications/messages/samples'
import type { PaymentParams } from '../../../src/plugin/notifications/schema'

/** An order and its payment, as the mails tell of them. */
export const sampleParams: PaymentParams = samples['payment.received']

/** The shop around the mails. */
export const sampleFrame = {
  contact: { email: 'halo@toko.example', whatsapp: '6281200000000' },
  shopName: 'hanzamas.tech',
}
