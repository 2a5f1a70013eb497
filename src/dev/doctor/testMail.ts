import type { Payload } from 'payload'
import type { Environment } from '../../config/env'
import { mailOptions } from '../../config/mail'
import { findStandIns } from '../../config/standIns'
import { createMailTransport } from '../../plugin/notifications/mail/transport'
import { parseMailAddress } from '../../plugin/notifications/mail/headers'
import { type Check, findingsOf, wordsOf } from './verdict'

type SmtpError = {
  code?: string
  command?: string
  response?: string
  responseCode?: number
} & Error

const ANSWER_TIMEOUT_MS = 15_000

const causes: Record<string, string> = {
  EAUTH: 'refuses our user name or password (SMTP_URL)',
  ECONNECTION: 'does not let us connect; host or port may be wrong (SMTP_URL)',
  ECONNREFUSED: 'does not let us connect; host or port may be wrong (SMTP_URL)',
  EDNS: 'has a name that nobody knows (SMTP_URL)',
  EENVELOPE: 'refuses the sender or the recipient',
  ENOTFOUND: 'has a name that nobody knows (SMTP_URL)',
  ESOCKET: 'does not let us connect, or speaks another kind of TLS (smtp or smtps in SMTP_URL)',
  ETIMEDOUT: 'does not answer',
  ETLS: 'does not speak TLS as we do (smtp or smtps in SMTP_URL)',
}

/** What went wrong, in the words of whoever has to mend it. */
const explain = (error: unknown): string => {
  const { code = '', response, responseCode } = error as SmtpError
  if (responseCode === 421 || responseCode === 451) {
    return `asks us to try later: ${response ?? responseCode}`
  }
  return `${causes[code] ?? 'did not take it'}: ${response ?? wordsOf(error)}`
}

const letter = (settings: Environment) => {
  const when = new Date().toISOString()
  const text = `Surat percobaan dari ${settings.SHOP_NAME} (${settings.SERVER_URL}), ${when}.
Jika Anda membacanya, surel toko berfungsi.

A test mail of ${settings.SHOP_NAME} (${settings.SERVER_URL}), ${when}.
If you read it, the shop can send mail.
`
  const html = `<p>${text.trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</p>`
  return { html, subject: `Tes surel ${settings.SHOP_NAME}`, text }
}

const describeSent = (args: { settings: Environment; answer: string; to: string }): string => {
  const { answer, settings, to } = args
  const { MAIL_DKIM_DOMAIN: domain, SMTP_URL } = settings
  const signed = domain ? `signed for ${domain}` : 'without a DKIM signature of ours'
  const next = findStandIns(settings).some(({ name }) => name === 'SMTP_URL')
    ? 'It is a stand-in: look into its inbox, the mail reaches nobody'
    : 'Look into the mailbox, and among the spam'
  return `${new URL(SMTP_URL).host} took a mail to ${to}, ${signed} (${answer}). ${next}`
}

/** Sends one real mail through the configured server, from the configured sender. */
export const testMailCheck = (args: { settings: Environment; to: string }): Check => ({
  name: 'test mail',
  run: async () => {
    const { settings } = args
    const { fail, ok } = findingsOf('test mail')
    const to = parseMailAddress(args.to)
    if (to === undefined) {
      return [fail(`"${args.to}" is not a mail address such as you@example.id; nothing was sent`)]
    }
    try {
      const options = { ...mailOptions(settings), answerTimeoutMs: ANSWER_TIMEOUT_MS }
      const { sendEmail } = (await createMailTransport(options))({ payload: {} as Payload })
      const sent = (await sendEmail({ ...letter(settings), to })) as { response?: string }
      return [ok(describeSent({ answer: sent.response ?? 'no words', settings, to }))]
    } catch (error) {
      return [fail(`${new URL(settings.SMTP_URL).host} ${explain(error)}`)]
    }
  },
})
