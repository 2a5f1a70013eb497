import type { Acknowledged } from '../traffic/purchase'
import type { Facts, MessageRow } from './facts'

import { type Findings, groupBy } from './verdict'

type Fact = Pick<MessageRow, 'event' | 'recipient' | 'step' | 'subject'>

const keyOf = ({ event, recipient, step, subject }: Fact): string =>
  [event, subject, step, recipient].join(' ')

/** What must have been told, and to whom. */
const expectMessages = (facts: Facts, acknowledged: Acknowledged): Fact[] => {
  const tokens = new Set(acknowledged.orders.map(({ token }) => token))
  const placed = facts.orders
    .filter(({ token }) => tokens.has(token))
    .map(({ id }) => ({ event: 'order.placed', recipient: 'customer', step: '', subject: id }))
  const moved = facts.payments.flatMap(({ allocated, id, orderId, state }): Fact[] => {
    const fact = { recipient: 'customer', step: id, subject: orderId }
    if (state === 'expired') {
      return [{ ...fact, event: 'payment.expired' }]
    }
    return allocated > 0
      ? [
          { ...fact, event: 'payment.received' },
          { ...fact, event: 'payment.receivedByStaff', recipient: 'staff' },
        ]
      : []
  })
  return [...placed, ...moved]
}

/**
 * Every piece of news has one message and reached the mail server at least once. A mail that came
 * twice bears the same Message-ID: mails without a message behind them are doubled effects.
 */
export const judgeMails = (args: {
  acknowledged: Acknowledged
  facts: Facts
  findings: Findings
}): void => {
  const { acknowledged, facts, findings } = args
  const byKey = groupBy(facts.messages, keyOf)
  for (const fact of expectMessages(facts, acknowledged)) {
    const key = keyOf(fact)
    const rows = byKey.get(key) ?? []
    const [row] = rows
    findings.mustBe(row?.state === 'sent', `message ${key} is ${row?.state ?? 'not there'}`)
    findings.mustBe(facts.mails.has(row?.id ?? ''), `mail ${key} reached nobody`)
    findings.mustNotBeTwice(rows.length > 1, `message ${key} is there ${rows.length} times`)
  }
  const known = new Set(facts.messages.map(({ id }) => id))
  for (const id of facts.mails.keys()) {
    findings.mustNotBeTwice(!known.has(id), `a mail came under the unknown Message-ID ${id}`)
  }
}

/** Mails that the mail server got more than once under the same Message-ID. */
export const countRepeatedMails = ({ mails }: Pick<Facts, 'mails'>): number =>
  [...mails.values()].reduce((sum, count) => sum + count - 1, 0)
