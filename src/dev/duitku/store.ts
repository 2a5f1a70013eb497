import type { Invoice } from './types'

/** Invoices in memory, found by reference or by order id. */
export type Store = {
  add: (invoice: Invoice) => void
  changed: () => void
  clear: () => void
  findByReference: (reference: string) => Invoice | undefined
  /** All invoices of an order id, oldest first. */
  findByOrder: (merchantOrderId: string) => Invoice[]
  /** Newest first. */
  list: (limit: number) => Invoice[]
  size: () => number
}

/** Makes an empty store; the oldest invoices leave when it is full. */
export function createStore({
  maxInvoices,
  onChange,
}: {
  maxInvoices: number
  onChange: () => void
}): Store {
  const byReference = new Map<string, Invoice>()
  const byOrder = new Map<string, Invoice[]>()

  const evictOldest = () => {
    const oldest = byReference.values().next().value
    if (oldest === undefined) return
    byReference.delete(oldest.reference)
    const others = byOrder.get(oldest.merchantOrderId)?.filter((other) => other !== oldest) ?? []
    if (others.length > 0) byOrder.set(oldest.merchantOrderId, others)
    else byOrder.delete(oldest.merchantOrderId)
  }

  return {
    add: (invoice) => {
      if (byReference.size >= maxInvoices) evictOldest()
      byReference.set(invoice.reference, invoice)
      const siblings = byOrder.get(invoice.merchantOrderId)
      if (siblings) siblings.push(invoice)
      else byOrder.set(invoice.merchantOrderId, [invoice])
      onChange()
    },
    changed: onChange,
    clear: () => {
      byReference.clear()
      byOrder.clear()
      onChange()
    },
    findByOrder: (merchantOrderId) => byOrder.get(merchantOrderId) ?? [],
    findByReference: (reference) => byReference.get(reference),
    list: (limit) => (limit > 0 ? [...byReference.values()].slice(-limit).reverse() : []),
    size: () => byReference.size,
  }
}
