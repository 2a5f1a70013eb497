import type { ReactElement } from 'react'

import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { clock } from '@/plugin/kernel/time'
import {
  countServices,
  findServiceRows,
  findSuspensionTodos,
  type ServiceFilter,
} from '@/plugin/suspensions'
import { SERVICE_FILTERS } from '@/plugin/suspensions/queries/findServiceRows'
import { SuspensionsView } from '@/plugin/suspensions/admin/SuspensionsView'
import { makeHostingDesk } from '../../support/hostingDesk'
import { makePanelPages } from '../../support/panelPages'
import { callShop } from '../../support/purchase'
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

const inUse = useShop({ MAIL_ADMIN: 'admin@lunas.test', RATE_LIMIT_FACTOR: '0' })
const desk = makeHostingDesk(inUse)
const { open } = makePanelPages(inUse)
const { panel } = desk

const LATE = 38

beforeAll(async () => {
  await desk.enter()
  await desk.addServer()
})
beforeEach(() => {
  panel.heal()
})
afterEach(() => {
  clock.release()
})

const list = async (filter: ServiceFilter): Promise<string[]> =>
  (await findServiceRows({ filter, page: 1, payload: inUse.shop.payload })).rows.map(({ id }) => id)

/** In which lists a service stands. */
const listsOf = async (id: string): Promise<ServiceFilter[]> => {
  const filters = ['proposed', 'suspended', 'paidButOff', 'chance', 'apart', 'ending'] as const
  const found = await Promise.all(filters.map(list))
  return filters.filter((_, at) => found[at]?.includes(id))
}

const suspend = (accountId: string) =>
  callShop(inUse.shop, '/api/hosting-accounts/suspend', {
    body: { accountIds: [accountId], cause: 'unpaid', reason: 'Belum dibayar' },
    headers: desk.people.admin.headers,
  })

const inArrears = async () => {
  const made = await desk.running()
  await desk.sweepThrough(32, LATE)
  desk.freezeOn(LATE)
  return made
}

