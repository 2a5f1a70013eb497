import type { GatewayOutcome, PaymentMethod } from '../../payments/port'
import type { DuitkuSettings } from './options'

import { fieldOf, rupiahOf, textOf } from './answer'
import { notConfigured, readingFailure } from './failure'
import { apiUrl, postJson } from './http'
import { requestScheme, sign } from './signature'

const WIB_OFFSET_MS = 7 * 60 * 60 * 1000

/** Lists the channels that the project has switched on for an amount. */
export async function fetchPaymentMethods({
  amount,
  now,
  settings,
}: {
  amount: number
  now: Date
  settings: DuitkuSettings
}): Promise<GatewayOutcome<PaymentMethod[]>> {
  if (settings.apiKey === '' || settings.merchantCode === '') return notConfigured
  const { merchantCode } = settings
  const datetime = jakartaDatetime(now)
  const signature = sign({
    fields: { amount: String(amount), datetime, merchantCode },
    operation: 'paymentMethods',
    scheme: requestScheme({ operation: 'paymentMethods', scheme: settings.scheme }),
    secret: settings.apiKey,
  })
  const answer = await postJson({
    body: { amount, datetime, merchantcode: merchantCode, signature },
    timeoutMs: settings.timeoutMs,
    url: apiUrl({
      base: settings.passportUrl,
      path: '/webapi/api/merchant/paymentmethod/getpaymentmethod',
    }),
  })
  if (answer.kind === 'unavailable') return answer
  const rows = fieldOf({ json: answer.json, name: 'paymentFee' })
  const code = textOf({ json: answer.json, name: 'responseCode' })
  if (answer.status !== 200 || code !== '00' || !Array.isArray(rows)) return readingFailure(answer)
  return { kind: 'ok', value: rows.map(toMethod).filter((method) => method.code !== '') }
}

function toMethod(row: unknown): PaymentMethod {
  return {
    code: textOf({ json: row, name: 'paymentMethod' }),
    fee: rupiahOf({ json: row, name: 'totalFee' }) ?? 0,
    image: textOf({ json: row, name: 'paymentImage' }),
    name: textOf({ json: row, name: 'paymentName' }),
  }
}

/** `yyyy-MM-dd HH:mm:ss` in Jakarta, which has no daylight saving. */
function jakartaDatetime(now: Date): string {
  const shifted = new Date(now.getTime() + WIB_OFFSET_MS)
  return shifted.toISOString().slice(0, 19).replace('T', ' ')
}
