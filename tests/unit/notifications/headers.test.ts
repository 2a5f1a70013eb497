import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { buildEnvelope } from '../../../src/plugin/notifications/deliver/envelope'
import { cleanHeaderText, parseMailAddress } from '../../../src/plugin/notifications/mail/headers'
import { parseMailbox } from '../../../src/plugin/notifications/mail/transport'
import type { Notification } from '../../../src/plugin/notifications/schema'
import { sampleParams } from './sample'

const BREAKS = [
  '\r',
  '\n',
  '\r\n',
  '\r\n ',
  '\u0085',
  '\u2028',
  '\u2029',
  '\0',
  '\v',
  '\f',
  '\u001c',
]
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/u

const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...BREAKS, 'Bcc: a@b.id', ',', '<', '>', '"'),
    ),
  )
  .map((parts) => parts.join(''))

const notification = (changes: Partial<Notification>): Notification => ({
  attempts: 1,
  channel: 'email',
  event: 'order.placed',
  id: '0190f7a0-0000-7000-8000-000000000001',
  locale: 'id',
  params: sampleParams,
  recipientAddress: 'budi@contoh.id',
  recipientKind: 'customer',
  recipientName: 'Budi',
  recipientPhone: '',
  step: '',
  subjectId: '0190f7a0-0000-7000-8000-000000000002',
  subjectType: 'order',
  text: null,
  ...changes,
})

describe('text for a header', () => {
  it('is one line without hidden characters, whatever was typed', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const clean = cleanHeaderText(text)
        expect(clean).not.toMatch(FORBIDDEN)
        expect(Array.from(clean).length).toBeLessThanOrEqual(150)
      }),
      { numRuns: 5_000 },
    )
  })

  it.each(BREAKS)('loses the break %j', (mark) => {
    expect(cleanHeaderText(`Budi${mark}Bcc: korban@contoh.id`)).toBe('Budi Bcc: korban@contoh.id')
  })

  it('loses marks that turn the reading direction', () => {
    expect(cleanHeaderText('gpj.\u202Eexe')).toBe('gpj. exe')
  })

  it('keeps every honest name as it is', () => {
    for (const name of ['Siti Nurhaliza', "D'Angelo", 'Łukasz Żółć', '山田太郎', 'Ni Luh 😀']) {
      expect(cleanHeaderText(name)).toBe(name)
    }
  })
})

describe('an address', () => {
  it('is exactly one plain mailbox or none', () => {
    fc.assert(
      fc.property(hostile, hostile, (local, domain) => {
        const address = parseMailAddress(`${local}@${domain}`)
        if (address !== undefined) {
          expect(address).toMatch(/^[^\s@,<>"():;\\[\]]+@[a-z0-9.-]+$/)
        }
      }),
      { numRuns: 5_000 },
    )
  })

  it.each([
    'budi@contoh.id\r\nBcc: korban@contoh.id',
    'budi@contoh.id,korban@contoh.id',
    'budi@contoh.id;korban@contoh.id',
    '"x"@a(b)c',
    '"Budi" <budi@contoh.id>',
    'grup: budi@contoh.id;',
    'budi@contoh.id\u2028Bcc: x@y.id',
    'budi@@contoh.id',
    'budi@contoh',
    'budi@[127.0.0.1]',
    '.budi@contoh.id',
    'budi@-contoh.id',
    `${'a'.repeat(65)}@contoh.id`,
    'budi@contoh.id%0ABcc:x@y.id',
    '',
  ])('%j is refused', (text) => {
    expect(parseMailAddress(text)).toBeUndefined()
  })

  it('of an international domain becomes ASCII', () => {
    expect(parseMailAddress('halo@bücher.example')).toBe('halo@xn--bcher-kva.example')
  })

  it.each(['budi@contoh.id', 'budi.s+toko@mail.contoh.co.id'])('%s is kept', (text) => {
    expect(parseMailAddress(` ${text} `)).toBe(text)
  })
})

describe('an envelope', () => {
  it('has a Message-ID that depends on the message alone and a parent that all of an order share', () => {
    const first = buildEnvelope({ domain: 'toko.example', notification: notification({}) })
    const again = buildEnvelope({
      domain: 'toko.example',
      notification: notification({ attempts: 7, recipientName: 'Lain' }),
    })
    expect(first?.messageId).toBe('<0190f7a0-0000-7000-8000-000000000001@toko.example>')
    expect(again?.messageId).toBe(first?.messageId)
    expect(first?.references).toBe('<order-0190f7a0-0000-7000-8000-000000000002@toko.example>')
  })

  it('lets staff answer the buyer, and nobody else', () => {
    const toStaff = notification({ recipientKind: 'staff' })
    expect(buildEnvelope({ domain: 'a.id', notification: toStaff })?.replyTo).toBe('budi@contoh.id')
    expect(
      buildEnvelope({ domain: 'a.id', notification: notification({}) })?.replyTo,
    ).toBeUndefined()
    const forged = notification({
      params: { ...sampleParams, customerEmail: 'a@b.id\r\nBcc: c@d.id' },
      recipientKind: 'staff',
    })
    expect(buildEnvelope({ domain: 'a.id', notification: forged })?.replyTo).toBeUndefined()
  })

  it('does not exist for what is no address', () => {
    const bad = notification({ recipientAddress: 'a@b.id, c@d.id' })
    expect(buildEnvelope({ domain: 'a.id', notification: bad })).toBeUndefined()
  })
})

describe('the sender', () => {
  it('is read with and without a name', () => {
    expect(parseMailbox('Toko, Budi <toko@contoh.id>')).toEqual({
      address: 'toko@contoh.id',
      name: 'Toko, Budi',
    })
    expect(parseMailbox('toko@contoh.id').address).toBe('toko@contoh.id')
    expect(parseMailbox('toko@localhost.test').name).toBe('toko@localhost.test')
  })

  it('must be an address', () => {
    expect(() => parseMailbox('toko')).toThrow(/Sender/)
  })
})
