import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clock } from '@/plugin/kernel/time'
import { readDelivery } from '../../support/deliveries'
import { type LoggedIn, logInAs } from '../../support/people'
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
let admin: LoggedIn

/** Monday 30 November 2026, 10.00 WIB. */
const MONDAY = new Date('2026-11-30T03:00:00Z')
const at = (text: string): Date => new Date(`2026-12-${text}:00+07:00`)
const MINUTE = 60_000

// A host of its own for each test: nothing of his time is taken yet.
beforeEach(async () => {
  admin = await logInAs(inUse.shop, 'admin')
  clock.freeze(MONDAY)
  await closeAllHours(inUse.shop)
  await openHours(inUse.shop, admin)
})
afterEach(() => clock.release())

const stateOf = async (token: string) => (await readBookings(inUse.shop, token)).at(-1)?.state

describe('A customer who has paid', () => {
  it('sees the times of the next weeks and picks one: the session is scheduled, both are told', async () => {
    const { order } = await inUse.buyer.buy()
    const times = await diary.times(order)
    expect(times[0]).toBe(at('01T09:00').toISOString())
    const answer = await diary.pick(order, at('01T13:30'))
    expect(answer.status).toBe(200)
    expect(sessionItem(answer.json.order).session).toMatchObject({
      appointment: { host: 'Si admin', place: 'Zoom', startsAt: at('01T13:30').toISOString() },
      canPick: true,
      minutes: 60,
      movesLeft: 2,
    })
    const delivery = await readDelivery(inUse.shop, order.token)
    expect(delivery).toMatchObject({ assignee: admin.id, state: 'scheduled' })
    // The summary is due 24 hours of work after the session has ended: Tuesday 14.30 to Friday 14.30.
    expect(delivery.dueAt).toEqual(at('04T14:30'))
    expect(await readNews(inUse.shop, order.token)).toEqual([
      'session.booked → customer',
      'session.bookedForHost → staff',
    ])
  })

  it('sees the link from 24 hours before, and not earlier', async () => {
    const { order } = await inUse.buyer.buy()
    await diary.pick(order, at('02T13:00'))
    const linkAt = async (now: Date) => {
      clock.freeze(now)
      return sessionItem(await inUse.buyer.look(order.token)).session?.appointment?.placeUrl
    }
    expect(await linkAt(at('01T12:59'))).toBeUndefined()
    expect(await linkAt(at('01T13:00'))).toBe('https://us02web.zoom.us/j/123456789')
  })

  it('presses twice, or twenty times at once: one session, told once', async () => {
    const { order } = await inUse.buyer.buy()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => diary.pick(order, at('01T09:00'))),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(await readBookings(inUse.shop, order.token)).toHaveLength(1)
    expect(await readNews(inUse.shop, order.token)).toHaveLength(2)
  })

  it('moves it twice until 24 hours before, and then has to ask', async () => {
    const { order } = await inUse.buyer.buy()
    await diary.pick(order, at('07T09:00'))
    expect((await diary.pick(order, at('07T10:00'), 'Rapat mendadak')).status).toBe(200)
    expect((await diary.pick(order, at('08T10:00'))).status).toBe(200)
    expect(await diary.pick(order, at('09T10:00'))).toMatchObject({
      code: 'booking.movesUsed',
      status: 409,
    })
    expect(await readBookings(inUse.shop, order.token)).toMatchObject([
      { moved: 2, sequence: 2, startsAt: at('08T10:00'), state: 'booked' },
    ])
    expect((await readDelivery(inUse.shop, order.token)).state).toBe('scheduled')
  })

  it('cannot move it on its last day', async () => {
    const { order } = await inUse.buyer.buy()
    await diary.pick(order, at('03T09:00'))
    clock.freeze(at('02T09:01'))
    expect(await diary.pick(order, at('07T09:00'))).toMatchObject({ code: 'booking.tooLate' })
    expect(sessionItem(await inUse.buyer.look(order.token)).session).toMatchObject({
      canPick: false,
      refusal: 'tooLate',
    })
    clock.freeze(at('02T09:00'))
    expect((await diary.pick(order, at('07T09:00'))).status).toBe(200)
  })

  it.each([
    ['in the past', '2026-11-29T09:00:00+07:00', 422, 'booking.slotUnavailable'],
    ['of today', '2026-11-30T15:00:00+07:00', 422, 'booking.slotUnavailable'],
    ['between the half hours', '2026-12-01T09:10:00+07:00', 422, 'booking.slotUnavailable'],
    ['that runs into the break', '2026-12-01T11:30:00+07:00', 422, 'booking.slotUnavailable'],
    ['on a Sunday', '2026-12-06T09:00:00+07:00', 422, 'booking.slotUnavailable'],
    ['in ten years', '2036-12-01T09:00:00+07:00', 422, 'booking.slotUnavailable'],
    ['with seconds', '2026-12-01T09:00:30+07:00', 422, 'booking.slotUnavailable'],
    ['without a zone', '2026-12-01T09:00:00', 400, 'input.invalid'],
    ['that is no time', 'besok', 400, 'input.invalid'],
    ['not at all', undefined, 400, 'input.invalid'],
  ])('cannot pick a time %s', async (_what, startsAt, status, code) => {
    const { order } = await inUse.buyer.buy()
    expect(await diary.pick(order, startsAt)).toMatchObject({ code, status })
    expect(await readBookings(inUse.shop, order.token)).toEqual([])
  })

  it('may write the same time in the zone of another island', async () => {
    const { order } = await inUse.buyer.buy()
    expect((await diary.pick(order, '2026-12-01T11:00:00+09:00')).status).toBe(200)
    expect(await readBookings(inUse.shop, order.token)).toMatchObject([
      { startsAt: at('01T09:00') },
    ])
  })

  it('reaches no other order through his own', async () => {
    const { order: own } = await inUse.buyer.buy()
    const { order: other } = await inUse.buyer.buy()
    const mixed = { ...own, items: other.items }
    expect((await diary.pick(mixed, at('01T09:00'))).status).toBe(404)
    expect(await readBookings(inUse.shop, other.token)).toEqual([])
    expect((await diary.file(mixed)).status).toBe(404)
  })
})