describe('The lists of services', () => {
  it('show a suspension from its proposal until its payment', async () => {
    const { accountId, token } = await inArrears()
    expect(await listsOf(accountId)).toEqual(['proposed'])
    const { rows } = await findServiceRows({
      filter: 'proposed',
      page: 1,
      payload: inUse.shop.payload,
    })
    expect(rows.find(({ id }) => id === accountId)).toMatchObject({
      amount: 300_000,
      blockers: [],
      observed: 'on',
      proposedOn: '2027-01-12',
      state: 'active',
      wanted: 'on',
    })
    await suspend(accountId)
    expect(await listsOf(accountId)).toEqual(['suspended', 'apart'])
    await desk.drain()
    expect(await listsOf(accountId)).toEqual(['suspended'])
    await desk.pay(token)
    expect(await listsOf(accountId)).toEqual(['suspended', 'paidButOff', 'apart'])
    await desk.drain()
    expect(await listsOf(accountId)).toEqual([])
    expect(await list('all')).toContain(accountId)
  })

  it('show nobody who has paid and is off, once all work is done', async () => {
    const made = [await inArrears(), await inArrears()]
    for (const { accountId, token } of made) {
      await suspend(accountId)
      await desk.drain()
      await desk.pay(token)
    }
    await desk.drain()
    expect(await list('paidButOff')).toEqual([])
    expect((await countServices(inUse.shop.payload)).paidButOff).toBe(0)
    const [paidButOff] = await findSuspensionTodos(inUse.shop.payload)
    expect(paidButOff?.count).toBe(0)
  })

  it('show who owes nothing and is off for money all the same: something went wrong', async () => {
    const { accountId, id } = await desk.running()
    await desk.block(id, 'unpaid')
    await desk.drain()
    expect(await listsOf(accountId)).toEqual(['suspended', 'paidButOff'])
    const [paidButOff] = await findSuspensionTodos(inUse.shop.payload)
    expect(paidButOff?.count).toBe(1)
    await desk.unblock(id, 'unpaid')
    await desk.drain()
    expect(await listsOf(accountId)).toEqual([])
  })

  it('show a chance in its last days, until it is over', async () => {
    const { accountId, id } = await inArrears()
    await suspend(accountId)
    await desk.grant(id, LATE + 5)
    await desk.drain()
    expect(await listsOf(accountId)).toEqual([])
    desk.freezeOn(LATE + 3)
    expect(await listsOf(accountId)).toEqual(['chance'])
    await desk.sweepThrough(LATE + 4, LATE + 6)
    desk.freezeOn(LATE + 6)
    expect(await listsOf(accountId)).not.toContain('chance')
  })

  it('show what is not as it is wanted, and why, until it is', async () => {
    const { accountId, id } = await desk.running()
    panel.fault('suspend', 'away')
    await desk.block(id, 'admin')
    await desk.drain()
    expect(await listsOf(accountId)).toEqual(['suspended', 'apart'])
    const { rows } = await findServiceRows({
      filter: 'apart',
      page: 1,
      payload: inUse.shop.payload,
    })
    const row = rows.find((each) => each.id === accountId)
    expect(row).toMatchObject({ lastError: 'connect ECONNREFUSED', observed: 'on', wanted: 'off' })
    expect(row?.nextTryAt).not.toBeNull()
    panel.heal()
    await desk.pass(60_000)
    expect(await listsOf(accountId)).toEqual(['suspended'])
  })

  it('show what could not be made, until it is', async () => {
    panel.fault('create', 'no', 1)
    const { accountId } = await desk.running()
    expect(await listsOf(accountId)).toEqual(['apart'])
    await desk.ask(accountId)
    await desk.drain()
    expect(await listsOf(accountId)).toEqual([])
  })

  it('show whose end people have to decide: asked for, proposed, or not renewed', async () => {
    const { accountId, customer } = await desk.running()
    const press = (deed: string, body: object) =>
      callShop(inUse.shop, `/api/shop/hosting/${accountId}/${deed}`, {
        body,
        headers: customer.headers,
      })
    await press('ending', { when: 'end' })
    expect(await listsOf(accountId)).toEqual(['ending'])
    await press('keep', {})
    expect(await listsOf(accountId)).toEqual([])
    desk.freezeOn(366)
    expect(await listsOf(accountId)).toEqual(['ending'])
  })

  it('count what they show', async () => {
    await inArrears()
    const counts = await countServices(inUse.shop.payload)
    for (const filter of SERVICE_FILTERS) {
      const { total } = await findServiceRows({ filter, page: 1, payload: inUse.shop.payload })
      expect([filter, total]).toEqual([filter, counts[filter]])
    }
    expect(counts.proposed).toBeGreaterThan(0)
  })
})

describe('The page of the list', () => {
  it('is for admins and owners; others are led to the login', async () => {
    const { admin, editor, other, owner } = desk.people
    for (const by of [admin, owner]) {
      expect(await open(SuspensionsView, by)).toContain('<h1>Suspensi</h1>')
    }
    for (const by of [undefined, editor, other]) {
      expect(await open(SuspensionsView, by)).toContain('/admin/login')
    }
  })

  it('tells what is owed, what is wanted and what was seen, and says when a list is empty', async () => {
    const { accountId, token } = await inArrears()
    const { domain } = await desk.account(token)
    const page = await open(SuspensionsView, desk.people.admin, { query: { tampil: 'proposed' } })
    for (const words of [domain ?? '', 'Rp300.000', 'Usulan penangguhan', 'Diinginkan: Menyala']) {
      expect(page).toContain(words)
    }
    expect(page).toContain(accountId)
    const empty = await open(SuspensionsView, desk.people.admin, {
      query: { tampil: 'paidButOff' },
    })
    expect(empty).toContain('Tidak ada yang sudah lunas tetapi mati.')
    const odd = { query: { page: '-7', tampil: '<script>' } }
    expect(await open(SuspensionsView, desk.people.admin, odd)).toContain('Suspensi')
  })
})
