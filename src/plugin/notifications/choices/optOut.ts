import { createHmac, timingSafeEqual } from 'node:crypto'

import type { Locale } from '../../kernel/errors'

/** Enough of the digest that nobody guesses it, short enough for a link. */
const SIGNATURE_BYTES = 18

const signatureOf = (secret: string, address: string): Buffer =>
  createHmac('sha256', secret)
    .update(`messages.optOut:${address}`)
    .digest()
    .subarray(0, SIGNATURE_BYTES)

/**
 * The word that lets whoever reads the mails of an address switch off what he need not be told, and
 * nothing else. It does not expire: RFC 8058 wants old mails to work, and switching on again is as easy.
 */
export const signOptOut = (args: { address: string; secret: string }): string => {
  const address = args.address.trim().toLowerCase()
  const name = Buffer.from(address).toString('base64url')
  return `${name}.${signatureOf(args.secret, address).toString('base64url')}`
}

/** The address that such a word is about; undefined when we did not make it. */
export const readOptOut = (args: { secret: string; token: string }): string | undefined => {
  const { secret, token } = args
  const address = Buffer.from(token.slice(0, 600).split('.')[0] ?? '', 'base64url').toString()
  const given = Buffer.from(token)
  const expected = Buffer.from(signOptOut({ address, secret }))
  return given.length === expected.length && timingSafeEqual(given, expected) ? address : undefined
}

/** The page that asks before it changes anything. */
export const buildOptOutUrl = (args: {
  locale: Locale
  serverUrl: string
  token: string
}): string => {
  const { locale, serverUrl, token } = args
  const language = locale === 'en' ? '/en' : ''
  return `${serverUrl}${language}/akun/berhenti?tanda=${encodeURIComponent(token)}`
}
