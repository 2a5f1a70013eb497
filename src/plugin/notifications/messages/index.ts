import type { NotificationEvent } from '../schema'
import type { MessageDefinition } from './definition'

import { alarm, notice, nudge } from './audiences'
import { downloadMessages } from './downloadMessages'
import { hostingMessages } from './hostingMessages'
import { instalmentMessages } from './instalmentMessages'
import { overdueMessages } from './overdueMessages'
import { followUpMessages } from './followUpMessages'
import { itemDueSoon, itemLate } from './itemReminder'
import { messageStuck } from './messageStuck'
import { messageUndeliverable } from './messageUndeliverable'
import { orderPlaced } from './orderPlaced'
import { passwordAsked } from './passwordAsked'
import { paymentExpired } from './paymentExpired'
import { paymentFailed } from './paymentFailed'
import { paymentInReview } from './paymentInReview'
import { paymentNeedsReview } from './paymentNeedsReview'
import { paymentReceived } from './paymentReceived'
import { paymentReceivedByStaff } from './paymentReceivedByStaff'
import { contactMessages } from './contactMessages'
import { reportMessages } from './reportMessages'
import { scopeMessages } from './scopeMessages'
import { sessionMessages } from './session'
import { spkMessages } from './spkMessages'

export type { MessageDefinition } from './definition'

/** Whether the catalogue knows an event; a row or an input may be older than it. */
export const isNotificationEvent = (event: unknown): event is NotificationEvent =>
  typeof event === 'string' && Object.hasOwn(messageCatalogue, event)

/** The catalogue: what is said when something happens, to whom and by which ways. */
export const messageCatalogue: { [E in NotificationEvent]: MessageDefinition<E> } = {
  'account.passwordAsked': {
    ...notice,
    inApp: false,
    label: { en: 'Link to set a password', id: 'Tautan kata sandi' },
    placeholders: ['nama', 'toko'],
    template: passwordAsked,
  },
  'item.dueSoon': {
    ...alarm,
    label: { en: 'Deadline near', id: 'Tenggat pengerjaan dekat' },
    placeholders: ['nomor', 'toko'],
    template: itemDueSoon,
  },
  'item.late': {
    ...alarm,
    label: { en: 'Deadline passed', id: 'Tenggat pengerjaan lewat' },
    placeholders: ['nomor', 'toko'],
    template: itemLate,
  },
  'message.stuck': {
    ...alarm,
    channels: ['email', 'whatsapp'],
    label: { en: 'Messages are held up', id: 'Pesan tertahan' },
    placeholders: ['toko'],
    template: messageStuck,
  },
  'message.undeliverable': {
    ...alarm,
    label: { en: 'Message undeliverable', id: 'Pesan gagal terkirim' },
    placeholders: ['toko'],
    template: messageUndeliverable,
  },
  'order.placed': {
    ...notice,
    label: { en: 'Order placed', id: 'Pesanan dibuat' },
    template: orderPlaced,
  },
  'payment.expired': {
    ...nudge,
    label: { en: 'Payment expired', id: 'Waktu pembayaran habis' },
    template: paymentExpired,
  },
  'payment.failed': {
    ...nudge,
    label: { en: 'Payment failed', id: 'Pembayaran gagal' },
    template: paymentFailed,
  },
  'payment.inReview': {
    ...notice,
    label: { en: 'Payment under review', id: 'Pembayaran sedang ditinjau' },
    template: paymentInReview,
  },
  'payment.needsReview': {
    ...alarm,
    label: { en: 'Money to review', id: 'Uang perlu ditinjau' },
    template: paymentNeedsReview,
  },
  'payment.received': {
    ...notice,
    label: { en: 'Payment received', id: 'Pembayaran diterima' },
    template: paymentReceived,
  },
  'payment.receivedByStaff': {
    ...alarm,
    label: { en: 'Payment received (staff)', id: 'Pembayaran masuk (untuk admin)' },
    template: paymentReceivedByStaff,
  },
  ...contactMessages,
  ...downloadMessages,
  ...followUpMessages,
  ...hostingMessages,
  ...instalmentMessages,
  ...overdueMessages,
  ...reportMessages,
  ...scopeMessages,
  ...sessionMessages,
  ...spkMessages,
}
