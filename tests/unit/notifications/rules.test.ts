import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  NOTIFICATION_MOVES,
  NOTIFICATION_STATES,
  type NotificationState,
} from '../../../src/plugin/notifications'
import { classifyMailFault } from '../../../src/plugin/notifications/deliver/classify'
import {
  findMarkOutcome,
  notificationKey as keyOfChannel,
  toStorableJson,
} from '../../../src/plugin/notifications/rules'
import type { QueuedMessage } from '../../../src/plugin/notifications/schema'
import { sampleParams } from './sample'

type PaymentMessage = Extract<QueuedMessage, { event: 'payment.received' }>

const message = (changes: Partial<PaymentMessage> = {}): QueuedMessage => ({
  event: 'payment.received',
  params: sampleParams,
  recipient: { address: 'Budi@Contoh.id', kind: 'customer', locale: 'id', name: 'Budi' },
  subject: { id: 'abc', type: 'order' },
  ...changes,
})

const notificationKey = (queued: QueuedMessage): string => keyOfChannel(queued, 'email')

describe('the key of a message', () => {
  it('names event, subject, step, recipient and channel', () => {
    expect(notificationKey(message({ step: 'LN-1' }))).toBe(
      'payment.received:order:abc:LN-1:budi@contoh.id:email',
    )
    expect(notificationKey(message())).toBe('payment.received:order:abc::budi@contoh.id:email')
  })

  it('is another one for the line in the customer’s own list', () => {
    expect(keyOfChannel(message(), 'inApp')).not.toBe(keyOfChannel(message(), 'email'))
  })

  it('is the same for the same address however it is written', () => {
    const other = message({
      recipient: { address: ' budi@CONTOH.ID ', kind: 'customer', locale: 'en', name: '' },
    })
    expect(notificationKey(other)).toBe(notificationKey(message()))
  })

  it('differs whenever one part differs, even with colons in the parts', () => {
    const part = fc.record({ id: fc.string(), step: fc.string() })
    const escaped = (text: string): string => text.replaceAll(':', '%3A')
    const keyOf = ({ id, step }: { id: string; step: string }): string =>
      notificationKey(message({ step, subject: { id, type: 'order' } }))
    fc.assert(
      fc.property(part, part, (one, two) => {
        const isSame =
          escaped(one.id) === escaped(two.id) && escaped(one.step) === escaped(two.step)
        expect(keyOf(one) === keyOf(two)).toBe(isSame)
      }),
    )
  })
})

describe('what goes into the outbox', () => {
  it('is JSON that Postgres takes, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const json = toStorableJson({ name: `${typed}\0\uD800` })
        expect(json).not.toMatch(/\\u0000|\\u[dD][89a-fA-F]/)
      }),
    )
  }, 60_000)
})

describe('a refusal of the mail server', () => {
  const fault = (facts: object): Error => Object.assign(new Error('refused'), facts)

  it.each([
    { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 },
    { code: 'EMESSAGE', command: 'DATA', responseCode: 554 },
    { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 552 },
  ])('is for ever: %j', (facts) => {
    expect(classifyMailFault(fault(facts)).permanent).toBe(true)
  })

  it.each([
    { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451 },
    { code: 'EMESSAGE', command: 'DATA', responseCode: 421 },
    { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 },
    { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550 },
    { code: 'EPROTOCOL', command: 'CONN', responseCode: 554 },
    { code: 'ETIMEDOUT', command: 'CONN' },
    { code: 'ESOCKET' },
  ])('passes: %j', (facts) => {
    expect(classifyMailFault(fault(facts)).permanent).toBe(false)
  })
})

describe('the states of a message', () => {
  it('are all reachable, and only a dropped message never comes back', () => {
    const reached = new Set(['queued', ...NOTIFICATION_MOVES.map((move) => move.to)])
    expect([...reached].sort()).toEqual(Object.keys(NOTIFICATION_STATES).sort())
    const left = new Set<string>(NOTIFICATION_MOVES.flatMap((move) => [...move.from]))
    expect(Object.keys(NOTIFICATION_STATES).filter((state) => !left.has(state))).toEqual([
      'dropped',
    ])
  })
})

describe('a message that somebody says he has sent by hand', () => {
  const states = Object.keys(NOTIFICATION_STATES) as NotificationState[]
  const byHand = NOTIFICATION_MOVES.find(({ event }) => event === 'markSent')?.from ?? []

  it('is noted from exactly the states that the table of moves names', () => {
    const noted = states.filter(
      (state) => findMarkOutcome({ channel: 'whatsapp', state }) === 'sent',
    )
    expect(noted).toEqual([...byHand])
  })

  it('is left alone when it is sent, unknown, or none of WhatsApp', () => {
    expect(findMarkOutcome({ channel: 'whatsapp', state: 'sent' })).toBe('alreadySent')
    expect(findMarkOutcome(undefined)).toBe('notFound')
    for (const state of states) {
      expect(findMarkOutcome({ channel: 'email', state })).toBe('notWaiting')
    }
  })
})