describe('One time and one host', () => {
  it('are given to one customer, though thirty reach for them at once', async () => {
    const orders = await Promise.all(Array.from({ length: 30 }, () => inUse.buyer.place()))
    const answers = await Promise.all(orders.map((order) => diary.pick(order, at('01T09:00'))))
    const codes = answers.map(({ code, status }) => code ?? String(status))
    expect(codes.filter((code) => code === '200')).toHaveLength(1)
    const refused = codes.filter((code) => /^booking\.slot(?:Taken|Unavailable)$/.test(code))
    expect(refused).toHaveLength(29)
  })

  it('are free again once the session was moved away', async () => {
    const [first, second] = await Promise.all([inUse.buyer.buy(), inUse.buyer.buy()])
    await diary.pick(first.order, at('03T09:00'))
    expect((await diary.pick(second.order, at('03T10:00'))).code).toBe('booking.slotUnavailable')
    await diary.pick(first.order, at('04T09:00'))
    expect((await diary.pick(second.order, at('03T10:00'))).status).toBe(200)
  })

  it('are two for two hosts', async () => {
    const owner = await logInAs(inUse.shop, 'owner')
    await openHours(inUse.shop, owner)
    const [first, second] = await Promise.all([inUse.buyer.buy(), inUse.buyer.buy()])
    expect((await diary.pick(first.order, at('01T09:00'))).status).toBe(200)
    expect((await diary.pick(second.order, at('01T09:00'))).status).toBe(200)
    const hosts = await Promise.all(
      [first, second].map(
        async ({ order }) => (await readBookings(inUse.shop, order.token))[0]?.hostId,
      ),
    )
    expect(new Set(hosts)).toEqual(new Set([admin.id, owner.id]))
  })
})

describe('Before the order is paid', () => {
  it('the time is kept, told to nobody, and agreed with the payment', async () => {
    const order = await inUse.buyer.place()
    const answer = await diary.pick(order, at('01T09:00'))
    expect(sessionItem(answer.json.order).session?.appointment).toMatchObject({
      keptUntil: new Date(MONDAY.getTime() + 60 * MINUTE).toISOString(),
      state: 'reserved',
    })
    expect(await readNews(inUse.shop, order.token)).toEqual([])
    await inUse.buyer.pay(await inUse.buyer.open(order.token))
    expect(await stateOf(order.token)).toBe('booked')
    expect((await readDelivery(inUse.shop, order.token)).state).toBe('scheduled')
    expect(await readNews(inUse.shop, order.token)).toHaveLength(2)
  })

  it('another time can be picked as often as he likes', async () => {
    const order = await inUse.buyer.place()
    for (const time of ['01T09:00', '01T10:30', '02T09:00', '02T10:00']) {
      expect((await diary.pick(order, at(time))).status).toBe(200)
    }
    expect(await readBookings(inUse.shop, order.token)).toMatchObject([
      { moved: 0, state: 'reserved' },
    ])
  })

  it('it is given to somebody else when the time to pay is over', async () => {
    const order = await inUse.buyer.place()
    await diary.pick(order, at('01T09:00'))
    const other = await inUse.buyer.place()
    expect((await diary.pick(other, at('01T09:00'))).code).toBe('booking.slotUnavailable')
    clock.freeze(new Date(MONDAY.getTime() + 60 * MINUTE))
    expect((await diary.pick(other, at('01T09:00'))).status).toBe(200)
    expect(await stateOf(order.token)).toBe('lapsed')
    expect(sessionItem(await inUse.buyer.look(order.token)).session).toMatchObject({
      appointment: null,
      canPick: true,
    })
  })

  it('money that comes later pays the order, and he picks another time', async () => {
    const order = await inUse.buyer.place()
    const payment = await inUse.buyer.open(order.token)
    await diary.pick(order, at('01T09:00'))
    clock.freeze(new Date(MONDAY.getTime() + 61 * MINUTE))
    await tendSessions(inUse.shop, clock.now())
    await inUse.buyer.pay(payment)
    const paid = await inUse.buyer.look(order.token)
    expect(paid.paymentState).toBe('paid')
    expect(sessionItem(paid).session).toMatchObject({ appointment: null, canPick: true })
    expect((await diary.pick(order, at('02T09:00'))).status).toBe(200)
    expect(await stateOf(order.token)).toBe('booked')
  })

  it('money that comes in the last moment keeps the time, though the clock was faster', async () => {
    const order = await inUse.buyer.place()
    const payment = await inUse.buyer.open(order.token)
    await diary.pick(order, at('01T09:00'))
    await inUse.buyer.pay(payment)
    clock.freeze(new Date(MONDAY.getTime() + 61 * MINUTE))
    await tendSessions(inUse.shop, clock.now())
    expect(await stateOf(order.token)).toBe('booked')
  })
})

describe('A shop where nobody gives sessions', () => {
  it('offers no times and refuses all', async () => {
    await closeAllHours(inUse.shop)
    const { order } = await inUse.buyer.buy()
    expect(await diary.times(order)).toEqual([])
    expect((await diary.pick(order, at('01T09:00'))).code).toBe('booking.slotUnavailable')
  })
})
