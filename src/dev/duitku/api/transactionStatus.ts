import type { Invoice, Simulator } from '../types'
import type { ApiAnswer, ApiCall } from './call'

import { refresh } from '../lifecycle'
import { acceptedScheme } from '../signing'
import { text } from '../transport/messages'
import { v2Error } from './call'

/** `POST …/transactionStatus` on both hosts. */
export function transactionStatus({ body, simulator }: ApiCall): ApiAnswer {
  const merchantCode = text({ body, name: 'merchantCode' })
  const merchantOrderId = text({ body, name: 'merchantOrderId' })
  const { config, credentials } = simulator
  if (merchantCode !== credentials.merchantCode) {
    return v2Error({ message: 'Merchant not found', status: 404 })
  }
  const signature = text({ body, name: 'signature' })
  const signed = merchantCode + merchantOrderId
  if (acceptedScheme({ legacy: 'md5', signature, simulator, text: signed }) === undefined) {
    return v2Error({ message: 'Wrong signature', status: 401 })
  }
  const blockedMs = simulator.limiter.blockedFor({
    limit: config.statusLimit,
    merchantOrderId,
    now: simulator.now(),
  })
  if (blockedMs > 0) return blocked({ blockedMs, simulator })
  const invoice = knownTransaction({ merchantOrderId, simulator })
  if (invoice === undefined) return v2Error({ message: 'Transaction not found', status: 404 })
  return { json: describe({ invoice, simulator }), status: 200 }
}

function blocked({ blockedMs, simulator }: { blockedMs: number; simulator: Simulator }): ApiAnswer {
  return {
    ...v2Error({ message: 'Too many requests', status: simulator.config.statusLimit.status }),
    headers: { 'retry-after': String(Math.ceil(blockedMs / 1000)) },
  }
}

/** The paid one, else the newest with a channel: an invoice without one is no transaction yet. */
function knownTransaction({
  merchantOrderId,
  simulator,
}: {
  merchantOrderId: string
  simulator: Simulator
}): Invoice | undefined {
  const invoices = simulator.store
    .findByOrder(merchantOrderId)
    .map((invoice) => refresh({ invoice, simulator }))
    .filter((invoice) => invoice.channel !== undefined)
  return invoices.find((invoice) => invoice.status === 'paid') ?? invoices.at(-1)
}

function describe({ invoice, simulator }: { invoice: Invoice; simulator: Simulator }) {
  const codes = {
    created: ['01', 'PROCESS'],
    expired: ['02', 'EXPIRED'],
    failed: ['02', 'FAILED'],
    paid: ['00', 'SUCCESS'],
    pending: ['01', 'PROCESS'],
  } as const
  const [statusCode, statusMessage] = codes[invoice.status]
  const amount = String(invoice.paidAmount ?? invoice.amount)
  return {
    merchantOrderId: invoice.merchantOrderId,
    reference: invoice.reference,
    amount: simulator.config.statusAmountFormat === 'decimal' ? `${amount}.00` : amount,
    fee: '0.00',
    statusCode,
    statusMessage,
  }
}
