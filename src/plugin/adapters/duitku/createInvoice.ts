import type { GatewayOutcome, InvoiceInput } from '../../payments/port'
import type { HttpAnswer } from './http'
import type { DuitkuSettings } from './options'

import { textOf } from './answer'
import { creationFailure, notConfigured } from './failure'
import { apiUrl, postJson } from './http'
import { findInvoiceFault, invoiceBody } from './invoiceBody'
import { isTrustedPaymentUrl } from './paymentUrl'
import { requestScheme, sign } from './signature'

type Invoice = { paymentUrl: string; reference: string }

/** Opens a POP invoice. The merchant code and the signature travel as headers, never in the body. */
export async function createPopInvoice({
  input,
  settings,
}: {
  input: InvoiceInput
  settings: DuitkuSettings
}): Promise<GatewayOutcome<Invoice>> {
  if (settings.apiKey === '' || settings.merchantCode === '') return notConfigured
  const fault = findInvoiceFault({ input, settings })
  if (fault) return fault
  const answer = await postJson({
    body: invoiceBody({ input, settings }),
    headers: popHeaders({ now: input.now, settings }),
    timeoutMs: settings.timeoutMs,
    url: apiUrl({ base: settings.popUrl, path: '/api/merchant/createInvoice' }),
  })
  return answer.kind === 'unavailable' ? answer : readInvoice({ answer, settings })
}

/** The three headers of POP; the timestamp is the epoch in milliseconds, which has no time zone. */
function popHeaders({
  now,
  settings,
}: {
  now: Date
  settings: DuitkuSettings
}): Record<string, string> {
  const timestamp = String(now.getTime())
  return {
    'x-duitku-merchantcode': settings.merchantCode,
    'x-duitku-signature': sign({
      fields: { merchantCode: settings.merchantCode, timestamp },
      operation: 'popInvoice',
      scheme: requestScheme({ operation: 'popInvoice', scheme: settings.scheme }),
      secret: settings.apiKey,
    }),
    'x-duitku-timestamp': timestamp,
  }
}

function readInvoice({
  answer,
  settings,
}: {
  answer: HttpAnswer
  settings: DuitkuSettings
}): GatewayOutcome<Invoice> {
  const { json, status } = answer
  const statusCode = textOf({ json, name: 'statusCode' })
  if (status !== 200 || statusCode === '') return creationFailure(answer)
  if (statusCode !== '00') return refusedByCode({ answer, statusCode })
  const reference = textOf({ json, name: 'reference' })
  const paymentUrl = textOf({ json, name: 'paymentUrl' })
  if (
    reference === '' ||
    !isTrustedPaymentUrl({ product: 'pop', reference, settings, url: paymentUrl })
  ) {
    return { kind: 'needsAction', reason: 'payment URL of the gateway is not trusted' }
  }
  return { kind: 'ok', value: { paymentUrl, reference } }
}

/** A business error inside HTTP 200; the message may still say that the invoice exists. */
function refusedByCode({
  answer,
  statusCode,
}: {
  answer: HttpAnswer
  statusCode: string
}): GatewayOutcome<never> {
  const failure = creationFailure({ ...answer, status: 400 })
  return failure.kind === 'rejected' ? { ...failure, code: statusCode } : failure
}
