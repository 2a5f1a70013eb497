import type { NotificationEvent } from './schema'
import type { NotificationState } from './states'

import { type PanelState, plainWord } from '../kernel/machine'
import { NOTIFICATION_STATES } from './states'

/** What a message is about, in words for the panel. */
export const NOTIFICATION_EVENTS: Record<NotificationEvent, PanelState> = {
  'order.placed': plainWord('Pesanan dibuat', 'Order placed'),
  'payment.expired': plainWord('Waktu pembayaran habis', 'Payment expired'),
  'payment.failed': plainWord('Pembayaran gagal', 'Payment failed'),
  'payment.inReview': plainWord('Pembayaran sedang ditinjau', 'Payment under review'),
  'payment.needsReview': plainWord('Uang perlu ditinjau', 'Money to review'),
  'payment.received': plainWord('Pembayaran diterima', 'Payment received'),
  'payment.receivedByStaff': plainWord(
    'Pembayaran masuk (untuk admin)',
    'Payment received (staff)',
  ),
}

const TONES: Record<NotificationState, PanelState['tone']> = {
  dead: 'danger',
  dropped: 'neutral',
  queued: 'info',
  sending: 'info',
  sent: 'success',
}

const stateNames = Object.keys(NOTIFICATION_STATES) as NotificationState[]

/** Where a message stands, with a colour. */
export const NOTIFICATION_BADGES: Record<string, PanelState> = Object.fromEntries(
  stateNames.map((state) => [state, { label: NOTIFICATION_STATES[state], tone: TONES[state] }]),
)

const LANGUAGES: Record<string, PanelState> = {
  en: plainWord('Inggris', 'English'),
  id: plainWord('Indonesia', 'Indonesian'),
}

const RECIPIENTS: Record<string, PanelState> = {
  customer: plainWord('Pelanggan', 'Customer'),
  staff: plainWord('Staf', 'Staff'),
}

/** Words of the columns `locale` and `recipientKind`. */
export const NOTIFICATION_WORDS = { locale: LANGUAGES, recipientKind: RECIPIENTS }
