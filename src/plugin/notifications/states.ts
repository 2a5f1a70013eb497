/** Where a message stands, in words for the panel. */
export const NOTIFICATION_STATES = {
  queued: { en: 'Waiting', id: 'Menunggu' },
  sending: { en: 'Being sent', id: 'Sedang dikirim' },
  manual: { en: 'To be sent by hand', id: 'Perlu dikirim manual' },
  opened: { en: 'Opened in WhatsApp', id: 'Dibuka di WhatsApp' },
  unknown: { en: 'Perhaps sent', id: 'Belum pasti terkirim' },
  sent: { en: 'Sent', id: 'Terkirim' },
  dropped: { en: 'No longer needed', id: 'Tidak diperlukan lagi' },
  dead: { en: 'Undeliverable', id: 'Gagal terkirim' },
} as const

/** A state of the outbox. */
export type NotificationState = keyof typeof NOTIFICATION_STATES

/** Where a message stands while a person has to send it. */
export const WAITING_FOR_A_HAND: readonly NotificationState[] = ['manual', 'opened']

/**
 * Every move that a message can make, and who makes it. `sending → sending` is the retry after a
 * crash between the mail server's answer and our note of it: the same Message-ID goes out again.
 */
export const NOTIFICATION_MOVES = [
  { by: 'system', event: 'claim', from: ['queued', 'sending'], to: 'sending' },
  { by: 'system', event: 'accept', from: ['sending'], to: 'sent' },
  { by: 'system', event: 'postpone', from: ['sending'], to: 'queued' },
  { by: 'system', event: 'refuse', from: ['sending'], to: 'dead' },
  { by: 'system', event: 'drop', from: ['sending', 'manual', 'opened'], to: 'dropped' },
  { by: 'system', event: 'handOver', from: ['sending'], to: 'manual' },
  { by: 'system', event: 'lose', from: ['sending'], to: 'unknown' },
  { by: 'system', event: 'confirm', from: ['unknown'], to: 'sent' },
  { by: 'system', event: 'giveUp', from: ['unknown', 'sent'], to: 'dead' },
  { by: 'admin', event: 'bounce', from: ['sent'], to: 'dead' },
  { by: 'admin', event: 'open', from: ['manual', 'opened'], to: 'opened' },
  { by: 'admin', event: 'markSent', from: ['manual', 'opened'], to: 'sent' },
  { by: 'admin', event: 'resend', from: ['dead'], to: 'queued' },
] as const satisfies readonly {
  by: 'admin' | 'system'
  event: string
  from: readonly NotificationState[]
  to: NotificationState
}[]

/** Under which name the history keeps what people did with messages. */
export const MESSAGE_HISTORY = 'message'

/** What a person does with a message; the history keeps who and when. */
export type MessageDeed = Extract<(typeof NOTIFICATION_MOVES)[number], { by: 'admin' }>['event']

/** The same in words, for the message's page. */
export const DEED_WORDS: Record<MessageDeed, { en: string; id: string }> = {
  bounce: { en: 'Noted as returned', id: 'Dicatat sebagai kembali' },
  markSent: { en: 'Noted as sent by hand', id: 'Dicatat terkirim manual' },
  open: { en: 'Opened in WhatsApp', id: 'Dibuka di WhatsApp' },
  resend: { en: 'Sent again', id: 'Dikirim ulang' },
}

/**
 * Constraint for the migration that creates the table: the states are checked text and not an enum,
 * so that a new one is a one-line change.
 */
export const notificationConstraintSql = `alter table notifications
  add constraint notifications_state_check
  check (state in (${Object.keys(NOTIFICATION_STATES)
    .map((state) => `'${state}'`)
    .join(', ')}))`
