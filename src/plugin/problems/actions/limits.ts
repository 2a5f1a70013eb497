import type { Payload } from 'payload'

import { createHash } from 'node:crypto'

import { type NamedRate, takeAddressToken, takeRateToken } from '../../kernel/payload'
import { problemsRuntime } from '../runtime'

/** Reports from one address; the page and the endpoint count together. */
export const REPORT_RATE: NamedRate = { limit: 10, name: 'problems.report', windowSeconds: 3_600 }

/** Posts and moves of customers from one address. */
export const REPLY_RATE: NamedRate = { limit: 30, name: 'problems.reply', windowSeconds: 3_600 }

/** Reports that name one mailbox: nobody's is to be filled with our receipts. */
const MAILBOX_RATE: NamedRate = { limit: 5, name: 'problems.mailbox', windowSeconds: 3_600 }

/**
 * Counts one call from outside by the address it came from.
 *
 * @throws DomainError `rateLimited`
 */
export const takeToken = (args: {
  headers: Headers
  payload: Payload
  rate: NamedRate
}): Promise<void> =>
  takeAddressToken({ ...args, factor: problemsRuntime.get(args.payload).rateFactor })

/**
 * Counts one report by the mailbox that it names.
 *
 * @throws DomainError `rateLimited`
 */
export const takeMailboxToken = (payload: Payload, email: string): Promise<void> =>
  takeRateToken({
    bucket: `${MAILBOX_RATE.name}:${createHash('sha256').update(email).digest('base64url')}`,
    factor: problemsRuntime.get(payload).rateFactor,
    payload,
    rate: MAILBOX_RATE,
  })
