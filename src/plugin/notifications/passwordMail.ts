import type { Payload } from 'payload'

import type { Locale } from '../kernel/errors'

import { loadOnce } from '../kernel/queue'
import { notificationsRuntime } from './runtime'
import { findText } from './texts/textColumn'

const loadRenderer = loadOnce(() => import('./mail/renderMail'))

/**
 * The mail with a link that sets a password. It passes by the outbox, whose rows staff can read: whoever
 * has the link has the account. Its job sends it again when the mail server is away.
 */
export const renderPasswordMail = async (args: {
  locale: Locale
  name: string
  payload: Payload
  url: string
}): Promise<{ html: string; subject: string }> => {
  const { locale, name: customerName, payload, url } = args
  const { renderMail } = await loadRenderer()
  const event = 'account.passwordAsked'
  const { contact, shopName } = notificationsRuntime.get(payload)
  return renderMail({
    event,
    frame: { contact, shopName },
    locale,
    params: { customerName, url },
    text: await findText({ event, locale, payload }),
  })
}
