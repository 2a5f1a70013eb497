import { describe, expect, it } from 'vitest'

import { renderMail } from '../../../src/plugin/notifications/mail/renderMail'
import { messageCatalogue } from '../../../src/plugin/notifications/messages'
import { sampleParams as samples } from '../../../src/plugin/notifications/messages/samples'
import type { NotificationEvent } from '../../../src/plugin/notifications/schema'
import { sampleFrame, sampleLinkOf, sampleParams } from './sample'

const events = Object.keys(messageCatalogue) as NotificationEvent[]
const cases = events.flatMap((event) =>
  (['id', 'en'] as const).map((locale) => ({ event, locale })),
)

const render = (event: NotificationEvent, locale: 'en' | 'id', changes = {}) =>
  renderMail({ event, frame: sampleFrame, locale, params: { ...samples[event], ...changes } })

describe.each(cases)('the message $event in $locale', ({ event, locale }) => {
  it('reads as agreed', async () => {
    const mail = await render(event, locale)
    expect(mail.subject).toMatchSnapshot('subject')
    expect(mail.text).toMatchSnapshot('text')
    expect(mail.html).toMatchSnapshot('html')
  })

  it('has button, plain link and text part, in both schemes, and stays small', async () => {
    const { html, subject, text } = await render(event, locale)
    const link = sampleLinkOf(event)
    expect(html.split(link).length - 1).toBeGreaterThanOrEqual(3)
    expect(text).toContain(`\n${link}\n`)
    expect(html).toContain('prefers-color-scheme:dark')
    expect(html).toContain(`lang="${locale}"`)
    expect(html).not.toMatch(/<img|<script|javascript:/i)
    expect(html.length).toBeLessThan(20_000)
    expect(subject.length).toBeLessThan(78)
  })
})

const aboutMoney = cases.filter(
  ({ event }) => 'total' in samples[event] && 'orderNumber' in samples[event],
)

/** What a message is about when it asks for no money: what is left of the contract. */
const LEFT: Partial<Record<NotificationEvent, { en: string; id: string }>> = {
  'contract.paidOff': { en: 'Rp0', id: 'Rp0' },
  'contract.revised': { en: 'Rp11,250,000', id: 'Rp11.250.000' },
  'overdue.settled': { en: 'Rp11,250,000', id: 'Rp11.250.000' },
}

describe.each(aboutMoney)('the message $event in $locale', ({ event, locale }) => {
  it('names order and amount before everything else', async () => {
    const { html, text } = await render(event, locale)
    const amount = (LEFT[event] ?? { en: 'Rp1,250,000', id: 'Rp1.250.000' })[locale]
    for (const part of [html, text]) {
      expect(part).toContain(amount)
      expect(part).toContain(sampleParams.orderNumber)
    }
    expect(html.indexOf(amount)).toBeLessThan(html.indexOf('<hr'))
  })
})

describe('the confirmation of an order that waits for its agreement', () => {
  it.each([
    ['id', 'Jangan membayar dahulu', 'Yang perlu dibayar', 'Bayar sekarang'],
    ['en', 'Please do not pay yet', 'To be paid', 'Pay now'],
  ] as const)('asks for no money in %s', async (locale, said, ...unsaid) => {
    const { html, text } = await render('order.placed', locale, { needsSpk: true })
    expect(text).toContain(said)
    for (const words of unsaid) {
      expect(text).not.toContain(words)
      expect(html).not.toContain(words)
    }
    expect((await render('order.placed', locale)).text).toContain(unsaid[0])
  })
})

describe('the code for an agreement', () => {
  it('stands in the mail that leaves, and in nothing that is only looked at', async () => {
    const looked = await render('spk.code', 'id', { note: '', sealed: 'x' })
    expect(looked.text).toContain('••••••')
    const left = await render('spk.code', 'id', { code: '482913' })
    expect(left.text).toContain('482913')
    expect(messageCatalogue['spk.code']).toMatchObject({ channels: ['email'], inApp: false })
  })
})

describe('what customers type', () => {
  const attack = `"><svg onload=alert(1)><a href="javascript:alert(1)">x</a>`

  it.each(events)('is inert in %s', async (event) => {
    const { html } = await render(event, 'id', {
      customerEmail: `${attack}@b.id`,
      customerName: attack,
      customerPhone: attack,
      items: [{ amount: 1, quantity: 1, title: attack }],
      orderNumber: attack,
    })
    expect(html).not.toContain('<svg')
    expect(html).not.toMatch(/href="javascript:/)
  })

  it('does not advertise in the greeting of a mail to somebody else', async () => {
    for (const name of [
      'Menang! https://jahat.example',
      'www.jahat.example',
      'kunjungi jahat.example',
    ]) {
      const { html, text } = await render('order.placed', 'id', { customerName: name })
      expect(text).toContain('Halo,\n')
      expect(html).not.toContain('jahat.example')
    }
  })

  it('does not break a subject', async () => {
    const { subject } = await render('order.placed', 'id', { orderNumber: 'A\r\nBcc: x@y.id' })
    expect(subject).not.toMatch(/[\r\n]/)
  })

  it('makes no endless mail', async () => {
    const items = Array.from({ length: 3_000 }, () => ({
      amount: 1_000,
      quantity: 99,
      title: 'x'.repeat(500),
    }))
    const { html, text } = await render('order.placed', 'id', { items })
    expect(html.length).toBeLessThan(100_000)
    expect(text).toContain('dan 2980 lainnya: Rp2.980.000')
  })
})

describe('the link of a message', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', '/pesanan/x', 'https://a.id/"onx="'])(
    'is not %s',
    async (orderUrl) => {
      await expect(render('order.placed', 'id', { orderUrl })).rejects.toThrow(/web address/)
    },
  )
})
