import type { Acknowledged } from '../traffic/purchase'
import type { Facts } from './facts'

import { type Findings, groupBy } from './verdict'

type Case = { acknowledged: Acknowledged; facts: Facts; findings: Findings }

/** Every order that a buyer holds in his hands exists, once. */
const judgeOrders = ({ acknowledged, facts, findings }: Case): void => {
  const byKey = groupBy(facts.orders, ({ key }) => key)
  const paid = new Set(acknowledged.paid)
  for (const { key, token, total } of acknowledged.orders) {
    const rows = byKey.get(key) ?? []
    const order = rows.find((row) => row.token === token)
    findings.mustBe(order?.total === total, `order ${key} was acknowledged and is not there`)
    findings.mustNotBeTwice(rows.length > 1, `order ${key} is there ${rows.length} times`)
    if (paid.has(token)) {
      const state = order?.paymentState
      findings.mustBe(state === 'paid', `order ${key} was called paid and is ${state}`)
    }
  }
  for (const { allocated, key, total } of facts.orders) {
    findings.mustNotBeTwice(allocated > total, `order ${key} of Rp${total} got Rp${allocated}`)
  }
}

/** Every attempt that a buyer was shown exists, under the reference he was shown. */
const judgeAttempts = ({ acknowledged, facts, findings }: Case): void => {
  const rows = new Map(facts.payments.map((row) => [row.merchantOrderId, row]))
  for (const { amount, merchantOrderId, reference } of acknowledged.attempts) {
    const row = rows.get(merchantOrderId)
    const isThere = row?.amount === amount && row.reference === reference
    findings.mustBe(isThere, `attempt ${merchantOrderId} was acknowledged and is not there`)
  }
  for (const { merchantOrderId } of acknowledged.abandoned) {
    const state = rows.get(merchantOrderId)?.state
    findings.mustBe(state === 'expired', `attempt ${merchantOrderId} lapsed and is ${state}`)
  }
}

/** What the gateway holds is in the books once, in full; what it does not hold is not. */
const judgeMoney = ({ facts, findings }: Case): void => {
  const paid = new Map(
    facts.invoices
      .filter(({ status }) => status === 'paid')
      .map((invoice) => [invoice.merchantOrderId, invoice.paidAmount ?? 0]),
  )
  const rows = new Map(facts.payments.map((row) => [row.merchantOrderId, row]))
  for (const [id, amount] of paid) {
    const row = rows.get(id)
    findings.mustBe(row?.state === 'paid', `${id} was paid at the gateway and is ${row?.state}`)
    findings.mustBe(
      (row?.received ?? 0) >= amount,
      `${id}: Rp${row?.received} of Rp${amount} booked`,
    )
    findings.mustBe(
      (row?.allocated ?? 0) >= amount,
      `${id}: Rp${row?.allocated} of Rp${amount} credited`,
    )
  }
  for (const { allocated, arrivals, merchantOrderId: id, received } of facts.payments) {
    const due = paid.get(id) ?? 0
    findings.mustNotBeTwice(arrivals > 1, `${id} was booked ${arrivals} times`)
    findings.mustNotBeTwice(received > due, `${id}: Rp${received} booked, Rp${due} at the gateway`)
    findings.mustNotBeTwice(allocated > due, `${id}: Rp${allocated} credited of Rp${due}`)
  }
}

/** Whatever the gateway heard 200 about was kept, and has been worked off. */
const judgeCallbacks = ({ facts, findings }: Case): void => {
  const answered = facts.invoices.filter(({ deliveries }) =>
    deliveries.some(({ status }) => status === 200),
  )
  for (const { merchantOrderId } of answered) {
    const kept = facts.callbacks.get(merchantOrderId)
    findings.mustBe(kept !== undefined, `callback of ${merchantOrderId} was answered and not kept`)
    findings.mustBe(kept?.open === 0, `callback of ${merchantOrderId} was never worked off`)
  }
}

/** Judges orders, attempts, money and callbacks. */
export const judgeBooks = (args: Case): void => {
  judgeOrders(args)
  judgeAttempts(args)
  judgeMoney(args)
  judgeCallbacks(args)
}
