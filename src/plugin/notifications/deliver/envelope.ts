import type { Notification } from '../schema'

import { cleanHeaderText, parseMailAddress } from '../mail/headers'

/** Everything of a mail but its content. */
export type Envelope = {
  headers: Record<string, string>
  inReplyTo: string
  messageId: string
  references: string
  replyTo?: string
  to: { address: string; name: string }
}

/**
 * Addresses and identifiers of one message; undefined when the recipient's address is no mailbox.
 *
 * The Message-ID comes from the row: a message that goes out twice, because we died before noting the
 * server's answer, is recognisably the same. All messages about one order share an imaginary parent,
 * so that mail programs show them as one conversation.
 */
export const buildEnvelope = (args: {
  /** Domain of the sender. */
  domain: string
  notification: Notification
  /** Where one post switches such messages off (RFC 8058); absent for legal notices. */
  optOutPost?: string | undefined
}): Envelope | undefined => {
  const { domain, notification, optOutPost } = args
  const { id, locale, params, recipientAddress, recipientKind, recipientName } = notification
  const address = parseMailAddress(recipientAddress)
  if (!address) {
    return undefined
  }
  const parent = `<${notification.subjectType}-${notification.subjectId}@${domain}>`
  const buyer =
    recipientKind === 'staff' && 'customerEmail' in params
      ? parseMailAddress(params.customerEmail)
      : undefined
  return {
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': locale,
      ...(optOutPost
        ? {
            'List-Unsubscribe': `<${optOutPost}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }
        : {}),
      'X-Auto-Response-Suppress': 'All',
    },
    inReplyTo: parent,
    messageId: `<${id}@${domain}>`,
    references: parent,
    ...(buyer ? { replyTo: buyer } : {}),
    to: { address, name: cleanHeaderText(recipientName, 80) },
  }
}
