import type { EmailAdapter, SendEmailOptions } from 'payload'

import { nodemailerAdapter } from '@payloadcms/email-nodemailer'

import { loadOnce } from '../../kernel/queue'
import { cleanHeaderText, parseMailAddress } from './headers'
import { encodePart } from './quotedPrintable'

type TransportOptions = NonNullable<Parameters<typeof nodemailerAdapter>[0]>['transportOptions']

/** Sender as `MAIL_FROM` writes it: `Toko <toko@example.id>` or the bare address. */
export const parseMailbox = (mailbox: string): { address: string; name: string } => {
  const bracketed = /^([^<>]*)<([^<>]+)>\s*$/.exec(mailbox)
  const address = parseMailAddress(bracketed?.[2] ?? mailbox)
  if (!address) {
    throw new Error(`Sender "${mailbox}" is not of the form Name <name@example.id>`)
  }
  const name = cleanHeaderText(bracketed?.[1] ?? '').replace(/^"(.*)"$/, '$1')
  return { address, name: name || address }
}

/** The adapter glues name and address together, so a comma in the name needs its quotes. */
const quoteName = (name: string): string => `"${name.replace(/["\\]/g, '')}"`

const loadReactEmail = loadOnce(() => import('react-email'))

/** Mails of Payload itself, such as a password link, come as HTML alone: they get their text here. */
const withText = async (message: SendEmailOptions): Promise<SendEmailOptions> => {
  if (message.text !== undefined || typeof message.html !== 'string') {
    return message
  }
  const { toPlainText } = await loadReactEmail()
  return { ...message, text: toPlainText(message.html) }
}

/** Both bodies ready to go out, so that nodemailer need not feel its way through them. */
const withParts = (message: SendEmailOptions): SendEmailOptions => {
  const { html, text } = message
  return typeof html === 'string' && typeof text === 'string'
    ? { ...message, html: encodePart('html', html), text: encodePart('plain', text) }
    : message
}

/** What a shop says of its mail server. */
export type MailOptions = {
  /** How long a silent mail server is waited for, in milliseconds. Default 30,000. */
  answerTimeoutMs?: number
  /** Signs every mail (RSA); the public half stands in DNS under `selector._domainkey.domain`. */
  dkim?: { domain: string; privateKey: string; selector: string }
  /** `Name <name@example.id>` */
  from: string
  /** Most connections to the mail server at once. Default 5. */
  maxConnections?: number
  /** `smtps://user:password@host:465` */
  smtpUrl: string
}

/**
 * What the signature covers where it is there. RFC 8058 §4 wants both headers of the one-click button:
 * without them Gmail shows no button. The mailer's own list has the first of them alone.
 */
const SIGNED_HEADERS = [
  ...['From', 'Reply-To', 'Subject', 'Date', 'Message-ID', 'To', 'Cc', 'In-Reply-To', 'References'],
  ...['MIME-Version', 'Content-Type', 'Content-Transfer-Encoding'],
  ...['List-Unsubscribe', 'List-Unsubscribe-Post'],
].join(':')

const signWith = ({ domain, privateKey, selector }: NonNullable<MailOptions['dkim']>) => ({
  dkim: {
    domainName: domain,
    headerFieldNames: SIGNED_HEADERS,
    keySelector: selector,
    privateKey,
  },
})

const transportOptions = (args: MailOptions) => ({
  connectionTimeout: 10_000,
  disableFileAccess: true,
  disableUrlAccess: true,
  dnsTimeout: 5_000,
  greetingTimeout: 10_000,
  maxConnections: args.maxConnections ?? 5,
  // The outbox retries, and knows when to stop; the pool must not do so behind its back.
  maxRequeues: 0,
  pool: true,
  ...(args.dkim ? signWith(args.dkim) : {}),
  socketTimeout: args.answerTimeoutMs ?? 30_000,
  url: args.smtpUrl,
})

/**
 * Payload's e-mail adapter over SMTP. Every mail has a text beside its HTML. Connections are kept and
 * shared; every wait has an end; the server is not asked at start-up, so that a shop starts while its
 * mail server is away.
 */
export const createMailTransport = async (args: MailOptions): Promise<EmailAdapter> => {
  const { address, name } = parseMailbox(args.from)
  const adapter = await nodemailerAdapter({
    defaultFromAddress: address,
    defaultFromName: quoteName(name),
    skipVerify: true,
    transportOptions: transportOptions(args) as TransportOptions,
  })
  return (host) => {
    const inner = adapter(host)
    return {
      ...inner,
      sendEmail: async (message) => inner.sendEmail(withParts(await withText(message))),
    }
  }
}
