import type { MessageParams, NotificationChannel, NotificationEvent } from '../schema'
import type { Placeholder } from '../texts/placeholders'
import type { Invite } from '../mail/invite'
import type { MessageTemplate } from './content'

/** Everything that the shop has decided about one kind of message. */
export type MessageDefinition<E extends NotificationEvent = NotificationEvent> = {
  /** A legal notice that goes by WhatsApp, too, to whoever reads that: its reader has to act. */
  alsoChat?: boolean
  audience: 'customer' | 'staff'
  /** How it travels, the preferred way first: the first that can reach the recipient is taken. */
  channels: readonly Exclude<NotificationChannel, 'inApp'>[]
  /** Whether it also stands in the customer's own list, where he finds it again. */
  inApp: boolean
  /** The appointment that a mail of it brings along for the reader's calendar. */
  invite?: (params: MessageParams<E>) => Invite
  /** Whether its reader sits and waits for it: it may ring at night. */
  isAwaited?: boolean
  /**
   * Confirms or claims what is owed and agreed, so that nobody can switch it off. Everything else is
   * for the customer to choose.
   */
  isLegalNotice: boolean
  /** The event in words for the panel. */
  label: { en: string; id: string }
  /** Blanks that the shop's own words for it may have. */
  placeholders: readonly Placeholder[]
  /** What its template at Meta has blanks for, after greeting, order number and amount. */
  templateBlanks?: readonly ('day' | 'words')[]
  template: MessageTemplate<MessageParams<E>>
}
