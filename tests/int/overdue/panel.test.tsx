import type { ReactElement } from 'react'

import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { addReportViews } from '@/plugin/instalments'
import { ReportsView } from '@/plugin/instalments/admin/ReportsView'
import { findAccessFaults, sql } from '@/plugin/kernel/payload'
import { addDays, clock } from '@/plugin/kernel/time'
import { countCases, findCases, findDryRun, findOverdueTodos } from '@/plugin/overdue'
import { toCaseLine } from '@/plugin/overdue/admin/caseLine'
import { DryRunView } from '@/plugin/overdue/admin/DryRunView'
import { OrderContract } from '@/plugin/overdue/admin/OrderContract'
import { OrdersHead } from '@/plugin/overdue/admin/OrdersHead'
import { OverdueLink } from '@/plugin/overdue/admin/OverdueLink'
import { OverdueView } from '@/plugin/overdue/admin/OverdueView'
import { readRows } from '../../support/books'
import { freezeOn, makeContractDesk, START } from '../../support/contracts'
import { makePanelPages, type PanelPart } from '../../support/panelPages'
import { useShop } from '../../support/useShop'

// The frame of the panel brings style sheets, which Node cannot read; its forms need a browser.
vi.mock('@payloadcms/next/templates', () => ({
  DefaultTemplate: ({ children }: { children: ReactElement }) => children,
}))
vi.mock('@payloadcms/ui', () => ({
  useConfig: () => ({ config: { routes: { api: '/api' } } }),
  useStepNav: () => ({ setStepNav: () => undefined }),
  useTranslation: () => ({ i18n: { language: 'id' } }),
}))
vi.mock('next/navigation', async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({ refresh: () => undefined }),
}))

const inUse = useShop({ RATE_LIMIT_FACTOR: '0' })
const desk = makeContractDesk(inUse)
const { people, sweepThrough } = desk
const { open, see } = makePanelPages(inUse)
const made: string[] = []

const running = async (plan?: string) => {
  const contract = await desk.running(plan)
  made.push(contract.token)
  return contract
}

beforeAll(() => desk.enter())
beforeEach(() => void freezeOn(0))
afterEach(async () => {
  // Each rule begins with nobody in arrears.
  for (const token of made.splice(0)) {
    await desk.pay(token, { pay: 'all' })
  }
  clock.release()
})

const VIEWS = { DryRunView, OverdueView, ReportsView }

describe('The pages about arrears', () => {
  it.each(Object.keys(VIEWS) as (keyof typeof VIEWS)[])(
    '%s opens to admins and owners; everybody else is led to the login',
    async (name) => {
      const customer = await desk.logIn()
      for (const by of [undefined, customer, people.editor]) {
        expect(await open(VIEWS[name], by)).toMatch(/^NEXT_REDIRECT;.*;\/admin\/login;/)
      }
      for (const by of [people.admin, people.owner]) {
        expect(await open(VIEWS[name], by)).toContain('<h1>')
      }
    },
  )

  it('have said who may see them, and leave what the project has', () => {
    const { config } = inUse.shop.payload
    const views = Object.keys(config.admin.components?.views ?? {})
    expect(views).toEqual(
      expect.arrayContaining(['instalmentReports', 'ladderDryRun', 'overdue', 'problems']),
    )
    expect(findAccessFaults(config)).toEqual([])
    expect(addReportViews({ collections: [] } as never).admin?.components?.views).toHaveProperty(
      'instalmentReports',
    )
  })

  it('are linked for admins and owners alone', async () => {
    for (const by of [undefined, people.editor]) {
      expect(await see(OverdueLink, by)).toBe('')
      expect(await see(OrdersHead, by)).toBe('')
    }
    expect(await see(OverdueLink, people.admin)).toContain('href="/admin/tunggakan"')
  })
})

describe('The list of arrears', () => {
  it('counts and shows each contract under what its case is, the longest overdue first', async () => {
    const first = await running()
    const second = await running('denda')
    await sweepThrough(32, 38)
    freezeOn(38)
    const { payload } = inUse.shop
    const before = await countCases(payload)
    expect(before).toEqual({ all: 2, awaiting: 2, chance: 0, proposed: 2, suspended: 0 })
    expect((await desk.grant(first.id, 41)).status).toBe(200)
    expect(await countCases(payload)).toMatchObject({ chance: 1, proposed: 1 })
    const { rows, total } = await findCases({ filter: 'all', page: 1, payload })
    expect([total, rows.map(({ orderId }) => orderId).sort()]).toEqual([
      2,
      [first.id, second.id].sort(),
    ])
    const fined = rows.find(({ orderId }) => orderId === second.id)
    expect(fined).toMatchObject({ amount: 325_000, daysLate: 7, since: '2027-01-05' })
    const chance = await findCases({ filter: 'chance', page: 1, payload })
    expect(chance.rows).toMatchObject([
      { chanceUntil: addDays(START, 41), orderId: first.id, proposedOn: null },
    ])
    const line = toCaseLine(chance.rows[0]!, { locale: 'id', urlOf: (id) => `/x/${id}` })
    expect(line).toMatchObject({
      amount: 'Rp300.000',
      late: 'Terlambat 7 hari, sejak 5 Januari 2027',
      url: `/x/${first.id}`,
    })
    expect(line.badges.map(({ text }) => text)).toEqual([
      'Menunggu pilihan',
      'Kesempatan sampai 15 Januari 2027',
    ])
  })

  it('is a page that leads to the orders, says when nothing is there, and forgives a wrong filter', async () => {
    const { id, order } = await running()
    await sweepThrough(32, 32)
    const all = await open(OverdueView, people.admin)
    expect(all).toContain(`href="/admin/collections/orders/${id}"`)
    expect(all).toContain('Tunggakan (1)')
    expect(all).toContain('type="checkbox"')
    const proposed = await open(OverdueView, people.admin, { query: { tampil: 'proposed' } })
    expect(proposed).not.toContain(order.number)
    expect(proposed).toContain('Tidak ada kontrak seperti ini.')
    const wrong = await open(OverdueView, people.admin, { query: { page: 'x', tampil: "'--" } })
    expect(wrong).toContain(order.number)
    expect(await see(OrdersHead, people.admin)).toContain('Tunggakan (1)')
  })

  it('puts proposals and requests for time on the board of what needs action', async () => {
    const { customer, token } = await running()
    await sweepThrough(32, 38)
    freezeOn(38)
    await desk.askForChance(token, addDays(START, 45), customer)
    const counts = (await findOverdueTodos(inUse.shop.payload)).map(({ count, urgent, url }) => [
      url,
      count,
      urgent,
    ])
    expect(counts).toEqual([
      ['/admin/tunggakan?tampil=proposed', 1, true],
      ['/admin/tunggakan?tampil=chance', 1, true],
      ['/admin/tunggakan?tampil=awaiting', 1, false],
    ])
  })
})

