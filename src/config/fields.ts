import { createPrivateKey } from 'node:crypto'
import { z } from 'zod'

/** An absolute http(s) address without a slash at its end. */
export const webAddress = z
  .url({ error: 'must be an address such as https://example.id', protocol: /^https?$/ })
  .transform((address) => address.replace(/\/+$/, ''))

/** A TCP port, written in digits. */
export const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number between 1 and 65535')
  .transform(Number)
  .pipe(z.number().min(1, 'must be at least 1').max(65_535, 'must be at most 65535'))

/** A whole number within bounds, written in digits. */
export const wholeNumber = ({ max, min }: { max: number; min: number }) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number between ${min} and ${max}`)
    .transform(Number)
    .pipe(z.number().min(min, `must be at least ${min}`).max(max, `must be at most ${max}`))

/** `1` or `true` is on; `0` or `false` is off. */
export const flag = z
  .enum(['0', '1', 'false', 'true'], 'must be 1 or 0')
  .transform((value) => value === '1' || value === 'true')

/** A comma separated list; blanks between the entries do not count. */
export const list = <Entry extends z.ZodType<string, string>>(entry: Entry) =>
  z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(entry).min(1, 'must name at least one'))

const mailAddress = /^[^\s@<>,]+@[^\s@<>,]+$/

/** `name@example.id` or `Shop name <name@example.id>`. */
export const mailbox = z.string().refine((text) => {
  const bracketed = /^[^<>]*<([^<>]+)>$/.exec(text)
  return mailAddress.test(bracketed?.[1] ?? text)
}, 'must be an address such as Lunas <toko@example.id>')

/** A bare mail address. */
export const address = z.string().regex(mailAddress, 'must be an address such as admin@example.id')

/** An address whose scheme is one of those listed. */
export const addressOf = ({ example, schemes }: { example: string; schemes: string[] }) =>
  z.string().refine((text) => {
    const parsed = URL.canParse(text) ? new URL(text) : undefined
    return parsed !== undefined && schemes.includes(parsed.protocol.replace(':', ''))
  }, `must be an address such as ${example}`)

/** Receivers ignore signatures of shorter keys (RFC 8301). */
const SHORTEST_KEY = 1024

/** A key file fits no line: it may come as base64, or with `\n` for its line breaks. */
const toPem = (text: string): string =>
  text.includes('-----BEGIN')
    ? text.replaceAll('\\n', '\n')
    : Buffer.from(text, 'base64').toString('utf8')

const isRsaKey = (pem: string): boolean => {
  try {
    const { asymmetricKeyDetails, asymmetricKeyType } = createPrivateKey(pem)
    return asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= SHORTEST_KEY
  } catch {
    return false
  }
}

/** A private RSA key in PEM, or that in base64. */
export const rsaKey = z
  .string()
  .transform(toPem)
  .refine(isRsaKey, 'must be a private RSA key of 1024 bits or more: PEM, or base64 of it')
