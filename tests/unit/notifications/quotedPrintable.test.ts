import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { decodeQuotedPrintable } from '@/dev/mail/encoding'
import { encodePart, encodeQuotedPrintable } from '@/plugin/notifications/mail/quotedPrintable'

/** Line breaks of any kind become those of mail; half letters become the replacement letter. */
const asSent = (text: string): string =>
  Buffer.from(text.replace(/\r\n?|\n/g, '\r\n')).toString('utf8')

describe('quoted-printable', () => {
  it('brings back every text, in lines that a mail server takes', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(' ', '\t', '\n', '\r\n', '\r', '=', '.', '\n.\n', 'é', '‍', '🧾', '\uD800'),
      fc.string({ maxLength: 200, minLength: 70 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        const encoded = encodeQuotedPrintable(text)
        expect(decodeQuotedPrintable(encoded).toString('utf8')).toBe(asSent(text))
        expect(encoded).toMatch(/^[\t\r\n\x20-\x7e]*$/)
        expect(Math.max(...encoded.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(
          76,
        )
        expect(encoded).not.toMatch(/[\t ]\r\n|[\t ]$/)
      }),
      { numRuns: 400 },
    )
  })

  it('cuts no letter in two', () => {
    const lines = encodeQuotedPrintable('🧾'.repeat(40)).split('=\r\n')
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines) {
      expect(decodeQuotedPrintable(line).toString('utf8')).not.toContain('�')
    }
  })

  it('says what it is', () => {
    expect(encodePart('plain', 'é').raw).toBe(
      'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=C3=A9',
    )
  })
})
