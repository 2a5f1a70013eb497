import type { PanelState } from '../kernel/machine'
import type { NotificationEvent } from './schema'
import type { NotificationState } from './states'

import { NOTIFICATION_STATES } from './states'

const info = (id: string, en: string): PanelState => ({ label: { en, id }, tone: 'neutral' })

/** What a message is about, in words for the panel. */
export const NOTIFICATION_EVENTS: Record<NotificationEvent, PanelState> = {
  'order.placed': info('Pesanan dibuat', 'Order placed'),
  'payment.expired': info('Waktu pembayaran habis', 'Payment expired'),
  'payment.failed': info('Pembayaran gagal', 'Payment failed'),
  'payment.inReview': info('Pembayaran sedang ditinjau', 'Payment under review'),
  'payment.needsReview': info('Uang perlu ditinjau', 'Money to review'),
  'payment.received': info('Pembayaran diterima', 'Payment received'),
  'payment.receivedByStaff': info('Pembayaran masuk (untuk admin)', 'Payment received (staff)'),
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
  en: info('Inggris', 'English'),
  id: info('Indonesia', 'Indonesian'),
}

const RECIPIENTS: Record<string, PanelState> = {
  customer: info('Pelanggan', 'Customer'),
  staff: info('Staf', 'Staff'),
}

/** Words of the columns `locale` and `recipientKind`. */
export const NOTIFICATION_WORDS = { locale: LANGUAGES, recipientKind: RECIPIENTS }
