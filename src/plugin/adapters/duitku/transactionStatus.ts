import type { GatewayOutcome, GatewayStatus } from '../../payments/port'
import type { HttpAnswer, NoAnswer } from './http'
import type { DuitkuSettings } from './options'

import { rupiahOf, textOf } from './answer'
import { notConfigured, readingFailure } from './failure'
import { apiUrl, postJson } from './http'
import { requestScheme, sign } from './signature'

const STATUS_BY_CODE: Record<string, GatewayStatus['status']> = {
  '00': 'paid',
  '01': 'pending',
  '02': 'failed',
}

/**
 * Asks the gateway for its own answer about one attempt: the POP host first, the older host when
 * that knows nothing. A POP invoice without a chosen channel is unknown to both: never "failed".
 */
export async function fetchTransactionStatus({
  merchantOrderId,
  settings,
}: {
  merchantOrderId: string
  settings: DuitkuSettings
}): Promise<GatewayOutcome<GatewayStatus>> {
  if (settings.apiKey === '' || settings.merchantCode === '') return notConfigured
  const places = [
    apiUrl({ base: settings.popUrl, path: '/api/merchant/transactionStatus' }),
    apiUrl({ base: settings.passportUrl, path: '/webapi/api/merchant/transactionStatus' }),
  ]
  for (const url of places) {
    const answer = await ask({ merchantOrderId, settings, url })
    if (answer.kind === 'unavailable') return answer
    if (answer.status !== 404) return readStatus({ answer, merchantOrderId })
  }
  return { kind: 'ok', value: { rawStatusCode: '404', status: 'unknown' } }
}

function ask({
  merchantOrderId,
  settings,
  url,
}: {
  merchantOrderId: string
  settings: DuitkuSettings
  url: URL
}): Promise<HttpAnswer | NoAnswer> {
  const fields = { merchantCode: settings.merchantCode, merchantOrderId }
  const scheme = requestScheme({ operation: 'transactionStatus', scheme: settings.scheme })
  const signature = sign({
    fields,
    operation: 'transactionStatus',
    scheme,
    secret: settings.apiKey,
  })
  return postJson({ body: { ...fields, signature }, timeoutMs: settings.timeoutMs, url })
}

function readStatus({
  answer,
  merchantOrderId,
}: {
  answer: HttpAnswer
  merchantOrderId: string
}): GatewayOutcome<GatewayStatus> {
  const { json, status } = answer
  const rawStatusCode = textOf({ json, name: 'statusCode' })
  if (status !== 200 || rawStatusCode === '') return readingFailure(answer)
  if (textOf({ json, name: 'merchantOrderId' }) !== merchantOrderId) {
    return { kind: 'needsAction', reason: 'the gateway answered about another order' }
  }
  const amount = rupiahOf({ json, name: 'amount' })
  const outcome = STATUS_BY_CODE[rawStatusCode] ?? 'unknown'
  if (outcome === 'paid' && amount === undefined) {
    return { kind: 'needsAction', reason: 'the gateway says paid without a readable amount' }
  }
  return {
    kind: 'ok',
    value: {
      amount,
      fee: rupiahOf({ json, name: 'fee' }),
      rawStatusCode,
      reference: textOf({ json, name: 'reference' }) || undefined,
      status: outcome,
    },
  }
}
