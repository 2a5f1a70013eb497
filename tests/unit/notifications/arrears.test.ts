import { describe, expect, it } from 'vitest'

import { fillTemplate, listWantedTemplates } from '../../../src/plugin/notifications/chat/templates'
import { toChatText } from '../../../src/plugin/notifications/chat/toChatText'
import { toText } from '../../../src/plugin/notifications/mail/toText'
import { messageCatalogue } from '../../../src/plugin/notifications/messages'
import { arrearsSamples } from '../../../src/plugin/notifications/messages/arrearsSamples'
import { buildContent } from '../../../src/plugin/notifications/messages/buildContent'
import type { MessageParamsOf } from '../../../src/plugin/notifications/schema'
import { sampleFrame } from './sample'

type ArrearsEvent = keyof typeof arrearsSamples
const events = Object.keys(arrearsSamples) as ArrearsEvent[]
const locales = ['id', 'en'] as const

const build = <E extends ArrearsEvent>(
  event: E,
  changes: Partial<MessageParamsOf[E]> = {},
  locale: 'en' | 'id' = 'id',
) =>
  buildContent({
    event,
    locale,
    params: { ...arrearsSamples[event], ...changes },
    shopName: 'hanzamas.tech',
    text: null,
  })

const mail = <E extends ArrearsEvent>(...args: Parameters<typeof build<E>>): string =>
  toText({ content: build(...args), frame: { ...sampleFrame, locale: args[2] ?? 'id' } })

const chat = <E extends ArrearsEvent>(...args: Parameters<typeof build<E>>): string =>
  toChatText({ content: build(...args), frame: { ...sampleFrame, locale: args[2] ?? 'id' } })

/** Messages to customers that ask for money. */
const CLAIMS: ArrearsEvent[] = [
  'chance.broken',
  'chance.declined',
  'chance.granted',
  'chance.withdrawn',
  'instalment.dueToday',
  'instalment.issued',
  'instalment.late',
  'instalment.reminder',
  'overdue.choice',
  'overdue.chosen',
  'overdue.notice',
  'overdue.warning',
]

describe.each(locales)('Whoever is asked for money in %s', (locale) => {
  const ignore = { en: 'ignore this message if you have paid', id: 'bila Anda sudah membayar' }

  it.each(CLAIMS)('may ignore %s when he has paid', (event) => {
    expect(mail(event, {}, locale)).toContain(ignore[locale])
    expect(chat(event, {}, locale)).toContain(ignore[locale])
  })

  it.each(['contract.paidOff', 'contract.revised', 'overdue.settled'] as const)(
    'and whoever owes nothing now is not asked by %s',
    (event) => {
      expect(mail(event, {}, locale)).not.toContain(ignore[locale])
      expect(chat(event, {}, locale)).not.toContain(ignore[locale])
    },
  )

  it.each(CLAIMS)('is not threatened by %s', (event) => {
    const words = mail(event, {}, locale)
    expect(words).not.toMatch(
      /hukum|polisi|penagih|segera bayar|wajib|denda|police|lawyer|court|legal|collector|penalt|fee/i,
    )
    expect(words).not.toContain('!')
  })
})

describe('The day that matters', () => {
  it.each([
    ['instalment.issued', '28 November 2026'],
    ['instalment.reminder', '28 November 2026'],
    ['instalment.dueToday', '28 November 2026'],
    ['instalment.late', '28 November 2026'],
    ['overdue.choice', '5 Desember 2026'],
    ['overdue.warning', '5 Desember 2026'],
    ['overdue.notice', '28 November 2026'],
    ['overdue.chosen', '2 Desember 2026 pukul 10.12 WIB'],
    ['chance.granted', '11 Desember 2026'],
    ['chance.broken', '11 Desember 2026'],
    ['chance.asked', '11 Desember 2026'],
    ['overdue.escalated', '28 November 2026'],
  ] as const)('of %s is %s, in mail and chat', (event, day) => {
    expect(mail(event)).toContain(day)
    expect(chat(event)).toContain(day)
  })

  it('of a suspension is not named on the first day', () => {
    expect(mail('instalment.late')).not.toContain('tangguhkan')
  })

  it('of a suspension is named only where there will be one', () => {
    for (const event of ['overdue.choice', 'overdue.warning', 'overdue.notice'] as const) {
      expect(mail(event)).toContain('Dapat ditangguhkan mulai: 5 Desember 2026')
      expect(mail(event, { suspendOn: null })).not.toMatch(/ditangguhkan mulai|sebelum \d/)
    }
  })
})

describe('A bill', () => {
  it('counts its instalment among those of the contract', () => {
    expect(build('instalment.issued').subject).toBe('Tagihan cicilan 4 dari 12, pesanan HZ-000123')
    expect(build('instalment.issued', {}, 'en').subject).toBe(
      'Bill, instalment 4 of 12, order HZ-000123',
    )
  })

  it('of a schedule that has changed never says 13 of 12', () => {
    expect(build('instalment.issued', { seq: 13 }).subject).toBe(
      'Tagihan cicilan 13, pesanan HZ-000123',
    )
  })

  it('of the down payment says so', () => {
    const down = { kind: 'downPayment', seq: 1 } as const
    expect(build('instalment.issued', down).amount?.label).toBe('Uang muka')
    expect(build('instalment.reminder', { ...down, daysLeft: 1 }).subject).toBe(
      'Uang muka jatuh tempo besok, pesanan HZ-000123',
    )
  })

  it.each([
    [0, 'Jatuh tempo hari ini', 'Due today'],
    [1, 'Jatuh tempo besok', 'Due tomorrow'],
    [7, 'Jatuh tempo 7 hari lagi', 'Due in 7 days'],
  ])('that is due in %i days is announced in words', (daysLeft, id, en) => {
    expect(build('instalment.reminder', { daysLeft }).heading).toBe(id)
    expect(build('instalment.reminder', { daysLeft }, 'en').heading).toBe(en)
  })
})

