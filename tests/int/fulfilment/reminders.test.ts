import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fulfilmentRuntime } from '@/plugin/fulfilment'
import { sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { readRows } from '../../support/books'
import { makeWorker, readDelivery, tend } from '../../support/deliveries'
import { type LoggedIn, logInAs } from '../../support/people'
import { openMailbox, usePostOffice } from '../../support/postOffice'
import { useShop } from '../../support/useShop'

const ALL = ['satu@lunas.test', 'dua@lunas.test']

const { catcher, settings } = await openMailbox()
const inUse = useShop({ ...settings, MAIL_ADMIN: ALL.join(',') })
const office = usePostOffice(inUse, catcher)
const worker = makeWorker(() => inUse.shop)

/** Monday 30 November 2026, 10.00 WIB; a consultation paid then is to be begun by Thursday at ten. */
const MONDAY = new Date('2026-11-30T03:00:00Z')
const wib = (day: string, time: string): Date => new Date(`${day}T${time}:00+07:00`)

beforeEach(() => clock.freeze(MONDAY))
afterEach(() => clock.release())
afterAll(() => clock.release())

/** A mail without the soft breaks and escapes in which it travels. */
const plainOf = (raw: Buffer): string =>
  raw.toString('utf8').replaceAll('=\r\n', '').replaceAll('=3D', '=')

const buy = async () => {
  const { order } = await inUse.buyer.buy()
  return { row: await readDelivery(inUse.shop, order.token), token: order.token }
}

/** Reminders about an order: stage and reader, the oldest first. */
const readReminders = async (token: string): Promise<string[]> => {
  const rows = await readRows<{ line: string }>(
    inUse.shop.payload,
    sql`select concat_ws(' ', n.event, n.recipient_address, n.state) as line
      from notifications n join orders o on o.id::text = n.subject_id
      where o.token = ${token} and n.event like 'item.%' order by n.created_at, n.recipient_address desc`,
  )
  return rows.map(({ line }) => line)
}

const emailOf = async ({ id }: LoggedIn): Promise<string> => {
  const rows = await readRows<{ email: string }>(
    inUse.shop.payload,
    sql`select email from staff where id = ${id}`,
  )
  return rows[0]?.email ?? ''
}

const toAll = (event: string, state = 'queued'): string[] =>
  ALL.map((address) => `${event} ${address} ${state}`)

describe('A paid item that nobody touches', () => {
  it('is told to all admins once before its deadline and once after it, however often is looked', async () => {
    const { token } = await buy()
    await tend(inUse.shop, wib('2026-12-02', '13:59'))
    expect(await readReminders(token)).toEqual([])
    // Four hours of work before Thursday at ten: three on Wednesday, one on Thursday.
    const near = wib('2026-12-02', '14:00')
    await Promise.all(Array.from({ length: 8 }, () => tend(inUse.shop, near)))
    await tend(inUse.shop, wib('2026-12-02', '16:50'))
    expect(await readReminders(token)).toEqual(toAll('item.dueSoon'))
    const late = wib('2026-12-03', '10:00')
    await Promise.all(Array.from({ length: 8 }, () => tend(inUse.shop, late)))
    await tend(inUse.shop, wib('2026-12-04', '11:00'))
    await tend(inUse.shop, wib('2027-01-20', '11:00'))
    expect(await readReminders(token)).toEqual([...toAll('item.dueSoon'), ...toAll('item.late')])
  })

  it('after a standstill is told only as what it is by then: late', async () => {
    const { token } = await buy()
    await tend(inUse.shop, wib('2026-12-09', '11:00'))
    await tend(inUse.shop, wib('2026-12-09', '11:10'))
    expect(await readReminders(token)).toEqual(toAll('item.late'))
  })

  it.each([
    ['at night', wib('2026-12-03', '20:00')],
    ['before the opening', wib('2026-12-04', '08:59')],
    ['on a Sunday', wib('2026-12-06', '11:00')],
    ['on a holiday', wib('2026-12-25', '11:00')],
  ])('rings nobody %s, but at the next opening', async (_when, at) => {
    const { token } = await buy()
    await tend(inUse.shop, at)
    expect(await readReminders(token)).toEqual([])
    await tend(inUse.shop, wib('2026-12-28', '09:00'))
    expect(await readReminders(token)).toEqual(toAll('item.late'))
  })

  it('is told although the one before it cannot be: what fails holds up none of the rest', async () => {
    const [first, second] = [await buy(), await buy()]
    const { payload } = inUse.shop
    const when = sql.raw(`when (new.id = '${first.row.id}')`)
    await readRows(
      payload,
      sql`create trigger planted before update on fulfilments for each row ${when}
        execute function lunas_refuse_change()`,
    )
    try {
      await expect(tend(inUse.shop, wib('2026-12-03', '10:00'))).rejects.toThrow()
    } finally {
      await readRows(payload, sql`drop trigger planted on fulfilments`)
    }
    expect(await readReminders(first.token)).toEqual([])
    expect(await readReminders(second.token)).toEqual(toAll('item.late'))
    await tend(inUse.shop, wib('2026-12-03', '10:10'))
    expect(await readReminders(first.token)).toEqual(toAll('item.late'))
  })

  it('is reminded of as early as the shop has set', async () => {
    const runtime = fulfilmentRuntime.get(inUse.shop.payload)
    const { remindHours } = runtime
    const { token } = await buy()
    runtime.remindHours = 16
    try {
      await tend(inUse.shop, wib('2026-12-01', '10:00'))
      expect(await readReminders(token)).toEqual(toAll('item.dueSoon'))
    } finally {
      runtime.remindHours = remindHours
    }
  })
})

describe('An item that somebody has', () => {
  it('is told to him alone before its deadline, and to all after it', async () => {
    const admin = await logInAs(inUse.shop, 'admin')
    const { row, token } = await buy()
    await worker.assign(row.id, { assignee: admin.id }, admin)
    await tend(inUse.shop, wib('2026-12-03', '09:00'))
    const own = `item.dueSoon ${await emailOf(admin)} queued`
    expect(await readReminders(token)).toEqual([own])
    await tend(inUse.shop, wib('2026-12-03', '10:10'))
    expect(await readReminders(token)).toEqual([own, ...toAll('item.late')])
  })

  it('and who is an admin no more, is told to all', async () => {
    const [admin, owner] = [await logInAs(inUse.shop, 'admin'), await logInAs(inUse.shop, 'owner')]
    const { row, token } = await buy()
    await worker.assign(row.id, { assignee: admin.id }, owner)
    await readRows(
      inUse.shop.payload,
      sql`update staff set role = 'editor' where id = ${admin.id} returning id`,
    )
    await tend(inUse.shop, wib('2026-12-03', '09:00'))
    expect(await readReminders(token)).toEqual(toAll('item.dueSoon'))
  })

  it('has another deadline once begun, with reminders of its own', async () => {
    const admin = await logInAs(inUse.shop, 'admin')
    const { row, token } = await buy()
    await tend(inUse.shop, wib('2026-12-03', '09:00'))
    await worker.move(row.id, { event: 'start' }, admin)
    await tend(inUse.shop, wib('2026-12-03', '10:10'))
    expect(await readReminders(token)).toEqual(toAll('item.dueSoon'))
    const { deliverBy } = await readDelivery(inUse.shop, token)
    await tend(inUse.shop, new Date(deliverBy.getTime() + 60_000))
    expect(await readReminders(token)).toEqual([...toAll('item.dueSoon'), ...toAll('item.late')])
  })
})

describe('A reminder that waits', () => {
  it('is dropped when somebody has begun meanwhile, and sent when nobody has', async () => {
    const admin = await logInAs(inUse.shop, 'admin')
    const [touched, left] = [await buy(), await buy()]
    await tend(inUse.shop, wib('2026-12-03', '09:00'))
    await worker.move(touched.row.id, { event: 'start' }, admin)
    await office.deliver()
    expect(await readReminders(touched.token)).toEqual(toAll('item.dueSoon', 'dropped'))
    expect(await readReminders(left.token)).toEqual(toAll('item.dueSoon', 'sent'))
    const texts = office.inbox.find({ to: 'satu@lunas.test' }).map(({ raw }) => plainOf(raw))
    const about = texts.filter((text) => text.includes(`/collections/fulfilments/${left.row.id}`))
    expect(about).toHaveLength(1)
    expect(about[0]).toContain('3 Desember 2026 pukul 10.00 WIB')
    expect(texts.filter((text) => text.includes(touched.row.id))).toEqual([])
  })
})
