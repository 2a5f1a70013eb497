import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { messageCatalogue } from '../../../src/plugin/notifications/messages'
import { buildBlankContent } from '../../../src/plugin/notifications/messages/blankContent'
import { buildContent } from '../../../src/plugin/notifications/messages/buildContent'
import { sampleParams as samples } from '../../../src/plugin/notifications/messages/samples'
import type { MessageText, NotificationEvent } from '../../../src/plugin/notifications/schema'
import {
  fillPlaceholders,
  findBadPlaceholders,
  type Placeholder,
  PLACEHOLDERS,
} from '../../../src/plugin/notifications/texts/placeholders'

const events = Object.keys(messageCatalogue) as NotificationEvent[]
const names = Object.keys(PLACEHOLDERS) as Placeholder[]
const nothing: MessageText = {
  button: null,
  heading: null,
  intro: null,
  notes: null,
  subject: null,
}

const build = (event: NotificationEvent, text: MessageText | null, params = samples[event]) =>
  buildContent({ event, locale: 'id', params, shopName: 'Hanzamas', text })

describe('the shop’s own words', () => {
  it.each(events)('leave %s as it is where they say nothing', (event) => {
    const ours = build(event, null)
    expect(build(event, nothing)).toEqual(ours)
    expect(build(event, { ...nothing, heading: '  ', notes: '\n \n' })).toEqual(ours)
  })

  it('stand in place of the catalogue’s, blanks filled', () => {
    const said = build('payment.failed', {
      button: 'Bayar {jumlah}',
      heading: 'Yah, {nama}',
      intro: 'Pesanan {nomor} seharga {total}.',
      notes: 'Salam, {toko}\n\n  Sampai jumpa ',
      subject: '{nomor}: coba lagi',
    })
    expect(said).toMatchObject({
      button: { label: 'Bayar Rp1.250.000', url: samples['payment.failed'].orderUrl },
      heading: 'Yah, Budi Santoso',
      intro: 'Pesanan HZ-000123 seharga Rp1.250.000.',
      notes: ['Salam, Hanzamas', 'Sampai jumpa'],
      subject: 'HZ-000123: coba lagi',
    })
    expect(said.amount).toEqual(build('payment.failed', null).amount)
  })

  it('fill no name that carries a link', () => {
    const params = { ...samples['payment.failed'], customerName: 'Menang! jahat.example' }
    const { heading } = build('payment.failed', { ...nothing, heading: 'Halo {nama}!' }, params)
    expect(heading).toBe('Halo !')
  })

  it('never fill what a customer typed a second time', () => {
    const params = { ...samples['payment.failed'], customerName: '{nomor}' }
    const { heading } = build('payment.failed', { ...nothing, heading: '{nama}' }, params)
    expect(heading).toBe('{nomor}')
  })
})

describe('placeholders', () => {
  it.each(events)('of %s all have a value', (event) => {
    const { placeholders } = messageCatalogue[event]
    for (const name of placeholders) {
      const { heading } = build(event, { ...nothing, heading: `<{${name}}>` })
      expect(heading, name).not.toBe('<>')
    }
  })

  it.each(events)('that %s does not have are found, and lonely braces', (event) => {
    const { placeholders } = messageCatalogue[event]
    const others = names.filter((name) => !placeholders.includes(name)).map((name) => `{${name}}`)
    const text = `${placeholders.map((name) => `{${name}}`).join(' ')} ${others.join(' ')}`
    expect(findBadPlaceholders(text, placeholders)).toEqual(others)
    expect(findBadPlaceholders('{nomer} {', placeholders)).toEqual(['{nomer}', '{'])
    expect(findBadPlaceholders('}{', placeholders)).toEqual(['}'])
  })

  it.each(events)('stand in the words of the catalogue for %s that staff see', (event) => {
    for (const locale of ['en', 'id'] as const) {
      const { intro, subject } = buildBlankContent({ event, locale })
      expect(findBadPlaceholders(subject + intro, messageCatalogue[event].placeholders)).toEqual([])
      expect(subject + intro).not.toMatch(/HZ-000123|1.250.000/)
    }
  })

  it('leave nothing to fill in a text that was found good', () => {
    const part = fc.oneof(fc.constantFrom(...names.map((name) => `{${name}}`)), fc.string())
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('')
        fc.pre(findBadPlaceholders(text, names).length === 0)
        expect(fillPlaceholders(text, {})).not.toMatch(/[{}]/)
      }),
      { numRuns: 2_000 },
    )
  })
})
