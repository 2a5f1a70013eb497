import type { Locale } from '../kernel/errors'
import type { ArrearsParamsOf } from './messages/arrearsParams'
import type { HostingParamsOf } from './messages/hostingParams'
import type { ScopeParamsOf } from './messages/scopeParams'
import type { SpkParamsOf } from './messages/spkParams'
import type { SessionParamsOf } from './messages/session/params'

export type { ArrearsParams, ContractParams, InstalmentParams } from './messages/arrearsParams'
export type { HostingParams } from './messages/hostingParams'
export type { ScopeParams } from './messages/scopeParams'
export type { SpkParams, SpkParamsOf } from './messages/spkParams'
export type { MailBlock, SessionParams } from './messages/session/params'
import type {
  DownloadParams,
  DownloadPasswordParams,
  FollowUpParams,
  ProblemNewsParams,
  ProblemParams,
  QuestionParams,
  RefundParamsOf,
  ReportParamsOf,
  UndeliverableParams,
} from './params'

export type * from './params'

/** What every event's message is made of. One file in `messages/` per event. */
export type MessageParamsOf = ArrearsParamsOf &
  HostingParamsOf &
  RefundParamsOf &
  ReportParamsOf &
  ScopeParamsOf &
  SessionParamsOf &
  SpkParamsOf & {
    'account.passwordAsked': PasswordParams
    'download.password': DownloadPasswordParams
    'download.ready': DownloadParams
    'followUp.analysis': FollowUpParams
    'followUp.consulting': FollowUpParams
    'followUp.template': FollowUpParams
    'item.dueSoon': ItemParams
    'item.late': ItemParams
    'message.stuck': StuckParams
    'message.undeliverable': UndeliverableParams
    'order.placed': OrderParams
    'payment.expired': PaymentParams
    'payment.failed': PaymentParams
    'payment.inReview': PaymentParams
    'payment.needsReview': PaymentParams
    'payment.received': PaymentParams
    'payment.receivedByStaff': PaymentParams
    'problem.answered': { by: string; text: string } & ProblemParams
    'problem.late': ProblemNewsParams
    'problem.received': { replyBy: string } & ProblemParams
    'problem.replied': ProblemNewsParams
    'problem.reported': ProblemNewsParams
    'problem.resolved': { reopenUntil: string } & ProblemParams
    'question.answered': QuestionParams
    'question.asked': QuestionParams
    'release.published': DownloadParams
  }

/** What happened. */
export type NotificationEvent = keyof MessageParamsOf

/** Asks how it went. */
export type FollowUpEvent = Extract<NotificationEvent, `followUp.${string}`>

/** Parameters of one event's message; of any, when none is named. */
export type MessageParams<E extends NotificationEvent = NotificationEvent> = MessageParamsOf[E]

/** Said at once and kept nowhere: who could read the outbox could use the link. */
export type UnkeptEvent = 'account.passwordAsked'

/** What goes through the outbox. */
export type QueuedEvent = Exclude<NotificationEvent, UnkeptEvent>

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
export type OrderParams = {
  customerEmail: string
  customerName: string
  customerPhone: string
  /** Whether an agreement comes before its money; unsaid, it does not. */
  needsSpk?: boolean
  items: { amount: number; quantity: number; title: string }[]
  orderNumber: string
  orderUrl: string
  /** ISO instant. */
  placedAt: string
  /** Rupiah of the whole order. */
  total: number
}

/** An order, and a payment for it. */
export type PaymentParams = {
  /** Rupiah of this payment. */
  amount: number
} & OrderParams

/** Somebody wants to set the password of an account. */
export type PasswordParams = {
  customerName: string
  /** Page that sets it; works once. */
  url: string
}

/** An item that was paid for, and what was promised about it. */
export type ItemParams = {
  /** Null while nobody looks after it. */
  assigneeName: null | string
  customerName: string
  /** ISO instant of the deadline. */
  dueAt: string
  orderNumber: string
  /** State of its delivery, in the panel's words. */
  state: string
  title: string
  /** Its page in the panel. */
  url: string
}

/** A channel by which messages should go, and none goes. */
export type StuckParams = {
  channel: Exclude<NotificationChannel, 'inApp'>
  /** How many messages wait. */
  count: number
  /** ISO instant of the last one that went out, if any ever did. */
  lastSentAt?: string
  /** What the server or the vendor said last; empty when nobody has tried. */
  reason: string
  /** ISO instant since which the oldest waits. */
  since: string
  /** List of the waiting messages. */
  url: string
}

type Queued<E extends QueuedEvent> = {
  event: E
  params: MessageParams<E>
  recipient: Recipient
  /** Tells apart what may happen twice to one subject, e.g. the payment attempt or the reminder's day. */
  step?: string
  subject: { id: string; type: 'order' | 'outbox' | 'problem' }
  /** In place of the ways that catalogue and reader prefer: for news about a way itself. */
  ways?: readonly Exclude<NotificationChannel, 'inApp'>[]
}

/** A message to be sent once. */
export type QueuedMessage = { [E in QueuedEvent]: Queued<E> }[QueuedEvent]

/** What staff have written in place of the catalogue's words; null where the catalogue speaks. */
export type MessageText = {
  button: null | string
  heading: null | string
  intro: null | string
  /** One note per line. */
  notes: null | string
  subject: null | string
}

/** A row of the outbox, as the sender reads it. */
export type Notification = {
  attempts: number
  channel: NotificationChannel
  event: QueuedEvent
  id: string
  /** Whether another sender had it in hand and never said how that ended: he died. */
  isRetaken?: boolean
  locale: Locale
  params: MessageParams<QueuedEvent>
  recipientAddress: string
  recipientKind: Recipient['kind']
  recipientName: string
  /** E.164; empty when there is none. */
  recipientPhone: string
  step: string
  subjectId: string
  subjectType: string
  /** In force when the row was read. */
  text: MessageText | null
}
