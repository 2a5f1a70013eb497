import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { slugsOf, sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import type { PublicOrder } from '@/plugin/orders'
import { readRows } from '../../support/books'
import { makeWorker, readDelivery } from '../../support/deliveries'
import { makeMover, readSubjects } from '../../support/moves'
import { type LoggedIn, logInAs } from '../../support/people'
import { callShop } from '../../support/purchase'
import {
  closeAllHours,
  makeDiary,
  openHours,
  readBookings,
  readNews,
  sessionItem,
  tendSessions,
} from '../../support/sessions'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const diary = makeDiary(() => inUse.shop)
const worker = makeWorker(() => inUse.shop)
const move = makeMover(() => inUse.shop)
let admin: LoggedIn
let owner: LoggedIn

/** Monday 30 November 2026, 10.00 WIB. */
const MONDAY = new Date('2026-11-30T03:00:00Z')
const at = (text: string): Date => new Date(`2026-12-${text}:00+07:00`)
const reason = 'Disepakati lewat telepon'
const ZOOM = 'https://us02web.zoom.us/j/987654321'

beforeEach(async () => {
  admin = await logInAs(inUse.shop, 'admin')
  owner = await logInAs(inUse.shop, 'owner')
  clock.freeze(MONDAY)
  await closeAllHours(inUse.shop)
  await openHours(inUse.shop, admin)
})
afterEach(() => clock.release())

const dateAt = (startsAt: Date, changes: Record<string, unknown> = {}) => ({
  host: admin.id,
  placeKind: 'zoom',
  placeUrl: ZOOM,
  startsAt: startsAt.toISOString(),
  ...changes,
})

const buyAndPick = async (time: string): Promise<PublicOrder> => {
  const { order } = await inUse.buyer.buy()
  expect((await diary.pick(order, at(time))).status).toBe(200)
  return order
}

const writeSummary = (order: PublicOrder, text = 'Pasang logrotate.') =>
  callShop(inUse.shop, `/api/${slugsOf(inUse.shop.payload).sessionSummaries}`, {
    body: {
      body: {
        root: {
          children: [
            { children: [{ text, type: 'text', version: 1 }], type: 'paragraph', version: 1 },
          ],
          direction: null,
          format: '',
          indent: 0,
          type: 'root',
          version: 1,
        },
      },
      orderItem: sessionItem(order).id,
    },
    headers: admin.headers,
  })

describe('An admin', () => {
  it('sets any time to come, outside the hours, too, and the customer is told', async () => {
    const { order } = await inUse.buyer.buy()
    const answer = await diary.setTime(order, dateAt(at('06T20:00')), admin)
    expect(answer.status).toBe(200)
    expect(await readBookings(inUse.shop, order.token)).toMatchObject([
      { moved: 0, placeUrl: ZOOM, startsAt: at('06T20:00'), state: 'booked' },
    ])
    expect(await readNews(inUse.shop, order.token)).toEqual([
      'session.booked → customer',
      'session.bookedForHost → staff',
    ])
  })

  it('moves it on the last day, with a reason; it costs the customer none of his moves', async () => {
    const order = await buyAndPick('01T09:00')
    clock.freeze(at('01T07:00'))
    expect((await diary.setTime(order, dateAt(at('02T09:00')), admin)).code).toBe(
      'event.reasonRequired',
    )
    expect((await diary.setTime(order, dateAt(at('02T09:00'), { reason }), admin)).status).toBe(200)
    const [booking] = await readBookings(inUse.shop, order.token)
    expect(booking).toMatchObject({ moved: 0, sequence: 1, startsAt: at('02T09:00') })
    expect((await diary.pick(order, at('03T09:00'))).status).toBe(200)
  })

  it('gives it to somebody else: who had it is told that it is off his diary', async () => {
    const order = await buyAndPick('01T09:00')
    await diary.setTime(order, dateAt(at('01T09:00'), { host: owner.id, reason }), admin)
    expect((await readNews(inUse.shop, order.token)).slice(2).sort()).toEqual([
      'session.bookedForHost → staff',
      'session.cancelledForHost → staff',
      'session.moved → customer',
    ])
  })

  it.each([
    ['a time that has passed', { startsAt: '2026-11-30T09:00:00+07:00' }, 422, 'booking.inThePast'],
    [
      'a link to somewhere else',
      { placeUrl: 'https://zoom.us.evil.example/j/1' },
      422,
      'booking.badPlace',
    ],
    ['a link without https', { placeUrl: 'http://zoom.us/j/1' }, 422, 'booking.badPlace'],
    [
      'a host who is none',
      { host: '01a20000-0000-7000-8000-000000000000' },
      422,
      'fulfilment.badAssignee',
    ],
    ['a service that we do not know', { placeKind: 'skype' }, 400, 'input.invalid'],
    ['no time', { startsAt: '' }, 400, 'input.invalid'],
  ])('cannot set %s', async (_what, changes, status, code) => {
    const { order } = await inUse.buyer.buy()
    const answer = await diary.setTime(order, dateAt(at('02T09:00'), changes), admin)
    expect(answer).toMatchObject({ code, status })
    expect(await readBookings(inUse.shop, order.token)).toEqual([])
  })

  it('cannot set a time at which the host has another session, buffers included', async () => {
    await buyAndPick('01T09:00')
    const { order } = await inUse.buyer.buy()
    const refused = await diary.setTime(order, dateAt(at('01T10:15')), admin)
    expect(refused).toMatchObject({ code: 'booking.slotTaken', status: 409 })
    expect((await diary.setTime(order, dateAt(at('01T10:30')), admin)).status).toBe(200)
  })

  it('cannot set a time for what is not paid', async () => {
    const order = await inUse.buyer.place()
    expect((await diary.setTime(order, dateAt(at('01T09:00')), admin)).code).toBe('booking.closed')
  })

  it('changes the link: both are told, as a revision; the same link again tells nobody', async () => {
    const order = await buyAndPick('01T09:00')
    const place = { placeKind: 'googleMeet', placeUrl: 'https://meet.google.com/abc-defg-hij' }
    expect((await diary.setPlace(order, place, admin)).status).toBe(200)
    expect((await diary.setPlace(order, place, admin)).status).toBe(200)
    expect(await readBookings(inUse.shop, order.token)).toMatchObject([{ sequence: 1 }])
    expect((await readNews(inUse.shop, order.token)).slice(2)).toEqual([
      'session.placeChanged → customer',
      'session.placeChangedForHost → staff',
    ])
  })

  it('calls it off: another time has to be found within the hours of a first step', async () => {
    const order = await buyAndPick('01T09:00')
    expect((await diary.callOff(order, { reason: 'x' }, admin)).code).toBe('event.reasonRequired')
    expect((await diary.callOff(order, { reason }, admin)).status).toBe(200)
    expect((await diary.callOff(order, { reason }, admin)).code).toBe('booking.none')
    const delivery = await readDelivery(inUse.shop, order.token)
    expect(delivery).toMatchObject({ dueAt: at('03T10:00'), state: 'contacting' })
    expect((await readNews(inUse.shop, order.token)).slice(2)).toEqual([
      'session.cancelled → customer',
      'session.cancelledForHost → staff',
    ])
    expect((await diary.pick(order, at('02T09:00'))).status).toBe(200)
    expect((await readBookings(inUse.shop, order.token)).map(({ state }) => state)).toEqual([
      'cancelled',
      'booked',
    ])
  })

  it.each(['guest', 'editor'] as const)('has doors that stay shut for a %s', async (role) => {
    const { order } = await inUse.buyer.buy()
    const by = role === 'guest' ? undefined : await logInAs(inUse.shop, role)
    const statuses = await Promise.all([
      diary.setTime(order, dateAt(at('02T09:00')), by),
      diary.setPlace(order, { placeKind: 'zoom', placeUrl: ZOOM }, by),
      diary.callOff(order, { reason }, by),
    ])
    expect(new Set(statuses.map(({ status }) => status))).toEqual(
      new Set([role === 'guest' ? 401 : 403]),
    )
  })
})

describe('After the session', () => {
  it('the summary is written, mailed once and stands on the order’s page', async () => {
    const order = await buyAndPick('01T09:00')
    const { id } = await readDelivery(inUse.shop, order.token)
    expect((await worker.move(id, { event: 'hold' }, admin)).code).toBe('event.guardRefused')
    clock.freeze(at('01T10:00'))
    expect((await worker.move(id, { event: 'hold' }, admin)).status).toBe(200)
    await worker.tickAll(await readDelivery(inUse.shop, order.token), admin)
    expect((await worker.move(id, { event: 'deliver' }, admin)).code).toBe('event.guardRefused')
    expect((await writeSummary(order)).status).toBe(201)
    expect(sessionItem(await inUse.buyer.look(order.token)).session?.summary).toBeUndefined()
    expect((await worker.move(id, { event: 'deliver' }, admin)).status).toBe(200)
    expect((await readNews(inUse.shop, order.token)).slice(2)).toEqual([
      'session.summary → customer',
    ])
    expect(sessionItem(await inUse.buyer.look(order.token)).session?.summary).toBeTruthy()
    expect(await readDelivery(inUse.shop, order.token)).toMatchObject({
      followUpUntil: new Date('2026-12-08T16:59:59.999Z'),
      state: 'followUp',
    })
  })

  it('an empty summary is refused, and a second one for the same session', async () => {
    const order = await buyAndPick('01T09:00')
    expect((await writeSummary(order, ' ')).status).toBe(400)
    expect((await writeSummary(order)).status).toBe(201)
    expect((await writeSummary(order)).status).toBe(400)
  })

  it('who did not come is told, and picks another time once; then he has to ask', async () => {
    const order = await buyAndPick('01T09:00')
    const { id } = await readDelivery(inUse.shop, order.token)
    clock.freeze(at('01T09:20'))
    expect((await worker.move(id, { event: 'miss', reason }, admin)).status).toBe(200)
    expect((await readNews(inUse.shop, order.token)).slice(2)).toEqual([
      'session.missed → customer',
    ])
    expect((await diary.pick(order, at('02T09:00'))).status).toBe(200)
    clock.freeze(at('02T09:20'))
    expect((await worker.move(id, { event: 'miss', reason }, admin)).status).toBe(200)
    expect((await diary.pick(order, at('03T09:00'))).code).toBe('booking.missedTooOften')
    expect((await diary.setTime(order, dateAt(at('03T09:00')), admin)).status).toBe(200)
  })

  it('money that goes back calls the session off and frees its time', async () => {
    const order = await buyAndPick('01T09:00')
    const { attempts } = await readSubjects(inUse.shop, order.token)
    const ask = { event: 'refund', evidence: 'TRF-1', from: 'paid', reason }
    const subject = { collection: 'payments', id: attempts[0] ?? '' }
    expect((await move(subject, ask, owner)).status).toBe(200)
    expect(await readBookings(inUse.shop, order.token)).toMatchObject([{ state: 'cancelled' }])
    expect((await readNews(inUse.shop, order.token)).slice(2)).toEqual([
      'session.cancelled → customer',
      'session.cancelledForHost → staff',
    ])
    const { order: other } = await inUse.buyer.buy()
    expect((await diary.pick(other, at('01T09:00'))).status).toBe(200)
  })
})

describe('Reminders', () => {
  const reminders = async (token: string) =>
    (await readNews(inUse.shop, token)).filter((line) => line.startsWith('session.soon →'))

  it('go to both a day and an hour before, each once however often the clock ticks', async () => {
    const order = await buyAndPick('03T09:00')
    for (const now of ['02T08:55', '02T09:00', '02T09:05', '03T07:55']) {
      await tendSessions(inUse.shop, at(now))
    }
    expect(await reminders(order.token)).toHaveLength(1)
    await Promise.all(
      ['03T08:00', '03T08:05', '03T08:05'].map((now) => tendSessions(inUse.shop, at(now))),
    )
    expect(await reminders(order.token)).toHaveLength(2)
    await tendSessions(inUse.shop, at('03T09:00'))
    expect(await reminders(order.token)).toHaveLength(2)
  })

  it('come anew after the session was moved', async () => {
    const order = await buyAndPick('03T09:00')
    clock.freeze(at('02T09:00'))
    await tendSessions(inUse.shop, clock.now())
    expect((await diary.pick(order, at('07T09:00'))).status).toBe(200)
    clock.freeze(at('06T09:00'))
    await tendSessions(inUse.shop, clock.now())
    expect(await reminders(order.token)).toHaveLength(2)
  })

  it('after a standstill are only those that are true now', async () => {
    const order = await buyAndPick('03T09:00')
    await tendSessions(inUse.shop, at('03T08:30'))
    expect(await reminders(order.token)).toHaveLength(1)
  })

  it('are dropped when the session was agreed on later than they would have come', async () => {
    const { order } = await inUse.buyer.buy()
    await diary.setTime(order, dateAt(at('01T09:00')), admin)
    await tendSessions(inUse.shop, clock.now())
    expect(await reminders(order.token)).toEqual([])
  })
})

describe('Somebody who gives sessions', () => {
  const leave = (who: LoggedIn, by: LoggedIn) =>
    callShop(inUse.shop, `/api/${slugsOf(inUse.shop.payload).staff}/${who.id}`, {
      headers: by.headers,
      method: 'DELETE',
    })

  it('cannot leave while one is promised; once it is another’s he can, and his hours go along', async () => {
    const order = await buyAndPick('03T09:00')
    const refused = await leave(admin, owner)
    expect(refused.status).toBe(409)
    expect(JSON.stringify(refused.json)).toContain('Masih ada 1 sesi yang dijanjikan.')
    const moved = await diary.setTime(
      order,
      { ...dateAt(at('03T09:00')), host: owner.id, reason },
      owner,
    )
    expect(moved.status).toBe(200)
    expect((await leave(admin, owner)).status).toBe(200)
    const hours = await readRows(
      inUse.shop.payload,
      sql`select 1 from availabilities where host_id = ${admin.id}::uuid`,
    )
    expect(hours).toEqual([])
  })
})
