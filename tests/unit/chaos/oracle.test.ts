import { describe, expect, it } from 'vitest'

import type { Facts } from '../../chaos/oracle/facts'
import type { Acknowledged } from '../../chaos/traffic/purchase'

import { countRepeatedMails, judgeMails } from '../../chaos/oracle/mails'
import { judgeBooks } from '../../chaos/oracle/money'
import { openFindings, type Verdict } from '../../chaos/oracle/verdict'

const acknowledged: Acknowledged = {
  abandoned: [],
  attempts: [{ amount: 50_000, merchantOrderId: 'LN-1', reference: 'R1' }],
  orders: [{ key: 'k1', number: 'INV/1', token: 't1', total: 50_000 }],
  paid: ['t1'],
}

/** A shop in which one purchase went as it should. */
const wholeFacts = (): Facts => ({
  callbacks: new Map([['LN-1', { open: 0 }]]),
  invoices: [
    {
      deliveries: [{ send: 1 }, { send: 2, status: 200 }],
      merchantOrderId: 'LN-1',
      paidAmount: 50_000,
      reference: 'R1',
      status: 'paid',
    },
  ],
  mails: new Map([
    ['m1', 1],
    ['m2', 2],
    ['m3', 1],
  ]),
  messages: [
    {
      event: 'order.placed',
      id: 'm1',
      recipient: 'customer',
      state: 'sent',
      step: '',
      subject: 'o1',
    },
    {
      event: 'payment.received',
      id: 'm2',
      recipient: 'customer',
      state: 'sent',
      step: 'p1',
      subject: 'o1',
    },
    {
      event: 'payment.receivedByStaff',
      id: 'm3',
      recipient: 'staff',
      state: 'sent',
      step: 'p1',
      subject: 'o1',
    },
  ],
  orders: [
    { allocated: 50_000, id: 'o1', key: 'k1', paymentState: 'paid', token: 't1', total: 50_000 },
  ],
  payments: [
    {
      allocated: 50_000,
      amount: 50_000,
      arrivals: 1,
      id: 'p1',
      merchantOrderId: 'LN-1',
      orderId: 'o1',
      received: 50_000,
      reference: 'R1',
      state: 'paid',
    },
  ],
})

const judge = (change: (facts: Facts) => unknown): Verdict => {
  const facts = wholeFacts()
  change(facts)
  const findings = openFindings()
  judgeBooks({ acknowledged, facts, findings })
  judgeMails({ acknowledged, facts, findings })
  return findings
}

const first = <T>(rows: T[]): T => rows[0] as T

describe('the oracle of the chaos runs', () => {
  it('finds nothing in a shop where everything went as it should', () => {
    const { doubled, lost, tried } = judge(() => undefined)
    expect({ doubled, lost }).toEqual({ doubled: [], lost: [] })
    expect(tried).toBeGreaterThan(10)
  })

  it.each<[string, (facts: Facts) => unknown]>([
    ['an acknowledged order', (facts) => facts.orders.splice(0)],
    ['an acknowledged attempt', (facts) => facts.payments.splice(0)],
    ['an attempt’s reference', (facts) => (first(facts.payments).reference = 'R2')],
    ['money that was booked in part', (facts) => (first(facts.payments).received = 49_999)],
    ['a credit', (facts) => (first(facts.payments).allocated = 0)],
    ['a state that a buyer was shown', (facts) => (first(facts.orders).paymentState = 'unpaid')],
    ['a callback that was answered', (facts) => facts.callbacks.clear()],
    ['a callback that waits for ever', (facts) => facts.callbacks.set('LN-1', { open: 1 })],
    ['a message', (facts) => facts.messages.pop()],
    ['a message that was never sent', (facts) => (first(facts.messages).state = 'sending')],
    ['a mail that reached nobody', (facts) => facts.mails.delete('m3')],
  ])('calls lost: %s', (_, change) => {
    expect(judge(change).lost).not.toEqual([])
  })

  it.each<[string, (facts: Facts) => unknown]>([
    ['an order under one key', (facts) => facts.orders.push({ ...first(facts.orders), id: 'o2' })],
    ['a booking', (facts) => (first(facts.payments).arrivals = 2)],
    ['booked money', (facts) => (first(facts.payments).received = 100_000)],
    ['credited money', (facts) => (first(facts.orders).allocated = 100_000)],
    ['money that the gateway never had', (facts) => (first(facts.invoices).status = 'pending')],
    ['a message', (facts) => facts.messages.push({ ...first(facts.messages), id: 'm4' })],
    ['a mail under another Message-ID', (facts) => facts.mails.set('m9', 1)],
  ])('calls doubled: %s', (_, change) => {
    expect(judge(change).doubled).not.toEqual([])
  })

  it('counts a mail that came again under the same Message-ID apart', () => {
    expect(countRepeatedMails(wholeFacts())).toBe(1)
  })
})
