import type { HttpAnswer, NoAnswer } from '../http'
import type { SignedFields, SignedOperation } from '../signature'
import type { DisbursementSettings } from './options'

import { textOf } from '../answer'
import { apiUrl, postJson } from '../http'
import { sign } from '../signature'

/** The calls that are made, and the sandbox's own names for them. */
const PATHS = {
  disbursementInquiry: { live: 'inquiry', sandbox: 'inquirysandbox' },
  disbursementStatus: { live: 'inquirystatus', sandbox: 'inquirystatus' },
  disbursementTransfer: { live: 'transfer', sandbox: 'transfersandbox' },
} as const satisfies Partial<Record<SignedOperation, { live: string; sandbox: string }>>

type Operation = keyof typeof PATHS

/** An answer with Duitku's own code in it. */
export type Answered = { code: string; json: unknown; kind: 'answered'; words: string }

/** No answer that could be read; `isUnheard` when the request certainly reached nobody. */
export type Unanswered = { isUnheard: boolean; kind: 'silent'; reason: string }

/** Failures before a connection stood: nobody has read the request. */
const NO_CONNECTION = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
])

const pathOf = (operation: Operation, { hostname }: URL): string => {
  const { live, sandbox } = PATHS[operation]
  const name = hostname === 'sandbox.duitku.com' ? sandbox : live
  return `/webapi/api/disbursement/${name}`
}

const read = (answer: HttpAnswer | NoAnswer): Answered | Unanswered => {
  if (answer.kind === 'unavailable') {
    const { reason } = answer
    return { isUnheard: NO_CONNECTION.has(reason), kind: 'silent', reason }
  }
  const { json, message, status } = answer
  const code = textOf({ json, name: 'responseCode' })
  if (code === '') {
    return { isUnheard: false, kind: 'silent', reason: message || `HTTP ${status} without a code` }
  }
  const words = textOf({ json, name: 'responseDesc' })
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 120)
  return { code, json, kind: 'answered', words }
}

/**
 * Makes one call, signed for this very moment: SHA256 of the fields and the secret, which Duitku takes
 * for five minutes. Disbursement did not move to HMAC with the rest of Duitku.
 */
export const callDisbursement = async <O extends Operation>(args: {
  /** Fields that travel beside the signed ones. */
  beside?: Record<string, unknown>
  fields: Omit<SignedFields<O>, 'email' | 'timestamp'>
  now: Date
  operation: O
  settings: DisbursementSettings
}): Promise<Answered | Unanswered> => {
  const { beside = {}, now, operation, settings } = args
  const { base, email, secret, timeoutMs, userId } = settings
  const timestamp = String(now.getTime())
  const fields = { ...args.fields, email, timestamp } as SignedFields<O>
  const signature = sign({ fields, operation, scheme: 'sha256', secret })
  const numbers = { timestamp: now.getTime(), userId: Number(userId) }
  const body = { ...fields, ...beside, ...numbers, signature }
  return read(
    await postJson({ body, timeoutMs, url: apiUrl({ base, path: pathOf(operation, base) }) }),
  )
}
