import type { GatewayOutcome, InvoiceInput } from '../../payments/port'
import type { HttpAnswer } from './http'
import type { DuitkuSettings } from './options'

import { rupiahOf, textOf } from './answer'
import { creationFailure, notConfigured } from './failure'
import { apiUrl, postJson } from './http'
import { findInvoiceFault, invoiceBody } from './invoiceBody'
import { isTrustedPaymentUrl } from './paymentUrl'
import { requestScheme, sign } from './signature'

/** A v2 transaction: unlike a POP invoice it starts with its channel already chosen. */
export type DirectPayment = {
  amount: number
  appUrl?: string
  paymentUrl: string
  qrString?: string
  reference: string
  vaNumber?: string
}

/** Opens a v2 transaction in one channel, for shops that draw their own payment page. */
export async function inquire({
  input,
  settings,
}: {
  input: { paymentMethod: string } & InvoiceInput
  settings: DuitkuSettings
}): Promise<GatewayOutcome<DirectPayment>> {
  if (settings.apiKey === '' || settings.merchantCode === '') return notConfigured
  const fault = findInvoiceFault({ input, settings })
  if (fault) return fault
  const answer = await postJson({
    body: { ...invoiceBody({ input, settings }), ...credentials({ input, settings }) },
    timeoutMs: settings.timeoutMs,
    url: apiUrl({ base: settings.passportUrl, path: '/webapi/api/merchant/v2/inquiry' }),
  })
  if (answer.kind === 'unavailable') return answer
  return readPayment({ amount: input.amount, answer, settings })
}

function credentials({
  input,
  settings,
}: {
  input: InvoiceInput
  settings: DuitkuSettings
}): Record<string, string> {
  const { merchantCode } = settings
  const fields = {
    merchantCode,
    merchantOrderId: input.merchantOrderId,
    paymentAmount: String(input.amount),
  }
  const scheme = requestScheme({ operation: 'inquiry', scheme: settings.scheme })
  return {
    merchantCode,
    signature: sign({ fields, operation: 'inquiry', scheme, secret: settings.apiKey }),
  }
}

function readPayment({
  amount,
  answer,
  settings,
}: {
  amount: number
  answer: HttpAnswer
  settings: DuitkuSettings
}): GatewayOutcome<DirectPayment> {
  const { json, status } = answer
  const statusCode = textOf({ json, name: 'statusCode' })
  if (status !== 200 || statusCode === '') return creationFailure(answer)
  if (statusCode !== '00') return creationFailure({ ...answer, status: 400 })
  const reference = textOf({ json, name: 'reference' })
  const paymentUrl = textOf({ json, name: 'paymentUrl' })
  const repeated = rupiahOf({ json, name: 'amount' })
  if (repeated !== undefined && repeated !== amount) {
    return { kind: 'needsAction', reason: 'the gateway repeats another amount' }
  }
  if (
    reference === '' ||
    !isTrustedPaymentUrl({ product: 'v2', reference, settings, url: paymentUrl })
  ) {
    return { kind: 'needsAction', reason: 'payment URL of the gateway is not trusted' }
  }
  return {
    kind: 'ok',
    value: {
      amount,
      appUrl: textOf({ json, name: 'appUrl' }) || undefined,
      paymentUrl,
      qrString: textOf({ json, name: 'qrString' }) || undefined,
      reference,
      vaNumber: textOf({ json, name: 'vaNumber' }) || undefined,
    },
  }
}
