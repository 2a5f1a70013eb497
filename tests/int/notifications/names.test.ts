import { describe, expect, it } from 'vitest'

import { findHeader, parseMail } from '@/dev/mail/mime'
import { openMailbox, usePostOffice } from '../../support/postOffice'
import { useShop } from '../../support/useShop'

const { catcher, settings } = await openMailbox()
const inUse = useShop({ ...settings, MAIL_ADMIN: 'admin@lunas.test' })
const office = usePostOffice(inUse, catcher)

/** What a mail program shows as the recipient: a decoded name and a bare address. */
const readMailbox = (header: string): { address: string; name: string } => {
  const [, name = '', address = header] = /^(.*?)\s*<([^<>]*)>$/s.exec(header) ?? []
  const quoted = /^"(.*)"$/s.exec(name)?.[1]
  return { address, name: quoted ? quoted.replace(/\\(.)/g, '$1') : name }
}

/** The To line as it travelled, before anything decodes it. */
const rawTo = (raw: Buffer): string =>
  /^To: ((?:.*\r?\n[ \t])*.*)$/m.exec(raw.toString('latin1'))?.[1] ?? ''

const order = async (customer: { email: string; name: string }) => {
  await inUse.buyer.place({ customer })
  await office.deliver()
  const mails = catcher.inbox.find({ to: customer.email.toLowerCase() })
  expect(mails).toHaveLength(1)
  const [mail] = mails
  const raw = mail?.raw ?? Buffer.alloc(0)
  const { headers, text = '' } = parseMail(raw)
  return { envelope: mail?.to, headers, raw, text, to: readMailbox(findHeader(headers, 'To')) }
}

describe('The mail about a real order arrives', () => {
  it.each([
    ['Budi+toko@contoh.id', 'Ñu 李 "Ibu" <x>'],
    ['siti+a.b+c@contoh.id', 'Siti, Budi & Rekan; <admin@lunas.test>'],
    ['o-reilly+promo@sub.contoh.co.id', 'مريم 🌸 Ωmega'],
    ['tanda+petik@contoh.id', 'Ibu "Ani" \\ Wijaya'],
    ['panjang+nama@contoh.id', `${'Łódź '.repeat(15)}Ü`],
  ])('at %s, to %s', async (email, name) => {
    const { envelope, headers, raw, text, to } = await order({ email, name })
    expect(envelope).toEqual([email.toLowerCase()])
    expect(to.address.toLowerCase()).toBe(email.toLowerCase())
    const letters = Array.from(name.trim())
    const shown = letters.length > 80 ? `${letters.slice(0, 79).join('')}…` : name.trim()
    expect(to.name).toBe(shown)
    expect(headers.filter((header) => /^(?:to|cc|bcc)$/i.test(header.name))).toHaveLength(1)
    expect(rawTo(raw)).toMatch(/^[\x20-\x7e\r\n\t]+$/)
    for (const line of raw.toString('latin1').split('\r\n')) {
      expect(line.length).toBeLessThanOrEqual(998)
    }
    expect(text).toContain('Pesanan Anda kami terima')
  })

  it('is answered to the buyer, plus sign and all, when staff reply', async () => {
    const email = 'balas+saya@contoh.id'
    const { payment } = await inUse.buyer.checkout({ customer: { email, name: 'Ñu 李' } })
    await inUse.buyer.pay(payment)
    await office.deliver()
    const [mail] = catcher.inbox.find({ to: 'admin@lunas.test' })
    const { headers } = parseMail(mail?.raw ?? Buffer.alloc(0))
    expect(findHeader(headers, 'Reply-To')).toBe(email)
  })
})
