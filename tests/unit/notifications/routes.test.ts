import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readOptOut, signOptOut } from '../../../src/plugin/notifications'
import {
  resolveRingAt,
  resolveWays,
  type RouteFacts,
} from '../../../src/plugin/notifications/choices/routes'
import { templateNameOf } from '../../../src/plugin/notifications/chat/templates'
import { toChatText } from '../../../src/plugin/notifications/chat/toChatText'
import { messageCatalogue } from '../../../src/plugin/notifications/messages'
import { buildContent } from '../../../src/plugin/notifications/messages/buildContent'
import { sampleParams as samples } from '../../../src/plugin/notifications/messages/samples'
import { sampleFrame, sampleLinkOf, sampleParams } from './sample'

const { 'order.placed': notice, 'payment.failed': nudge, 'spk.toSign': toAct } = messageCatalogue

const ways = (changes: Partial<RouteFacts> & { channel?: RouteFacts['choice']['channel'] } = {}) =>
  resolveWays({
    chat: 'cloud',
    choice: { channel: changes.channel ?? 'auto', wantsOptional: true },
    definition: nudge,
    hasPhone: true,
    ...changes,
  })

describe('the way of a message', () => {
  it('is e-mail for a legal notice, whatever was chosen', () => {
    for (const channel of ['auto', 'both', 'email', 'whatsapp'] as const) {
      for (const wantsOptional of [true, false]) {
        expect(ways({ choice: { channel, wantsOptional }, definition: notice })).toEqual(['email'])
      }
    }
  })

  it('is e-mail for what its reader has to act on, with WhatsApp beside it unless he wants none', () => {
    const act = (changes: Parameters<typeof ways>[0] = {}) =>
      ways({ definition: toAct, ...changes })
    expect(act()).toEqual(['email', 'whatsapp'])
    expect(act({ channel: 'whatsapp' })).toEqual(['email', 'whatsapp'])
    expect(act({ channel: 'email' })).toEqual(['email'])
    expect(act({ hasPhone: false })).toEqual(['email'])
    expect(act({ chat: 'wa.me' })).toEqual(['email'])
    expect(act({ channel: 'whatsapp', chat: 'wa.me' })).toEqual(['email', 'whatsapp'])
    expect(act({ choice: { channel: 'both', wantsOptional: false } })).toEqual(['email'])
  })

  it('is WhatsApp first for a nudge, e-mail for whoever prefers it or has no number', () => {
    expect(ways()).toEqual(['whatsapp'])
    expect(ways({ channel: 'whatsapp' })).toEqual(['whatsapp'])
    expect(ways({ channel: 'email' })).toEqual(['email'])
    expect(ways({ hasPhone: false })).toEqual(['email'])
  })

  it('is two ways at once only for those who chose both', () => {
    expect(ways({ channel: 'both' })).toEqual(['email', 'whatsapp'])
    fc.assert(
      fc.property(
        fc.constantFrom('auto', 'email', 'whatsapp'),
        fc.constantFrom('cloud', 'fonnte', 'wa.me'),
        fc.boolean(),
        (channel, chat, hasPhone) => {
          expect(ways({ channel: channel as never, chat: chat as never, hasPhone }).length).toBe(1)
        },
      ),
    )
  })

  it('is no way at all for whoever wants no optional messages', () => {
    expect(ways({ choice: { channel: 'both', wantsOptional: false } })).toEqual([])
  })

  it('needs no person to press a button unless the customer asked for WhatsApp', () => {
    expect(ways({ chat: 'wa.me' })).toEqual(['email'])
    expect(ways({ channel: 'whatsapp', chat: 'wa.me' })).toEqual(['whatsapp'])
  })
})

describe('the hour at which a telephone may ring', () => {
  it.each([
    ['2026-11-21T01:00:00Z', '2026-11-21T01:00:00.000Z', '08.00 WIB'],
    ['2026-11-21T12:59:59Z', '2026-11-21T12:59:59.000Z', 'just before 20.00 WIB'],
    ['2026-11-21T13:00:00Z', '2026-11-22T01:00:00.000Z', '20.00 WIB'],
    ['2026-11-21T00:59:59Z', '2026-11-21T01:00:00.000Z', 'just before 08.00 WIB'],
    ['2026-11-21T17:30:00Z', '2026-11-22T01:00:00.000Z', '00.30 WIB of the next day'],
  ])('of %s is %s (%s)', (now, expected) => {
    expect(resolveRingAt(new Date(now)).toISOString()).toBe(expected)
  })

  it('is always by day in Jakarta, never in the past, and within twelve hours', () => {
    const range = { max: new Date('2035-01-01'), min: new Date('2020-01-01'), noInvalidDate: true }
    fc.assert(
      fc.property(fc.date(range), (now) => {
        const at = resolveRingAt(now)
        const hour = (at.getUTCHours() + 7) % 24
        expect(hour).toBeGreaterThanOrEqual(8)
        expect(hour).toBeLessThan(20)
        expect(at.getTime() - now.getTime()).toBeGreaterThanOrEqual(0)
        expect(at.getTime() - now.getTime()).toBeLessThanOrEqual(12 * 3_600_000)
      }),
    )
  })
})

describe('the link that switches messages off', () => {
  const secret = 'a-secret-of-this-test-alone-0123456789'

  it('is good for the one address it was made for, however that was written', () => {
    const token = signOptOut({ address: ' Budi+toko@Contoh.id ', secret })
    expect(readOptOut({ secret, token })).toBe('budi+toko@contoh.id')
    expect(token).toMatch(/^[\w-]+\.[\w-]+$/)
  })

  it('is good for nothing once a letter of it was changed, or under another secret', () => {
    const token = signOptOut({ address: 'budi@contoh.id', secret })
    const other = Buffer.from('sari@contoh.id').toString('base64url')
    const forged = [
      `${other}.${token.split('.')[1]}`,
      token.slice(0, -1),
      '',
      '.',
      `${token}x`,
      'a.b.c',
    ]
    for (const word of forged) {
      expect(readOptOut({ secret, token: word }), word).toBeUndefined()
    }
    expect(readOptOut({ secret: `${secret}!`, token })).toBeUndefined()
  })
})

describe.each(Object.keys(messageCatalogue) as (keyof typeof messageCatalogue)[])(
  'the WhatsApp text of %s',
  (event) => {
    it.each(['id', 'en'] as const)('reads as agreed in %s', (locale) => {
      const params = samples[event]
      const content = buildContent({ event, locale, params, shopName: 'hanzamas.tech', text: null })
      const text = toChatText({ content, frame: { ...sampleFrame, locale } })
      expect(text).toMatchSnapshot()
      expect(text).toContain(`\n${sampleLinkOf(event)}\n`)
      expect(text).toContain('toko.example')
      expect(text).toMatch(/PIN (?:atau|or) OTP/)
      expect(templateNameOf(event)).toMatch(/^[a-z_]+$/)
    })
  },
)

it('what a customer typed cannot format our text', () => {
  const { template } = messageCatalogue['payment.failed']
  const content = template({
    locale: 'id',
    params: { ...sampleParams, customerName: '*Budi* _x_', orderNumber: '~a~ ```b```' },
  })
  const text = toChatText({ content, frame: { ...sampleFrame, locale: 'id' } })
  expect(text).toContain('Halo Budi x,')
  expect(text).toContain('Nomor pesanan: a b')
})
