import type { Invoice, Simulator } from '../types'

/** The simulator as `GET /__control/state` shows it; never the key. */
export function stateView({
  limit,
  merchantOrderId,
  simulator,
}: {
  limit: number
  merchantOrderId?: string
  simulator: Simulator
}) {
  const { config, credentials, faults, requests, store } = simulator
  return {
    config,
    faults,
    invoiceCount: store.size(),
    invoices: (merchantOrderId ? store.findByOrder(merchantOrderId) : store.list(limit)).map(
      invoiceView,
    ),
    merchantCode: credentials.merchantCode,
    now: new Date(simulator.now()).toISOString(),
    requests,
  }
}

/** An invoice with readable times. */
export function invoiceView(invoice: Invoice) {
  return {
    ...invoice,
    createdAt: new Date(invoice.createdAt).toISOString(),
    expiresAt: new Date(invoice.expiresAt).toISOString(),
    paidAt: invoice.paidAt === undefined ? undefined : new Date(invoice.paidAt).toISOString(),
  }
}

/** See {@link invoiceView}. */
export type InvoiceView = ReturnType<typeof invoiceView>

/** See {@link stateView}. */
export type StateView = ReturnType<typeof stateView>
