import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { subjectOf } from '@/dev/mail'
import { slugsOf, sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { readRows } from '../../support/books'
import { makeWorker, readDelivery, tend, WAYS } from '../../support/deliveries'
import { makeMover } from '../../support/moves'
import { type LoggedIn, logInAs } from '../../support/people'
import { openMailbox, usePostOffice } from '../../support/postOffice'
import { callShop } from '../../support/purchase'
import { openHours } from '../../support/sessions'
import type { ProductSlug } from '../../support/products'
import { useShop } from '../../support/useShop'

const { catcher, settings } = await openMailbox()
const inUse = useShop({ ...settings, RATE_LIMIT_FACTOR: '0' })
const office = usePostOffice(inUse, catcher)
const worker = makeWorker(() => inUse.shop)
const move = makeMover(() => inUse.shop)

/** Monday 30 November 2026, 10.00 WIB. */
const MONDAY = new Date('2026-11-30T03:00:00Z')
let admin: LoggedIn

beforeEach(async () => {
  clock.freeze(MONDAY)
  admin = await logInAs(inUse.shop, 'admin')
})
afterEach(() => clock.release())

/** Buys one product and brings it to its customer; answers with delivery, order and the instant. */
const deliver = async (product: ProductSlug = 'konsultasi') => {
  if (product === 'konsultasi') {
    await openHours(inUse.shop, admin)
  }
  const { order } = await inUse.buyer.buy({ product })
  const row = await readDelivery(inUse.shop, order.token)
  const { events } = WAYS[product] ?? expect.unreachable()
  await worker.walk(row, events.slice(0, events.indexOf('deliver') + 1), admin)
  return { deliveredAt: clock.now(), id: row.id, order }
}

const daysLater = (at: Date, days: number): Date => new Date(at.getTime() + days * 86_400_000)

const tendOn = async (at: Date): Promise<void> => {
  clock.freeze(at)
  await tend(inUse.shop, at)
}

/** Follow-ups about an order: event and state, the oldest first. */
const readFollowUps = async (token: string): Promise<string[]> => {
  const rows = await readRows<{ line: string }>(
    inUse.shop.payload,
    sql`select concat_ws(' ', n.event, n.state) as line
      from notifications n join orders o on o.id::text = n.subject_id
      where o.token = ${token} and n.event like 'followUp.%' and n.channel = 'email'
      order by n.created_at`,
  )
  return rows.map(({ line }) => line)
}

/** Subjects and bytes of the mails about an order. */
const mailsAbout = (number: string): { raw: string; subject: string }[] =>
  office.inbox
    .find({})
    .map((mail) => ({ raw: mail.raw.toString('utf8'), subject: subjectOf(mail) }))
    .filter(({ subject }) => subject.includes(number))

describe('Some days after the delivery', () => {
  it.each([
    ['konsultasi', 3, 'followUp.consulting', 'Bagaimana hasilnya?'],
    ['template-toko', 7, 'followUp.template', 'Sudah terpasang?'],
    ['analisis-keamanan', 14, 'followUp.analysis', 'Apakah temuannya sudah diperbaiki?'],
  ] as const)(
    'the buyer of %s is asked once how it went',
    async (product, days, event, subject) => {
      const { deliveredAt, order } = await deliver(product)
      await tendOn(daysLater(deliveredAt, days - 1))
      expect(await readFollowUps(order.token)).toEqual([])
      const day = daysLater(deliveredAt, days)
      await Promise.all([tendOn(day), tendOn(day), tendOn(day)])
      await tendOn(daysLater(day, 1))
      await office.deliver()
      expect(await readFollowUps(order.token)).toEqual([`${event} sent`])
      const asked = mailsAbout(order.number).filter((mail) => mail.subject.startsWith(subject))
      expect(asked).toHaveLength(1)
    },
  )

  it('nobody is asked who wants his money back', async () => {
    const { deliveredAt, order } = await deliver('template-toko')
    const owner = await logInAs(inUse.shop, 'owner')
    const [paid] = await readRows<{ order: string; payment: string }>(
      inUse.shop.payload,
      sql`select o.id as "order", p.id as payment from orders o join payments p on p.order_id = o.id
        where o.token = ${order.token}`,
    )
    const asked = await callShop(inUse.shop, '/api/refunds/ask', {
      body: { amount: 1_000, key: randomUUID(), reason: 'Tidak sesuai harapan', ...paid },
      headers: owner.headers,
    })
    expect([asked.status, asked.code]).toEqual([201, undefined])
    await tendOn(daysLater(deliveredAt, 7))
    await office.deliver()
    expect(await readFollowUps(order.token)).toEqual(['followUp.template dropped'])
  })

  it('nobody is asked about what is being done again; after that the days begin anew', async () => {
    const { deliveredAt, id, order } = await deliver('analisis-keamanan')
    const reopen = { event: 'reopen', reason: 'Ada temuan yang terlewat' }
    clock.freeze(daysLater(deliveredAt, 10))
    expect((await worker.move(id, reopen, admin)).status).toBe(200)
    await tendOn(daysLater(deliveredAt, 14))
    expect(await readFollowUps(order.token)).toEqual([])
    clock.freeze(daysLater(deliveredAt, 20))
    expect((await worker.move(id, { event: 'deliver' }, admin)).status).toBe(200)
    await tendOn(daysLater(deliveredAt, 34))
    await office.deliver()
    expect(await readFollowUps(order.token)).toEqual(['followUp.analysis sent'])
  })
})

describe('Follow-up mails', () => {
  it('are stopped by staff with a reason, once', async () => {
    const { deliveredAt, id, order } = await deliver()
    const slug = slugsOf(inUse.shop.payload).fulfilments
    const ask = (reason?: string) =>
      move(
        { collection: slug, id },
        { event: 'stopFollowUps', ...(reason ? { reason } : {}) },
        admin,
      )
    expect((await ask()).status).toBe(422)
    expect((await ask('Pelanggan sudah menelepon')).status).toBe(200)
    const second = await ask('Sekali lagi')
    expect([second.status, second.code]).toEqual([409, 'event.guardRefused'])
    await tendOn(daysLater(deliveredAt, 3))
    expect(await readFollowUps(order.token)).toEqual([])
  })

  it('are no business of editors, customers or guests', async () => {
    const { id } = await deliver()
    const slug = slugsOf(inUse.shop.payload).fulfilments
    const ask = { event: 'stopFollowUps', reason: 'Bukan urusan saya' }
    const editor = await logInAs(inUse.shop, 'editor')
    expect((await move({ collection: slug, id }, ask, editor)).status).toBe(403)
    expect((await move({ collection: slug, id }, ask)).status).toBe(401)
  })

  it('that were held up by a standstill for days are not sent late', async () => {
    const { deliveredAt, order } = await deliver()
    await tendOn(daysLater(deliveredAt, 9))
    expect(await readFollowUps(order.token)).toEqual([])
  })

  it('have a way out in every mail', async () => {
    const { deliveredAt, order } = await deliver()
    await tendOn(daysLater(deliveredAt, 3))
    await office.deliver()
    const mail = mailsAbout(order.number).find(({ subject }) => subject.startsWith('Bagaimana'))
    expect(mail?.raw).toMatch(/List-Unsubscribe-Post/i)
  })
})
