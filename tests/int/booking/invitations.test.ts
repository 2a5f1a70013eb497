import ICAL from 'ical.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clock } from '@/plugin/kernel/time'
import type { PublicOrder } from '@/plugin/orders'
import { type LoggedIn, logInAs } from '../../support/people'
import { openMailbox, usePostOffice } from '../../support/postOffice'
import { closeAllHours, makeDiary, openHours } from '../../support/sessions'
import { useShop } from '../../support/useShop'

const { catcher, settings } = await openMailbox()
const inUse = useShop(settings)
const office = usePostOffice(inUse, catcher)
const diary = makeDiary(() => inUse.shop)
let admin: LoggedIn

/** Monday 30 November 2026, 10.00 WIB. */
const MONDAY = new Date('2026-11-30T03:00:00Z')
const at = (text: string): Date => new Date(`2026-12-${text}:00+07:00`)
const reason = 'Disepakati lewat telepon'

beforeEach(async () => {
  admin = await logInAs(inUse.shop, 'admin')
  clock.freeze(MONDAY)
  await closeAllHours(inUse.shop)
  await openHours(inUse.shop, admin)
})
afterEach(() => clock.release())

type Invitation = {
  end: Date
  header: string
  lines: string[]
  location: string
  method: string
  organizer: string
  reader: string
  sequence: number
  start: Date
  status: string
  summary: string
  uid: string
}

/** Reads an `.ics` with a parser that is not the one which wrote it. */
const parse = (text: string, header: string): Invitation => {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  const event = calendar.getFirstSubcomponent('vevent')
  if (!event) {
    throw new Error('No event in the file')
  }
  const { endDate, location, organizer, sequence, startDate, summary, uid } = new ICAL.Event(event)
  return {
    end: endDate.toJSDate(),
    header,
    lines: text.split('\r\n'),
    location,
    method: String(calendar.getFirstPropertyValue('method')),
    organizer,
    sequence,
    start: startDate.toJSDate(),
    reader: String(event.getFirstProperty('attendee')?.getParameter('cn')),
    status: String(event.getFirstPropertyValue('status')),
    summary,
    uid,
  }
}

const PART =
  /Content-Type: (text\/calendar[^\r\n]*(?:\r\n[ \t][^\r\n]*)*)\r\n(?:[^\r\n]+\r\n)*\r\n([\s\S]*?)\r\n--/

const fromQuotedPrintable = (text: string): string =>
  Buffer.from(
    text
      .replaceAll('=\r\n', '')
      .replace(/=([0-9A-F]{2})/g, (_, byte: string) =>
        String.fromCharCode(Number.parseInt(byte, 16)),
      ),
    'latin1',
  ).toString('utf8')

/** The calendar parts of the mails to one reader, in the order in which they arrived. */
const invitationsTo = async (to: string): Promise<Invitation[]> => {
  await office.deliver()
  return office.inbox.find({ to }).flatMap(({ raw }) => {
    const [part, header = '', body = ''] = PART.exec(String(raw)) ?? []
    const isQuoted = /^Content-Transfer-Encoding: quoted-printable/im.test(part ?? '')
    const text = isQuoted ? fromQuotedPrintable(body) : body
    return part ? [parse(text, header.replace(/\s+/g, ' '))] : []
  })
}

const address = (): string => `pembeli-${Math.random().toString(36).slice(2)}@contoh.id`

const buyAs = async (email: string): Promise<PublicOrder> =>
  (await inUse.buyer.buy({ customer: { email, name: 'Siti Aïsyah, “Ibu Kos”; Jl. Mawar' } })).order

describe('The invitation to a session', () => {
  it('keeps its UID over every change, counts them, and takes the session out again', async () => {
    const email = address()
    const order = await buyAs(email)
    await diary.pick(order, at('03T09:00'))
    await office.deliver()
    await diary.pick(order, at('04T10:00'))
    await office.deliver()
    const place = { placeKind: 'googleMeet', placeUrl: 'https://meet.google.com/abc-defg-hij' }
    await diary.setPlace(order, place, admin)
    await office.deliver()
    await diary.callOff(order, { reason }, admin)
    const all = (await invitationsTo(email)).sort((a, b) => a.sequence - b.sequence)
    expect(all.map(({ method, sequence, status }) => [method, sequence, status])).toEqual([
      ['REQUEST', 0, 'CONFIRMED'],
      ['REQUEST', 1, 'CONFIRMED'],
      ['REQUEST', 2, 'CONFIRMED'],
      ['CANCEL', 3, 'CANCELLED'],
    ])
    expect(new Set(all.map(({ uid }) => uid)).size).toBe(1)
    expect(all[1]).toMatchObject({ end: at('04T11:00'), start: at('04T10:00') })
    expect(all[2]?.location).toBe('https://meet.google.com/abc-defg-hij')
    for (const { header, method } of all) {
      expect(header.toLowerCase()).toContain(`method=${method.toLowerCase()}`)
    }
  })

  it('has lines of 75 octets at most, ended by CR LF, and survives every letter', async () => {
    const email = address()
    await diary.pick(await buyAs(email), at('03T09:00'))
    const [invitation] = await invitationsTo(email)
    expect(invitation?.lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
    expect(invitation?.lines.some((line) => line.includes('\n'))).toBe(false)
    expect(invitation?.reader).toBe('Siti Aïsyah, “Ibu Kos”; Jl. Mawar')
    expect(invitation?.summary).toBe('Produk konsultasi')
  })

  it('goes to the host, too, who has the same appointment', async () => {
    const email = address()
    await diary.pick(await buyAs(email), at('03T09:00'))
    const { email: host } = (await inUse.shop.payload.findByID({
      collection: 'staff',
      id: admin.id,
      overrideAccess: true,
    })) as unknown as { email: string }
    const [[own], [theirs]] = [await invitationsTo(email), await invitationsTo(host)]
    expect(theirs?.uid).toBe(own?.uid)
    expect(theirs?.start).toEqual(at('03T09:00'))
  })

  it('that nobody has seen yet is not sent any more once the session was moved', async () => {
    const email = address()
    const order = await buyAs(email)
    await diary.pick(order, at('03T09:00'))
    await diary.pick(order, at('04T10:00'))
    expect((await invitationsTo(email)).map(({ sequence }) => sequence)).toEqual([1])
  })

  it('can be loaded down from the order’s page, as a file that is no invitation', async () => {
    const order = await buyAs(address())
    expect((await diary.file(order)).status).toBe(404)
    await diary.pick(order, at('03T09:00'))
    const { headers, json, status } = await diary.file(order)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toContain('text/calendar')
    expect(headers.get('cache-control')).toBe('private, no-store')
    const file = parse(json, '')
    expect(file).toMatchObject({ method: 'PUBLISH', start: at('03T09:00'), status: 'CONFIRMED' })
  })
})
