import { createHmac } from 'node:crypto'

import { demoApiKey, demoMerchantCode } from '@/config/standIns'

import type { Ask } from './connection'
import type { Random } from './random'

/** What a callback of Duitku's says. */
export type CallbackFacts = { amount: number; merchantOrderId: string; reference: string }

/** The form that Duitku posts after a payment, signed with the demo key. */
export const writeCallback = ({ amount, merchantOrderId, reference }: CallbackFacts): string => {
  const signature = createHmac('sha256', demoApiKey)
    .update(`${demoMerchantCode}${amount}${merchantOrderId}`)
    .digest('hex')
  return new URLSearchParams({
    additionalParam: '',
    amount: String(amount),
    merchantCode: demoMerchantCode,
    merchantOrderId,
    merchantUserId: '',
    paymentCode: 'BC',
    productDetail: 'Template Portofolio Premium',
    publisherOrderId: `SIM${reference.slice(-12)}`,
    reference,
    resultCode: '00',
    settlementDate: '2026-11-22',
    signature,
    sourceAccount: '',
    spUserHash: '',
  }).toString()
}

/** A callback as a request to `path`. */
export const askCallback = (path: string, facts: CallbackFacts): Ask => ({
  body: writeCallback(facts),
  headers: 'content-type: application/x-www-form-urlencoded\r\n',
  method: 'POST',
  path,
})

/** A genuine callback about an id that nobody has used before. */
export const inventCallback = (random: Random): CallbackFacts => ({
  amount: 10_000 + random.below(1_000_000),
  merchantOrderId: `LN-${random.text(20).toUpperCase()}-1`,
  reference: `DS00001${random.text(17).toUpperCase()}`,
})
