import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { endExports } from '@/plugin/hosting/ending/terminate'
import { slugsOf, sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { findServiceRows } from '@/plugin/suspensions'
import { countRows, readRows } from '../../support/books'
import { makeHostingDesk } from '../../support/hostingDesk'
import { callShop } from '../../support/purchase'
import type { LoggedIn } from '../../support/people'
import { useShop } from '../../support/useShop'

const inUse = useShop({ MAIL_ADMIN: 'admin@lunas.test', RATE_LIMIT_FACTOR: '0' })
const desk = makeHostingDesk(inUse)
const { panel } = desk

const DAY = 86_400_000

let spare = ''

/** The shop sells no more than it has room for: a server rests only after it was sold on. */
const rest = (isInMaintenance: boolean) => desk.changeServer(spare, { isInMaintenance })

beforeAll(async () => {
  await desk.enter()
  spare = await desk.addServer({ isInMaintenance: true, region: 'Cadangan' })
})
beforeEach(() => {
  panel.heal()
})
afterEach(async () => {
  // Each rule begins with nobody waiting and no room.
  panel.heal()
  await rest(false)
  await desk.pass(61_000)
  await rest(true)
  await readRows(
    inUse.shop.payload,
    sql`update hosting_servers s set slots = (select count(*) from hosting_accounts a
      where a.server_id = s.id and a.state not in ('terminated', 'dropped')) where s.id <> ${spare}::uuid`,
  )
  clock.release()
})

const bought = async () => {
  await rest(false)
  const made = await desk.paid()
  await rest(true)
  return { ...made, accountId: (await desk.account(made.token)).id }
}

type Service = { state: string; trouble: null | { kind: string } }

const look = async (id: string, by: LoggedIn): Promise<Service> =>
  (
    await callShop<{ service: Service }>(inUse.shop, `/api/shop/hosting/${id}`, {
      headers: by.headers,
    })
  ).json.service

const create = (id: string, by: LoggedIn, body: object = {}) =>
  callShop<{ errors?: { field?: string }[]; service: Service }>(
    inUse.shop,
    `/api/shop/hosting/${id}/create`,
    { body: { domain: `${id.slice(-12)}.contoh.id`, ...body }, headers: by.headers },
  )

let asked = 0

/** Paid for and asked for, with no server that has room. */
const waiting = async () => {
  const made = await bought()
  asked += 1
  clock.freeze(new Date(clock.now().getTime() + asked * 1_000))
  const answer = await create(made.accountId, made.customer)
  expect(answer.status).toBe(202)
  return { ...made, answer }
}

const isListed = async (id: string): Promise<boolean> =>
  (await findServiceRows({ filter: 'apart', page: 1, payload: inUse.shop.payload })).rows.some(
    (row) => row.id === id,
  )

describe('A service that is paid for and finds no free server', () => {
  it('waits: the customer reads what comes next, staff are called once and see it in their list', async () => {
    const { accountId, answer, customer, token } = await waiting()
    expect(answer.json.service).toMatchObject({
      state: 'provisioning',
      trouble: { kind: 'waiting' },
    })
    for (let minute = 0; minute < 15; minute += 1) {
      await desk.pass(61_000)
    }
    expect(await desk.news(token)).toEqual(['hosting.alarm → staff'])
    expect(await isListed(accountId)).toBe(true)
    expect(await look(accountId, customer)).toMatchObject({ trouble: { kind: 'waiting' } })
    expect(await desk.calls(accountId)).toEqual([])
  })

  it('is made by itself as soon as a server is added', async () => {
    const { accountId, customer, token } = await waiting()
    await desk.addServer({ slots: 1 })
    await desk.drain()
    expect(await desk.account(token)).toMatchObject({ alarmed: false, state: 'active' })
    expect(await look(accountId, customer)).toMatchObject({ state: 'active', trouble: null })
    expect(await isListed(accountId)).toBe(false)
    expect(await desk.toldCustomer(token)).toEqual(['hosting.ready'])
  })

  it('gets the slot that another service gives back, the longest waiting first, and nobody else', async () => {
    await desk.addServer({ slots: 1 })
    const held = await desk.running()
    const first = await waiting()
    const second = await waiting()
    const end = (deed: string, by: LoggedIn, body: object = {}) =>
      callShop(inUse.shop, `/api/hosting-accounts/${held.accountId}/${deed}`, {
        body,
        headers: by.headers,
      })
    await end('terminate', desk.people.admin, { reason: 'Pelanggan pindah' })
    await end('terminate/agree', desk.people.owner)
    clock.freeze(new Date(clock.now().getTime() + 16 * DAY))
    await endExports(inUse.shop.payload, clock.now())
    await desk.drain(3)
    await desk.drain()
    const states = []
    for (const { token } of [held, first, second]) {
      states.push((await desk.account(token)).state)
    }
    expect(states).toEqual(['terminated', 'active', 'provisioning'])
    expect((await look(second.accountId, second.customer)).trouble).toEqual({ kind: 'waiting' })
  })

  it('is called out again when it comes to that a second time', async () => {
    const { accountId, token } = await waiting()
    panel.fault('create', 'no', 1)
    const server = await desk.addServer({ slots: 1 })
    await desk.drain()
    expect((await desk.account(token)).state).toBe('failed')
    await desk.changeServer(server, { slots: 0 })
    clock.freeze(new Date(clock.now().getTime() + 1_000))
    await desk.ask(accountId)
    const alarms = (await desk.news(token)).filter((line) => line === 'hosting.alarm → staff')
    // No room, refused by the server, no room again.
    expect(alarms).toHaveLength(3)
  })

  it('is not made while there is a reason to be off, and is when that is gone', async () => {
    const { id, token } = await waiting()
    await desk.block(id, 'admin')
    await desk.addServer({ slots: 1 })
    await desk.drain()
    expect(await desk.account(token)).toMatchObject({ server: null, wanted: 'off' })
    await desk.unblock(id, 'admin')
    await desk.drain()
    expect((await desk.account(token)).state).toBe('active')
  })

  it('may choose another region where there is room, and none that is not there', async () => {
    await desk.addServer({ region: 'Solo', slots: 1 })
    const { accountId: id, customer, token } = await bought()
    const odd = await create(id, customer, { region: 'Atlantis' })
    expect([odd.status, odd.json.errors?.[0]?.field]).toEqual([422, 'region'])
    const good = await create(id, customer, { region: 'Solo' })
    expect(good.status).toBe(202)
    await desk.drain()
    expect((await desk.account(token)).state).toBe('active')
    const late = await bought()
    const nowhere = await create(late.accountId, late.customer, { region: 'Atlantis' })
    expect([nowhere.status, nowhere.code]).toEqual([409, 'hosting.noServer'])
    expect(nowhere.json.errors?.[0]?.field).toBe('region')
  })
})

describe('The slots of a server', () => {
  const holding = async (count: number): Promise<string> => {
    const id = await desk.addServer({ region: 'Penuh', slots: 10 })
    for (let at = 0; at < count; at += 1) {
      const { accountId } = await bought()
      await desk.ask(accountId, { region: 'Penuh' })
    }
    await desk.drain()
    return id
  }

  const change = (id: string, body: object, by: LoggedIn) =>
    callShop<{ errors?: { data?: { field?: string }; message?: string }[] }>(
      inUse.shop,
      `/api/${slugsOf(inUse.shop.payload).hostingServers}/${id}`,
      { body, headers: by.headers, method: 'PATCH' },
    )

  const slotsOf = async (id: string): Promise<number> =>
    Number(
      (
        await readRows<{ slots: string }>(
          inUse.shop.payload,
          sql`select slots from hosting_servers where id = ${id}::uuid`,
        )
      )[0]?.slots,
    )

  it('never fall below what is in use: the field is named, in words', async () => {
    const id = await holding(2)
    const refused = await change(id, { slots: 1 }, desk.people.owner)
    expect(refused.status).toBe(409)
    expect(refused.json.errors?.[0]).toMatchObject({
      data: { code: 'hosting.slotsInUse', field: 'slots' },
      message: 'Server ini sedang menampung 2 layanan. Slot tidak boleh kurang dari itu.',
    })
    expect(await slotsOf(id)).toBe(10)
    expect((await change(id, { slots: 2 }, desk.people.admin)).status).toBe(200)
    expect(await slotsOf(id)).toBe(2)
  })

  it('are kept by the database itself', async () => {
    const id = await holding(1)
    await expect(
      readRows(
        inUse.shop.payload,
        sql`update hosting_servers set slots = 0 where id = ${id}::uuid`,
      ),
    ).rejects.toThrow()
    expect(await slotsOf(id)).toBe(10)
    await readRows(
      inUse.shop.payload,
      sql`update hosting_servers set slots = 1 where id = ${id}::uuid`,
    )
  })

  it('are not overbooked when they fall in the moment in which services come', async () => {
    const id = await desk.addServer({ region: 'Rebutan', slots: 6 })
    const ids: string[] = []
    for (let at = 0; at < 6; at += 1) {
      ids.push((await bought()).accountId)
    }
    await Promise.allSettled([
      ...ids.map((each) => desk.ask(each, { region: 'Rebutan' })),
      ...[5, 4, 3, 2].map((slots) => change(id, { slots }, desk.people.owner)),
    ])
    const held = await countRows(
      inUse.shop.payload,
      sql`hosting_accounts where server_id = ${id}::uuid and state not in ('terminated', 'dropped')`,
    )
    expect(held).toBeLessThanOrEqual(await slotsOf(id))
    await desk.drain()
  })
})
