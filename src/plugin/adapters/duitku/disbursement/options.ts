import type { DuitkuLogger } from '../options'

import { isDuitkuHost, isLoopback, parseUrl } from '../hosts'

/** Settings of Duitku Disbursement: a service of its own, with credentials of its own. */
export type DisbursementOptions = {
  /** Address that the user is registered with. */
  email: string
  /** Receives one line per call that did not succeed. Never the secret, nor an account number. */
  logger?: DuitkuLogger
  /** Secret of the user. */
  secret: string
  /** Longest wait for one whole answer. Default 30 seconds: banks answer slowly. */
  timeoutMs?: number
  /** `https://passport.duitku.com`, `https://sandbox.duitku.com`, or a stand-in. */
  url: string
  /** Number of the user. */
  userId: string
}

/** Options with every default filled in and the URL checked. */
export type DisbursementSettings = { base: URL; timeoutMs: number } & Required<
  Pick<DisbursementOptions, 'email' | 'logger' | 'secret' | 'userId'>
>

const silent: DuitkuLogger = { info: () => undefined, warn: () => undefined }

/** Plain HTTP only towards this machine or a one-word host of a private network. */
const baseOf = (value: string): URL => {
  const url = parseUrl(value)
  const isNear = url !== undefined && (isLoopback(url.hostname) || !url.hostname.includes('.'))
  const isPlain = url?.protocol === 'http:' && isNear && !isDuitkuHost(url.hostname)
  if (url === undefined || (url.protocol !== 'https:' && !isPlain)) {
    throw new TypeError('Duitku disbursement url must be a URL and use https')
  }
  return url
}

/**
 * Checks the options once, at start.
 *
 * @throws TypeError that names what is missing
 */
export const resolveDisbursement = (options: DisbursementOptions): DisbursementSettings => {
  const [email, secret, userId] = [options.email, options.secret, options.userId].map((text) =>
    text.trim(),
  ) as [string, string, string]
  if (email === '' || secret === '' || userId === '') {
    throw new TypeError('Duitku disbursement needs userId, email and secret')
  }
  return {
    base: baseOf(options.url),
    email,
    logger: options.logger ?? silent,
    secret,
    timeoutMs: options.timeoutMs ?? 30_000,
    userId,
  }
}
