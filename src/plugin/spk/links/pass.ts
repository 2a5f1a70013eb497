import { parseCookies } from 'payload'

import { readLink, signLink } from '../../kernel/secrets'

/** Cookie, and header, in which a visitor shows that he entered the code of a link. */
export const PASS_COOKIE = 'lunas-spk'

/** The same for callers that keep no cookies. */
export const PASS_HEADER = 'x-spk-pass'

/** How long a code opens the doors of its link. */
export const PASS_MS = 30 * 60_000

const LABEL = 'spk.pass'

/** A pass for one link: whoever holds it entered the code of that link a short while ago. */
export const signPass = (args: {
  linkId: string
  now: Date
  secret: string
}): { expiresAt: Date; word: string } =>
  signLink({
    goodForMs: PASS_MS,
    id: args.linkId,
    label: LABEL,
    now: args.now,
    secret: args.secret,
  })

/** Whether a pass is ours, of this link, and not over yet. */
export const isPassFor = (
  word: string | undefined,
  args: { linkId: string; now: Date; secret: string },
): boolean => {
  const { linkId, now, secret } = args
  const pass = word ? readLink(word, { label: LABEL, secret }) : undefined
  return pass?.id === linkId && pass.expiresAt > now
}

/** The pass that a request carries, whatever it is worth. */
export const findPass = (headers: Headers): string | undefined =>
  headers.get(PASS_HEADER) ?? parseCookies(headers).get(PASS_COOKIE)

/** The cookie that keeps a pass: for the whole storefront, out of reach of scripts and other sites. */
export const passCookie = (args: {
  expiresAt: Date
  serverUrl: string
  word: string
}): {
  expires: Date
  httpOnly: true
  name: string
  path: '/'
  sameSite: 'lax'
  secure: boolean
  value: string
} => ({
  expires: args.expiresAt,
  httpOnly: true,
  name: PASS_COOKIE,
  path: '/',
  sameSite: 'lax',
  secure: args.serverUrl.startsWith('https:'),
  value: args.word,
})