describe('Arrears', () => {
  it('name late fees only when there are any', () => {
    expect(mail('instalment.late')).not.toContain('denda')
    expect(mail('instalment.late', { fees: 25_000 })).toContain('Termasuk denda: Rp25.000')
  })

  it('that last one day last no “days”', () => {
    expect(build('instalment.late', { daysLate: 1 }, 'en').subject).toContain('late by 1 day,')
    expect(build('instalment.late', { daysLate: 2 }, 'en').subject).toContain('late by 2 days,')
  })

  it('that are settled switch on only what was off', () => {
    expect(build('overdue.settled').intro).toContain('sedang kami nyalakan kembali')
    expect(build('overdue.settled', { wasOff: false }).intro).not.toContain('nyala')
  })

  it('that are gone name no sum above Rp5.000.000 as settled', () => {
    expect(mail('contract.paidOff')).not.toContain('15.000.000')
  })
})

describe('The choice', () => {
  it('to pay leads to the order, the choice to suspend to where it can be changed', () => {
    const { choiceUrl, orderUrl } = arrearsSamples['overdue.chosen']
    expect(build('overdue.chosen', { choice: 'pay' }).button.url).toBe(orderUrl)
    expect(build('overdue.chosen', { choice: 'suspend' }).button.url).toBe(choiceUrl)
  })

  it.each(['pay', 'suspend'] as const)('to %s reads as agreed', (choice) => {
    expect(locales.map((locale) => mail('overdue.chosen', { choice }, locale))).toMatchSnapshot()
  })

  it('says that opening its link changes nothing', () => {
    for (const event of ['overdue.choice', 'overdue.warning', 'overdue.notice'] as const) {
      expect(mail(event)).toContain('Membuka tautan tidak mengubah apa pun')
    }
  })
})

describe('What people have written', () => {
  const LINES = 'Baris satu\nBaris dua'

  it('stands in mail and chat as it was written, link and safety after it', () => {
    const ways = [
      [mail, '> Baris satu\n> Baris dua\n'],
      [chat, 'Baris satu\nBaris dua\n'],
    ] as const
    for (const [write, expected] of ways) {
      const words = write('overdue.notice', { text: LINES })
      expect(words).toContain(expected)
      expect(words.indexOf(expected)).toBeLessThan(words.indexOf('/tunggakan\n'))
    }
    expect(mail('chance.asked', { wish: LINES })).toContain('> Baris satu\n> Baris dua\n')
  })

  it('may be missing', () => {
    for (const text of ['', ' \n ']) {
      expect(build('overdue.notice', { text }).body).toBeUndefined()
      expect(build('chance.granted', { text }).body).toBeUndefined()
    }
    const asked = build('chance.asked', { wish: '', wishedUntil: '' })
    expect(asked.body).toBeUndefined()
    expect(asked.facts.map(({ label }) => label)).not.toContain('Minta waktu sampai')
  })

  it('cannot push the link out of a chat', () => {
    const words = chat('overdue.notice', { text: 'x'.repeat(10_000) })
    expect(words).toContain(`\n${arrearsSamples['overdue.notice'].choiceUrl}\n`)
    expect(words).toMatch(/PIN atau OTP Anda\.$/)
  })

  it('cannot format a chat', () => {
    expect(chat('overdue.notice', { text: '*BAYAR* _x_ ~y~' })).toContain('BAYAR x y')
  })
})

describe('The template at Meta', () => {
  const blanksOf = (name: string) =>
    listWantedTemplates()
      .filter((wanted) => wanted.name === name)
      .map(({ blanks, language }) => [language, blanks.join(' ')])

  it('of a reminder has a blank for its day, which no other sentence of it could tell', () => {
    for (const name of ['instalment_reminder', 'instalment_due_today']) {
      expect(blanksOf(name)).toEqual([
        ['id', 'greeting number amount day'],
        ['en', 'greeting number amount day'],
      ])
    }
    const content = build('instalment.reminder')
    expect(fillTemplate({ content, event: 'instalment.reminder' })).toEqual([
      'Halo Budi Santoso,',
      'HZ-000123',
      'Rp1.250.000',
      '28 November 2026',
    ])
  })

  it('of a notice by hand carries the words of whoever sends it, in one line that WhatsApp takes', () => {
    const fill = (text: string) =>
      fillTemplate({ content: build('overdue.notice', { text }), event: 'overdue.notice' }).at(-1)
    expect(fill('Baris satu\n\n\tBaris dua')).toBe('Baris satu Baris dua')
    expect(fill('')).toBe('-')
    expect(Array.from(fill('🌸'.repeat(2_000)) ?? '')).toHaveLength(500)
  })

  it('of everything else has the three blanks that it always had', () => {
    expect(blanksOf('payment_failed')).toEqual([
      ['id', 'greeting number amount'],
      ['en', 'greeting number amount'],
    ])
  })

  it('is wanted only for what may go by WhatsApp', () => {
    const names = listWantedTemplates().map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['overdue_notice']))
    expect(names).not.toEqual(expect.arrayContaining(['overdue_choice']))
  })
})

describe('Nobody can switch off', () => {
  const OPTIONAL = ['instalment.dueToday', 'instalment.reminder']

  it.each(events)('%s, unless it only helps to remember', (event) => {
    const { audience, channels, inApp, isLegalNotice } = messageCatalogue[event]
    expect(isLegalNotice).toBe(!OPTIONAL.includes(event))
    expect(inApp).toBe(audience === 'customer')
    expect(channels).toContain('email')
  })
})
