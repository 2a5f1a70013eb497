import type { MailOptions } from '../plugin'
import type { Environment } from './schema'

const DKIM = ['MAIL_DKIM_DOMAIN', 'MAIL_DKIM_SELECTOR', 'MAIL_DKIM_KEY'] as const

type Values = Readonly<Record<string, string | undefined>>

const isSet = (values: Values, name: string): boolean => (values[name] ?? '').trim() !== ''

/** A signature wants all three settings or none; names those that are missing. */
export const findMissingDkimSettings = (values: Values): string[] => {
  const given = DKIM.filter((name) => isSet(values, name))
  const missing = DKIM.filter((name) => !isSet(values, name))
  return given.length === 0
    ? []
    : missing.map((name) => `${name} is missing; ${given.join(' and ')} cannot sign without it`)
}

/** How the shop sends mail, as the settings say. */
export const mailOptions = (settings: Environment): MailOptions => {
  const { MAIL_DKIM_DOMAIN: domain, MAIL_DKIM_KEY: key, MAIL_DKIM_SELECTOR: selector } = settings
  return {
    from: settings.MAIL_FROM,
    smtpUrl: settings.SMTP_URL,
    ...(domain && key && selector ? { dkim: { domain, privateKey: key, selector } } : {}),
  }
}
