import type { Body } from '../transport/messages'
import type { Invoice, Simulator, WireScheme } from '../types'
import type { Refusal } from './call'

import { newReference } from '../lifecycle'
import { text } from '../transport/messages'

const MINUTE_MS = 60_000

/** Checks the fields that POP and v2 share, with the messages of the v2 error table. */
export function findDraftFault({
  body,
  simulator,
}: {
  body: Body
  simulator: Simulator
}): Refusal | undefined {
  const get = (name: string) => text({ body, name })
  const amount = Number(get('paymentAmount'))
  const bad = (message: string, status = 400) => ({ message, status })
  if (!Number.isSafeInteger(amount) || amount <= 0) return bad('paymentAmount is not valid')
  const { minAmount } = simulator.config
  if (amount < minAmount) return bad(`Minimum Payment ${minAmount} IDR`)
  if (get('merchantOrderId') === '') return bad('merchantOrderId is mandatory')
  if (get('merchantOrderId').length > 50) return bad("length of merchantOrderId can't > 50")
  if (get('productDetails') === '') return bad('productDetails is mandatory')
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(get('email'))) return bad('Invalid Email Address')
  if (get('email').length > 50) return bad("length of email can't > 50")
  if (get('phoneNumber').length > 50) return bad("length of phoneNumber can't > 50")
  const badUrl = ['callbackUrl', 'returnUrl'].find((name) => !isWebUrl(get(name)))
  return badUrl === undefined ? undefined : bad(`${badUrl} is not valid`)
}

/** The sum rule of Duitku's own sample: prices count, quantities do not. */
export function findItemFault(body: Body): Refusal | undefined {
  const items = itemsOf(body)
  if (items.length === 0) return undefined
  const sum = items.reduce((total, item) => total + item.price, 0)
  if (sum === Number(text({ body, name: 'paymentAmount' }))) return undefined
  return { message: 'Payment amount must be equal to all item price', status: 409 }
}

/** Repeated order ids: at once 409 or 400, after payment never again, later a new invoice. */
export function findDuplicateFault({
  body,
  simulator,
}: {
  body: Body
  simulator: Simulator
}): Refusal | undefined {
  const earlier = simulator.store.findByOrder(text({ body, name: 'merchantOrderId' }))
  if (earlier.some((invoice) => invoice.status === 'paid')) {
    return { message: 'Bill already paid', status: 400 }
  }
  const last = earlier.at(-1)
  if (
    last === undefined ||
    simulator.now() - last.createdAt >= simulator.config.duplicateWindowMs
  ) {
    return undefined
  }
  return last.amount === Number(text({ body, name: 'paymentAmount' }))
    ? { message: 'The transaction is still in progress.', status: 409 }
    : { message: 'Amount is different please try again later.', status: 400 }
}

/** Makes and keeps an invoice. */
export function openInvoice({
  body,
  product,
  scheme,
  simulator,
}: {
  body: Body
  product: Invoice['product']
  scheme: WireScheme
  simulator: Simulator
}): Invoice {
  const get = (name: string) => text({ body, name })
  const now = simulator.now()
  const minutes = Number(get('expiryPeriod')) || simulator.config.defaultExpiryMinutes
  const invoice: Invoice = {
    additionalParam: get('additionalParam'),
    amount: Number(get('paymentAmount')),
    callbackUrl: get('callbackUrl'),
    createdAt: now,
    customerName: get('customerVaName').slice(0, 20),
    deliveries: [],
    email: get('email'),
    expiresAt: now + minutes * MINUTE_MS,
    items: itemsOf(body),
    merchantOrderId: get('merchantOrderId'),
    merchantUserInfo: get('merchantUserInfo'),
    product,
    productDetails: get('productDetails').slice(0, 255),
    reference: newReference(simulator.credentials.merchantCode),
    returnUrl: get('returnUrl'),
    scheme,
    status: 'created',
  }
  simulator.store.add(invoice)
  return invoice
}

function itemsOf(body: Body): Invoice['items'] {
  const items = body.itemdetails
  if (!Array.isArray(items)) return []
  return items.map((item: Record<string, unknown>) => ({
    name: String(item.name ?? ''),
    price: Number(item.price ?? 0),
    quantity: Number(item.quantity ?? 1),
  }))
}

function isWebUrl(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
}
