import type { NotificationChannel } from './schema'
import type { NotificationState } from './states'

import { type PanelState, plainWord } from '../kernel/machine'
import { messageCatalogue } from './messages'
import { NOTIFICATION_STATES } from './states'

/** What a message is about, in words for the panel. */
export const NOTIFICATION_EVENTS: Record<string, PanelState> = Object.fromEntries(
  Object.entries(messageCatalogue).map(([event, { label }]) => [
    event,
    plainWord(label.id, label.en),
  ]),
)

const TONES: Record<NotificationState, PanelState['tone']> = {
  dead: 'danger',
  dropped: 'neutral',
  manual: 'warning',
  opened: 'info',
  queued: 'info',
  sending: 'info',
  sent: 'success',
  unknown: 'warning',
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

const CHANNELS: Record<NotificationChannel, PanelState> = {
  email: plainWord('Email', 'E-mail'),
  inApp: plainWord('Akun pelanggan', 'Customer account'),
  whatsapp: plainWord('WhatsApp', 'WhatsApp'),
}

/** Words of the columns `channel`, `locale` and `recipientKind`. */
export const NOTIFICATION_WORDS = {
  channel: CHANNELS,
  locale: LANGUAGES,
  recipientKind: RECIPIENTS,
}

/** What a chat vendor has said about a message that it took. */
export const REPORT_WORDS: Record<string, PanelState> = {
  delivered: plainWord('Sampai', 'Delivered'),
  failed: plainWord('Gagal', 'Failed'),
  read: plainWord('Dibaca', 'Read'),
  sent: plainWord('Terkirim', 'Sent'),
}
