import { afterEach, beforeAll, describe, expect, it } from 'vitest'

import { findProductBySlug } from '@/plugin'
import { findStock, hostingReconcileTask } from '@/plugin/hosting'
import { sql, statementsOn } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { createProduct } from '../../factories/product'
import { countRows, readRows } from '../../support/books'
import { makeHostingDesk } from '../../support/hostingDesk'
import { makeMover } from '../../support/moves'
import { callShop, validOrder } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop({ MAIL_ADMIN: 'admin@lunas.test' })
const desk = makeHostingDesk(inUse)

beforeAll(() => desk.enter())
afterEach(() => {
  clock.release()
})

const statesOf = async (token: string): Promise<string[]> =>
  (await desk.accounts(token)).map(({ state }) => state)

const strikeHour = () =>
  hostingReconcileTask.run(
    {},
    {
      attempt: 1,
      jobId: '0',
      maxAttempts: 1,
      now: clock.now(),
      payload: inUse.shop.payload,
      signal: new AbortController().signal,
    },
  )

describe('The services of an order', () => {
  it('are born with it, locked, and may be created with the first money', async () => {
    desk.freezeOn(0)
    const { order, token } = await desk.order()
    expect(await statesOf(token)).toEqual(['locked'])
    const { services } = await desk.look(token)
    expect(services).toMatchObject([{ domain: null, state: 'locked', wanted: 'off' }])
    expect(order.services).toEqual(services)
    await desk.pay(token)
    expect(await statesOf(token)).toEqual(['ready'])
    expect((await desk.look(token)).services).toMatchObject([{ state: 'ready' }])
  })

  it('are one per unit of what is hosting, and none of what is not', async () => {
    clock.release()
    const wish = { contractMonths: 1, kind: 'vps', plans: [{ key: '2x', tenor: 2 }], price: 50_000 }
    const { slug } = await createProduct({ payload: inUse.shop.payload, wish })
    const items = [
      { product: slug, quantity: 3 },
      { product: 'konsultasi', quantity: 1 },
    ]
    const { json } = await callShop<{ order: { token: string } }>(inUse.shop, '/api/shop/orders', {
      body: validOrder({ items }),
    })
    expect(await statesOf(json.order.token)).toEqual(['locked', 'locked', 'locked'])
  })

  it('cannot be asked for before they are paid for', async () => {
    desk.freezeOn(0)
    const { token } = await desk.order()
    const { id } = await desk.account(token)
    await expect(desk.ask(id)).rejects.toMatchObject({ code: 'event.notAllowed' })
  })

  it('are dropped when the order is cancelled', async () => {
    desk.freezeOn(0)
    const { id, token } = await desk.order()
    const move = makeMover(() => inUse.shop)
    const ask = { event: 'cancel', reason: 'Salah pesan' }
    expect((await move({ collection: 'orders', id }, ask, desk.people.admin)).status).toBe(200)
    expect(await statesOf(token)).toEqual(['dropped'])
  })

  it('of an older order come by the clock, and by its first money', async () => {
    desk.freezeOn(0)
    const older = await desk.order()
    const newer = await desk.order()
    await readRows(
      inUse.shop.payload,
      sql`delete from hosting_accounts where order_id in (${older.id}, ${newer.id})`,
    )
    await desk.pay(newer.token)
    expect(await statesOf(newer.token)).toEqual(['ready'])
    await strikeHour()
    await strikeHour()
    expect(await statesOf(older.token)).toEqual(['locked'])
  })

  it('are refused to a stranger who names his own account', async () => {
    const { token } = await desk.paid()
    const { id } = await desk.account(token)
    const customerId = desk.people.other.id
    await expect(desk.ask(id, { customerId })).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('What is asked for', () => {
  beforeAll(() => desk.addServer())

  it('goes to the emptiest server of its region that is not in maintenance', async () => {
    const full = await desk.addServer({ region: 'Bandung', slots: 1 })
    const free = await desk.addServer({ region: 'Bandung', slots: 10 })
    const resting = await desk.addServer({ isInMaintenance: true, region: 'Bandung' })
    const servers: (null | string)[] = []
    for (let count = 0; count < 3; count += 1) {
      const { token } = await desk.paid()
      const { id } = await desk.account(token)
      await desk.ask(id, { region: 'Bandung' })
      servers.push((await desk.account(token)).server)
    }
    expect(servers.filter((id) => id === full)).toHaveLength(1)
    expect(servers.filter((id) => id === free)).toHaveLength(2)
    expect(servers).not.toContain(resting)
    const { token } = await desk.paid()
    const { id } = await desk.account(token)
    await expect(desk.ask(id, { region: 'Medan' })).rejects.toMatchObject({
      code: 'hosting.noServer',
    })
  })

  it('has a domain that no other service has', async () => {
    const domain = 'satu-satunya.contoh.id'
    const first = await desk.paid()
    const second = await desk.paid()
    await desk.ask((await desk.account(first.token)).id, { domain })
    const { id } = await desk.account(second.token)
    await expect(desk.ask(id, { domain })).rejects.toMatchObject({
      code: 'hosting.domainTaken',
      details: { field: 'domain' },
    })
  })

  it('is asked for once, though two ask at the same moment', async () => {
    const { token } = await desk.paid()
    const { id } = await desk.account(token)
    const answers = await Promise.allSettled([desk.ask(id), desk.ask(id), desk.ask(id)])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await desk.account(token)).wish).toBe(1)
  })

  it('waits while there is a reason to be off', async () => {
    const { id, token } = await desk.paid()
    await desk.block(id)
    const { id: accountId } = await desk.account(token)
    await expect(desk.ask(accountId)).rejects.toMatchObject({ code: 'hosting.blocked' })
    await desk.unblock(id)
    await desk.ask(accountId)
  })
})

describe('The stock', () => {
  const stockOf = (kind: string) => findStock(statementsOn(inUse.shop.payload), kind)

  const sell = async () => {
    const wish = {
      contractMonths: 1,
      kind: 'colocation',
      plans: [{ key: '2x', tenor: 2 }],
      price: 50_000,
    }
    return (await createProduct({ payload: inUse.shop.payload, wish })).slug
  }

  const buy = (product: string, quantity = 1) =>
    callShop<{ errors?: { field?: string }[] }>(inUse.shop, '/api/shop/orders', {
      body: validOrder({ items: [{ product, quantity }] }),
    })

  it('is not counted where no server serves the kind, and sold out where all of them rest', async () => {
    expect(await stockOf('dedicated-server')).toBeNull()
    await desk.addServer({ isInMaintenance: true, kinds: ['dedicated-server'] })
    expect(await stockOf('dedicated-server')).toBe(0)
  })

  it('is sold once: of ten buyers of the last one, one gets it', async () => {
    const product = await sell()
    await desk.addServer({ driver: 'manual', kinds: ['colocation'], slots: 3 })
    expect((await buy(product, 2)).status).toBe(201)
    expect(await stockOf('colocation')).toBe(1)
    expect((await findProductBySlug({ payload: inUse.shop.payload, slug: product }))?.stock).toBe(1)
    const answers = await Promise.all(Array.from({ length: 10 }, () => buy(product)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    const refused = answers.filter(({ status }) => status !== 201)
    expect(refused.map(({ code, status }) => [code, status])).toEqual(
      refused.map(() => ['hosting.outOfStock', 409]),
    )
    expect(refused[0]?.json.errors?.[0]?.field).toBe('items.0.quantity')
    expect(await stockOf('colocation')).toBe(0)
    expect(
      await countRows(inUse.shop.payload, sql`hosting_accounts where kind = 'colocation'`),
    ).toBe(3)
  })
})
