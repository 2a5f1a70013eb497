import type { CallbackVerdict, GatewayCallback } from '../../payments/port'
import type { DuitkuSettings } from './options'
import type { SignatureScheme } from './signature'

import { keptFields } from './callbackFields'
import { parseForm } from './form'
import { isDigest, sameDigest, sign } from './signature'

const MAX_BODY_BYTES = 16_384
const FORM_TYPE = /^application\/x-www-form-urlencoded(?:\s*;\s*charset="?utf-8"?)?$/i
const AMOUNT = /^[1-9][0-9]{0,11}$/
/** Ours begin with a letter: without separators a leading digit could belong to the amount. */
const ORDER_ID = /^[A-Za-z][A-Za-z0-9._-]{0,49}$/
const KNOWN_SCHEMES: readonly SignatureScheme[] = ['hmac', 'md5', 'sha256']

/** A callback as the web server received it, its body untouched. */
export type ReceivedCallback = { contentType: null | string; method: string; rawBody: string }

type Refusal = Extract<CallbackVerdict, { kind: 'refused' }>
type SignedTrio = { amount: string; merchantCode: string; merchantOrderId: string }

/**
 * Decides whether a callback is genuine. It covers only merchant code, amount and order id: result,
 * reference and dates are hints, the outcome comes from the gateway's transaction status.
 */
export function verifyDuitkuCallback({
  received,
  settings,
}: {
  received: ReceivedCallback
  settings: DuitkuSettings
}): CallbackVerdict {
  const envelope = refuseEnvelope({ received, settings })
  if (envelope) return envelope
  const form = parseForm(received.rawBody)
  if (form.kind === 'malformed') return refused({ code: form.code, status: 400 })
  const trio = readTrio(form.fields)
  if ('kind' in trio) return trio
  if (trio.merchantCode !== settings.merchantCode) {
    settings.logger.warn({ event: 'duitku.callback.otherMerchant' }, 'Callback of another merchant')
    return refused({ code: 'merchantCode.mismatch', status: 401 })
  }
  const signature = form.fields.get('signature') ?? ''
  if (!isDigest(signature)) return refused({ code: 'signature.malformed', status: 401 })
  const scheme = matchScheme({ settings, signature, trio })
  if (scheme === undefined) {
    reportMismatch({ settings, signature, trio })
    return refused({ code: 'signature.mismatch', status: 401 })
  }
  return { callback: toCallback({ fields: form.fields, scheme, trio }), kind: 'verified' }
}

function refused({ code, status }: { code: string; status: Refusal['status'] }): Refusal {
  return { code, kind: 'refused', status }
}

function refuseEnvelope({
  received,
  settings,
}: {
  received: ReceivedCallback
  settings: DuitkuSettings
}): Refusal | undefined {
  if (received.method !== 'POST') return refused({ code: 'method.notAllowed', status: 405 })
  if (!FORM_TYPE.test(received.contentType?.trim() ?? '')) {
    return refused({ code: 'contentType.unsupported', status: 415 })
  }
  if (Buffer.byteLength(received.rawBody) > MAX_BODY_BYTES) {
    return refused({ code: 'body.tooLarge', status: 413 })
  }
  if (settings.apiKey === '' || settings.merchantCode === '') {
    return refused({ code: 'gateway.notConfigured', status: 503 })
  }
  return undefined
}

function readTrio(fields: Map<string, string>): Refusal | SignedTrio {
  const amount = fields.get('amount')
  const merchantCode = fields.get('merchantCode')
  const merchantOrderId = fields.get('merchantOrderId')
  if (!amount || !merchantCode || !merchantOrderId || !fields.has('signature')) {
    return refused({ code: 'field.missing', status: 400 })
  }
  if (!AMOUNT.test(amount)) return refused({ code: 'amount.notCanonical', status: 400 })
  if (!ORDER_ID.test(merchantOrderId)) {
    return refused({ code: 'merchantOrderId.malformed', status: 400 })
  }
  return { amount, merchantCode, merchantOrderId }
}

/** Tries every accepted scheme with every valid key, without stopping at the first match. */
function matchScheme({
  settings,
  signature,
  trio,
}: {
  settings: DuitkuSettings
  signature: string
  trio: SignedTrio
}): SignatureScheme | undefined {
  let match: SignatureScheme | undefined
  for (const secret of [settings.apiKey, ...settings.previousApiKeys]) {
    for (const scheme of settings.callbackSchemes) {
      const expected = sign({ fields: trio, operation: 'callback', scheme, secret })
      if (sameDigest({ expected, received: signature })) match ??= scheme
    }
  }
  return match
}

/** Says which known scheme the sender used, so that a wrong setting is found in minutes. */
function reportMismatch({
  settings,
  signature,
  trio,
}: {
  settings: DuitkuSettings
  signature: string
  trio: SignedTrio
}): void {
  const tried = { ...settings, callbackSchemes: KNOWN_SCHEMES }
  const wouldMatch = matchScheme({ settings: tried, signature, trio })
  const fields = {
    accepted: settings.callbackSchemes,
    event: 'duitku.callback.signatureMismatch',
    wouldMatch: wouldMatch ?? 'none',
  }
  if (wouldMatch) settings.logger.warn(fields, 'Callback signed with a scheme that is not accepted')
  else settings.logger.info(fields, 'Callback with a signature of no known scheme')
}

function toCallback({
  fields,
  scheme,
  trio,
}: {
  fields: Map<string, string>
  scheme: SignatureScheme
  trio: SignedTrio
}): GatewayCallback {
  return {
    amount: Number(trio.amount),
    channel: fields.get('paymentCode') || undefined,
    fields: keptFields(fields),
    merchantOrderId: trio.merchantOrderId,
    publisherOrderId: fields.get('publisherOrderId') || undefined,
    reference: fields.get('reference') ?? '',
    resultCode: fields.get('resultCode') ?? '',
    scheme,
    settlementDate: fields.get('settlementDate') || undefined,
  }
}
