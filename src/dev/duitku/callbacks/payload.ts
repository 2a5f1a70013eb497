import type { Invoice, Simulator, WireScheme } from '../types'

import { findChannel } from '../channels'
import { resultCodeOf } from '../lifecycle'
import { signText } from '../signing'

const DAY_MS = 86_400_000
const WIB_OFFSET_MS = 25_200_000

/** The fields of a callback, in Duitku's order. */
export type CallbackFields = Record<string, string>

/** Everything that Duitku tells about an invoice as it stands, signed. */
export function callbackFields({
  invoice,
  simulator,
}: {
  invoice: Invoice
  simulator: Simulator
}): CallbackFields {
  const { config, credentials } = simulator
  const fields: CallbackFields = {
    merchantCode: credentials.merchantCode,
    amount: String(invoice.paidAmount ?? invoice.amount),
    merchantOrderId: invoice.merchantOrderId,
    [config.productDetailField]: invoice.productDetails,
    additionalParam: invoice.additionalParam,
    paymentCode: invoice.channel ?? '',
    resultCode: resultCodeOf({ invoice, simulator }),
    merchantUserId: invoice.merchantUserInfo,
    reference: invoice.reference,
    publisherOrderId: invoice.publisherOrderId ?? '',
    settlementDate: settlementDate(invoice.paidAt ?? simulator.now()),
    ...channelFields(invoice),
    ...config.extraFields,
  }
  return {
    ...fields,
    signature: signCallback({ fields, scheme: schemeFor({ invoice, simulator }), simulator }),
  }
}

/** Signs merchant code, amount and order id as they stand in the fields. */
export function signCallback({
  fields,
  scheme,
  simulator,
}: {
  fields: CallbackFields
  scheme: WireScheme
  simulator: Simulator
}): string {
  const { amount = '', merchantCode = '', merchantOrderId = '' } = fields
  const { apiKey } = simulator.credentials
  return signText({ apiKey, scheme, text: merchantCode + amount + merchantOrderId })
}

/** The scheme that callbacks of an invoice are signed with. */
export function schemeFor({
  invoice,
  simulator,
}: {
  invoice: Invoice
  simulator: Simulator
}): WireScheme {
  const { callbackScheme } = simulator.config
  if (callbackScheme !== 'mirror') return callbackScheme
  const popLegacy = invoice.product === 'pop' && invoice.scheme === 'sha256'
  return popLegacy ? 'md5' : invoice.scheme
}

function channelFields(invoice: Invoice): CallbackFields {
  const group = findChannel(invoice.channel ?? '')?.group
  if (group === 'qris')
    return { customerName: 'B*** S*****', issuerCode: '93600014', ...walletHash(invoice) }
  if (group === 'ewallet') return walletHash(invoice)
  if (group !== 'card') return {}
  return {
    bankAppCode: '123456',
    bankOrderId: invoice.reference,
    bankRespCode: '00',
    bankRespMsg: 'Approved',
    cardName: 'PEMEGANG KARTU',
    cardType: 'VISA',
    expiryDate: '03/33',
    maskedNumber: '400000******0044',
    transactionState: 'AUTHORIZED',
    transactionStateStatus: invoice.status === 'paid' ? 'Success' : 'Failed',
  }
}

function walletHash(invoice: Invoice): CallbackFields {
  return invoice.channel === 'SP' || invoice.channel === 'SA'
    ? { spUserHash: 'c0ffee0123456789' }
    : {}
}

/** An estimate: two days later, as a calendar day in Jakarta. */
function settlementDate(paidAt: number): string {
  return new Date(paidAt + WIB_OFFSET_MS + 2 * DAY_MS).toISOString().slice(0, 10)
}
