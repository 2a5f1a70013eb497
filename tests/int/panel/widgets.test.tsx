import type { PayloadRequest, WidgetServerProps } from 'payload'
import type { ReactElement } from 'react'

import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { SessionsWidget } from '@/plugin/booking/admin/SessionsWidget'
import { ReportsWidget } from '@/plugin/fulfilment/admin/ReportsWidget'
import { sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { NewOrdersWidget } from '@/plugin/orders/admin/NewOrdersWidget'
import { ReviewsWidget } from '@/plugin/payments/admin/ReviewsWidget'
import { ProblemsWidget } from '@/plugin/problems/admin/ProblemsWidget'
import { WIDGETS } from '@/plugin/widgets'
import { readRows } from '../../support/books'
import { makeWorker, readDelivery } from '../../support/deliveries'
import { type LoggedIn, logInAs } from '../../support/people'
import { validReport } from '../../support/problems'
import { callShop } from '../../support/purchase'
import { makeDiary, openHours } from '../../support/sessions'
import { useShop } from '../../support/useShop'

const inUse = useShop({ RATE_LIMIT_FACTOR: '0' })
const worker = makeWorker(() => inUse.shop)
const diary = makeDiary(() => inUse.shop)

type Widget = (props: WidgetServerProps) => Promise<null | ReactElement>
type Who = 'admin' | 'editor' | 'guest'

/** Tuesday 1 December 2026, 10.00 WIB. */
const TUESDAY = new Date('2026-12-01T03:00:00Z')
const later = (hours: number): Date => new Date(TUESDAY.getTime() + hours * 3_600_000)
let admin: LoggedIn

beforeEach(async () => {
  clock.freeze(TUESDAY)
  admin = await logInAs(inUse.shop, 'admin')
})
afterEach(() => clock.release())

const requestOf = async (who: Who, language: string): Promise<PayloadRequest> => {
  const { payload } = inUse.shop
  const person = who === 'guest' ? null : await logInAs(inUse.shop, who)
  const { user } = await payload.auth({ headers: new Headers(person?.headers) })
  return { i18n: { language }, payload, user } as unknown as PayloadRequest
}

const see = async (widget: Widget, who: Who = 'admin', language = 'id'): Promise<string> => {
  const req = await requestOf(who, language)
  const element = await widget({ req, widgetSlug: 'uji' } as unknown as WidgetServerProps)
  return element ? renderToStaticMarkup(element) : ''
}

const countOf = (html: string): number => Number(/<strong>(\d+)<\/strong>/.exec(html)?.[1])

describe('The card of new orders', () => {
  it('counts the running WIB day: at midnight today becomes yesterday', async () => {
    await readRows(
      inUse.shop.payload,
      sql`update orders set placed_at = placed_at - interval '9 days'`,
    )
    clock.freeze(new Date('2026-12-01T16:59:59Z'))
    const { order } = await inUse.buyer.buy({ customer: { name: 'Pembeli Malam' } })
    await inUse.buyer.place()
    const before = await see(NewOrdersWidget)
    expect(countOf(before)).toBe(2)
    expect(before).toContain('1 lunas, Rp750.000 · kemarin 0')
    expect(before).toContain(`${order.number} · Pembeli Malam`)
    clock.freeze(new Date('2026-12-01T17:00:00Z'))
    const after = await see(NewOrdersWidget, 'admin', 'en')
    expect(countOf(after)).toBe(0)
    expect(after).toContain('yesterday 2')
  })
})

describe('The card of sessions', () => {
  it('shows those of today with their time and host, those to come first', async () => {
    await openHours(inUse.shop, admin)
    const today = await inUse.buyer.buy({ customer: { name: 'Sari Hari Ini' } })
    const tomorrow = await inUse.buyer.buy({ customer: { name: 'Budi Besok' } })
    const body = { host: admin.id, placeKind: 'zoom', placeUrl: null }
    for (const [{ order }, hours] of [
      [today, 3],
      [tomorrow, 24],
    ] as const) {
      const answer = await diary.setTime(
        order,
        { ...body, startsAt: later(hours).toISOString() },
        admin,
      )
      expect(answer.status).toBe(200)
    }
    const html = await see(SessionsWidget)
    expect(countOf(html)).toBe(1)
    expect(html).toContain('13.00 · Sari Hari Ini')
    expect(html).toContain('1 belum berlangsung')
    expect(html).not.toContain('Budi Besok')
    clock.freeze(later(5))
    expect(await see(SessionsWidget)).toContain('0 belum berlangsung')
  })
})

describe('The card of reports', () => {
  it('names an analysis under way from two days before its deadline, and says when it is late', async () => {
    const { order } = await inUse.buyer.buy({ product: 'analisis-keamanan' })
    const row = await readDelivery(inUse.shop, order.token)
    clock.freeze(new Date(row.deliverBy.getTime() - 24 * 3_600_000))
    expect(countOf(await see(ReportsWidget))).toBe(0)
    expect((await worker.move(row.id, { event: 'start' }, admin)).status).toBe(200)
    const html = await see(ReportsWidget)
    expect(countOf(html)).toBe(1)
    expect(html).toContain(order.number)
    expect(html).not.toContain('alarm')
    clock.freeze(new Date(row.deliverBy.getTime() + 3_600_000))
    const late = await see(ReportsWidget)
    expect(late).toContain('1 terlambat')
    expect(late).toContain('alarm')
  })
})

describe('The card of problem reports', () => {
  it('counts what waits for our reply, the most urgent first', async () => {
    const { json } = await callShop<{ problem: { number: string } }>(
      inUse.shop,
      '/api/shop/problems',
      { body: validReport({ name: 'Ani Pelapor' }) },
    )
    expect(json.problem).toBeDefined()
    const html = await see(ProblemsWidget)
    expect(countOf(html)).toBe(1)
    expect(html).toContain('Berkas atau tautan tidak bisa dibuka · Ani Pelapor')
    clock.freeze(later(24 * 9))
    expect(await see(ProblemsWidget)).toContain('1 melewati janji balasan')
  })
})

describe('The card of money', () => {
  it('says how much waits for a decision, and why', async () => {
    const { payment } = await inUse.buyer.checkout()
    await inUse.buyer.pay(payment, { amount: 1_000_000 })
    const html = await see(ReviewsWidget)
    expect(countOf(html)).toBe(1)
    expect(html).toContain('Rp250.000 · Lebih dari tagihan')
    expect(await see(ReviewsWidget, 'admin', 'en')).toContain('Rp250,000 · More than owed')
  })
})

describe('Cards', () => {
  const cards = { NewOrdersWidget, ProblemsWidget, ReportsWidget, ReviewsWidget, SessionsWidget }

  it.each(Object.keys(cards) as (keyof typeof cards)[])('%s is for admins alone', async (name) => {
    await inUse.buyer.buy({ customer: { name: 'Rahasia Toko' } })
    for (const who of ['editor', 'guest'] as const) {
      const html = await see(cards[name], who)
      expect(html).toContain('Hanya untuk admin.')
      expect(html).not.toContain('Rahasia Toko')
    }
  })

  it('are on the first page of admins from the start, and editors keep theirs', async () => {
    const { payload } = inUse.shop
    const layout = payload.config.admin.dashboard as unknown as {
      defaultLayout: (args: { req: PayloadRequest }) => Promise<{ widgetSlug: string }[]>
      widgets: { slug: string }[]
    }
    const slugs = async (who: Who) =>
      (await layout.defaultLayout({ req: await requestOf(who, 'id') })).map(
        ({ widgetSlug }) => widgetSlug,
      )
    const ours = WIDGETS.map(({ slug }) => slug)
    expect(await slugs('admin')).toEqual([...ours, 'collections'])
    expect(await slugs('editor')).toEqual(['collections'])
    expect(layout.widgets.map(({ slug }) => slug)).toEqual([...ours, 'collections'])
  })
})
