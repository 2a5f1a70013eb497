import { createHash, randomBytes } from 'node:crypto'

import type { Invoice, Simulator } from './types'

import { findChannel } from './channels'

const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789'

/** A reference as Duitku makes them: merchant code and random capitals, 24 characters. */
export function newReference(merchantCode: string): string {
  const tail = [...randomBytes(24)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')
  return (merchantCode + tail).slice(0, Math.max(24, merchantCode.length + 10))
}

/** Lets the time limit pass where it has passed, and gives the present status. */
export function refresh({
  invoice,
  simulator,
}: {
  invoice: Invoice
  simulator: Simulator
}): Invoice {
  const open = invoice.status === 'created' || invoice.status === 'pending'
  if (open && simulator.now() > invoice.expiresAt) {
    invoice.status = 'expired'
    simulator.store.changed()
  }
  return invoice
}

/** The customer picks a channel: from now on transactionStatus knows the invoice. */
export function chooseChannel({
  channel,
  invoice,
  simulator,
}: {
  channel: string
  invoice: Invoice
  simulator: Simulator
}): void {
  invoice.channel = channel
  invoice.vaNumber = payCode(invoice)
  if (invoice.status === 'created') invoice.status = 'pending'
  simulator.store.changed()
}

/** What happens when an invoice is settled, and how it is told. */
export type Settlement = {
  /** Paid amount, when it is not the asked one. */
  amount?: number
  channel?: string
  delayMs?: number
  sendCallback?: boolean
  times?: number
}

/** The money arrives. Late payments of expired invoices are possible, as with a forgotten account. */
export function payInvoice({
  invoice,
  settlement = {},
  simulator,
}: {
  invoice: Invoice
  settlement?: Settlement
  simulator: Simulator
}): Promise<void> {
  if (invoice.status === 'paid') return Promise.resolve()
  chooseChannel({ channel: settlement.channel ?? invoice.channel ?? 'BC', invoice, simulator })
  invoice.status = 'paid'
  invoice.paidAmount = settlement.amount ?? invoice.amount
  invoice.paidAt = simulator.now()
  invoice.publisherOrderId = `SIM${invoice.reference.slice(-12)}`
  return announce({ automatic: simulator.config.autoCallback, invoice, settlement, simulator })
}

/** The payment fails for good. */
export function failInvoice({
  invoice,
  settlement = {},
  simulator,
}: {
  invoice: Invoice
  settlement?: Settlement
  simulator: Simulator
}): Promise<void> {
  if (invoice.status === 'paid') return Promise.resolve()
  chooseChannel({ channel: settlement.channel ?? invoice.channel ?? 'BC', invoice, simulator })
  invoice.status = 'failed'
  return announce({ automatic: simulator.config.callbackOnFail, invoice, settlement, simulator })
}

/** The time limit passes now. Without a chosen channel there never was a transaction. */
export function expireInvoice({
  invoice,
  settlement = {},
  simulator,
}: {
  invoice: Invoice
  settlement?: Settlement
  simulator: Simulator
}): Promise<void> {
  if (invoice.status === 'paid') return Promise.resolve()
  if (settlement.channel) chooseChannel({ channel: settlement.channel, invoice, simulator })
  invoice.status = 'expired'
  invoice.expiresAt = Math.min(invoice.expiresAt, simulator.now())
  return announce({ automatic: simulator.config.callbackOnExpire, invoice, settlement, simulator })
}

function announce({
  automatic,
  invoice,
  settlement,
  simulator,
}: {
  automatic: boolean
  invoice: Invoice
  settlement: Settlement
  simulator: Simulator
}): Promise<void> {
  simulator.store.changed()
  if (!(settlement.sendCallback ?? automatic)) return Promise.resolve()
  return simulator.sender.announce({
    delayMs: settlement.delayMs ?? simulator.config.callbackDelayMs,
    invoice,
    times: settlement.times ?? 1,
  })
}

/** The result code of redirects and callbacks for a status. */
export function resultCodeOf({
  invoice,
  simulator,
}: {
  invoice: Invoice
  simulator: Simulator
}): string {
  if (invoice.status === 'paid') return '00'
  return invoice.status === 'created' || invoice.status === 'pending'
    ? '01'
    : simulator.config.failureCode
}

/** The number that the customer types at a bank or a till. */
function payCode(invoice: Invoice): string | undefined {
  const group = findChannel(invoice.channel ?? '')?.group
  if (group !== 'va' && group !== 'retail') return undefined
  const digest = createHash('sha256')
    .update(invoice.reference + invoice.channel)
    .digest('hex')
  const digits = String(BigInt(`0x${digest.slice(0, 12)}`))
    .padStart(12, '0')
    .slice(-12)
  return group === 'va' ? `7007${digits}` : digits.slice(0, 10)
}