describe('The contract on the page of its order', () => {
  it('says how it stands, its case, its chances and why the service is off', async () => {
    const { customer, id, token } = await running()
    await sweepThrough(32, 38)
    freezeOn(38)
    await desk.askForChance(token, addDays(START, 45), customer, 'Tunggu gajian')
    await desk.asStaff('suspend', { orderIds: [id], reason: 'Belum dibayar' }, people.admin)
    const html = await see(OrderContract as PanelPart, people.admin, { orderId: id })
    for (const words of [
      '1 dari 4 lunas',
      'Rp900.000',
      'terlambat 7 hari',
      'Harus mati',
      'Belum dibayar',
      '“Tunggu gajian”',
      'Beri kesempatan',
      'Tolak',
      'Catat transfer',
    ]) {
      expect(html).toContain(words)
    }
    expect(html).not.toContain('Ubah jadwal')
    expect(html).not.toContain('Cabut')
    await desk.grant(id, 41)
    const owner = await see(OrderContract as PanelPart, people.owner, { orderId: id })
    for (const words of ['Harus menyala', 'Kesempatan (1 diberikan)', 'Cabut', 'Ubah jadwal']) {
      expect(owner).toContain(words)
    }
    expect(owner).not.toContain('Beri kesempatan')
  })

  it('is not there for others, nor for orders that are paid at once', async () => {
    const { customer, id } = await running()
    for (const by of [undefined, customer, people.editor]) {
      expect(await see(OrderContract as PanelPart, by, { orderId: id })).toBe('')
    }
    const { order } = await inUse.buyer.buy()
    const [row] = await readRows<{ id: string }>(
      inUse.shop.payload,
      sql`select id from orders where token = ${order.token}`,
    )
    expect(await see(OrderContract as PanelPart, people.admin, { orderId: row?.id })).toBe('')
  })
})

describe('The dry run', () => {
  it('says for a day what would happen and why, and changes nothing', async () => {
    const { id, order, token } = await running()
    await sweepThrough(1, 37)
    freezeOn(38, 7)
    const day = addDays(START, 38)
    const before = await readRows(
      inUse.shop.payload,
      sql`select * from ladder_steps
      where order_id = ${id} order by step`,
    )
    const run = await findDryRun(inUse.shop.payload, day)
    expect(run.rows).toMatchObject([
      { daysLate: 7, decisions: [{ kind: 'do', step: 'suspend' }], orderId: id },
    ])
    const html = await open(DryRunView, people.admin, { query: { tanggal: day } })
    expect(html).toContain(order.number)
    expect(html).toContain(
      'Cicilan 2: penangguhan diusulkan kepada admin, 7 hari setelah jatuh tempo (5 Januari 2027).',
    )
    expect(html).toContain('Ini hanya pratinjau.')
    const after = await readRows(
      inUse.shop.payload,
      sql`select * from ladder_steps
      where order_id = ${id} order by step`,
    )
    expect(after).toEqual(before)
    await desk.sweep(38)
    expect(await desk.caseState(token)).toBe('awaiting')
    expect((await countCases(inUse.shop.payload)).proposed).toBe(1)
  })

  it('names what holds a step up', async () => {
    const { id } = await running()
    await sweepThrough(1, 36)
    freezeOn(36)
    await desk.grant(id, 40)
    const html = await open(DryRunView, people.admin, { query: { tanggal: addDays(START, 37) } })
    expect(html).toContain('menunggu: kesempatan sedang berjalan.')
  })

  it('shows today and says so when the day is none', async () => {
    const html = await open(DryRunView, people.admin, { query: { tanggal: '2027-02-30' } })
    expect(html).toContain('Ini bukan tanggal.')
    expect(html).toContain('5 Desember 2026')
    const past = await open(DryRunView, people.admin, { query: { tanggal: '2026-12-01' } })
    expect(past).toContain('Tanggal itu sudah lewat.')
  })
})
