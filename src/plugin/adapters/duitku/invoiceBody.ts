import type { GatewayOutcome, InvoiceInput } from '../../payments/port'
import type { DuitkuSettings } from './options'

import { bankName, plainPhone, plainText } from './text'

const ORDER_ID = /^[A-Za-z][A-Za-z0-9._-]{0,49}$/
const MAX_AMOUNT = 999_999_999_999
const MAX_EMAIL = 50
const MAX_URL = 255

type Rejected = Extract<GatewayOutcome<never>, { kind: 'rejected' }>

/** What can be known to fail before Duitku is asked. Text is cut to fit; these cannot be cut. */
export function findInvoiceFault({
  input,
  settings,
}: {
  input: InvoiceInput
  settings: DuitkuSettings
}): Rejected | undefined {
  const { amount, items } = input
  if (!ORDER_ID.test(input.merchantOrderId)) return fault('merchantOrderId')
  if (!Number.isSafeInteger(amount) || amount < 1 || amount > MAX_AMOUNT) return fault('amount')
  if (!items.every((item) => Number.isSafeInteger(item.amount))) return fault('items')
  const sum = items.reduce((total, item) => total + item.amount, 0)
  if (items.length > 0 && sum !== amount) return fault('items')
  if (input.callbackUrl.length > MAX_URL) return fault('callbackUrl')
  if (input.returnUrl.length > MAX_URL) return fault('returnUrl')
  if (!Number.isFinite(input.expiryMinutes) || input.expiryMinutes <= 0)
    return fault('expiryMinutes')
  if (emailFor({ input, settings }) === undefined) return fault('email')
  return undefined
}

/** The fields that POP and v2 share, cut to Duitku's limits. */
export function invoiceBody({
  input,
  settings,
}: {
  input: InvoiceInput
  settings: DuitkuSettings
}): Record<string, unknown> {
  const email = emailFor({ input, settings }) ?? ''
  const phoneNumber = input.phone ? plainPhone(input.phone) : undefined
  return {
    callbackUrl: input.callbackUrl,
    customerDetail: {
      email,
      firstName: plainText({ max: 50, text: input.customerName }),
      phoneNumber,
    },
    customerVaName: bankName({ max: 20, text: input.customerName }),
    email,
    expiryPeriod: Math.max(1, Math.round(input.expiryMinutes)),
    itemDetails: itemDetails(input),
    merchantOrderId: input.merchantOrderId,
    paymentAmount: input.amount,
    paymentMethod: input.paymentMethod || undefined,
    phoneNumber,
    productDetails: plainText({ max: 255, text: input.productDetails }) || 'Pesanan',
    returnUrl: input.returnUrl,
  }
}

/** Line totals with quantity 1: Duitku's own sample and its clients read `price` in two ways. */
function itemDetails(
  input: InvoiceInput,
): undefined | { name: string; price: number; quantity: 1 }[] {
  if (input.items.length === 0) return undefined
  return input.items.map((item) => ({
    name: plainText({ max: 50, text: item.name }) || 'Produk',
    price: item.amount,
    quantity: 1,
  }))
}

/** An address is never cut: a cut one belongs to somebody else. */
function emailFor({
  input,
  settings,
}: {
  input: InvoiceInput
  settings: DuitkuSettings
}): string | undefined {
  return input.email.length <= MAX_EMAIL ? input.email : settings.fallbackEmail
}

function fault(field: string): Rejected {
  return { code: `${field}.invalid`, kind: 'rejected', reason: `${field} is not fit for Duitku` }
}
