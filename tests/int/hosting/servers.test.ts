import { randomUUID } from 'node:crypto'

import { beforeAll, describe, expect, it } from 'vitest'

import { hostingRuntime } from '@/plugin/hosting'
import { openServerCredential } from '@/plugin/hosting/servers/credential'
import { slugsOf, sql } from '@/plugin/kernel/payload'
import { readRows } from '../../support/books'
import { makeHostingDesk } from '../../support/hostingDesk'
import type { LoggedIn } from '../../support/people'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop({ MAIL_ADMIN: 'admin@lunas.test', RATE_LIMIT_FACTOR: '0' })
const desk = makeHostingDesk(inUse)

const SECRET = 'sangat-rahasia-4711'

beforeAll(() => desk.enter())

type Doc = Record<string, unknown>
type Answered = { doc: Doc; docs: Doc[]; result: { isGood: boolean; note: string } } & Doc

const call = (path: string, by: LoggedIn | undefined, body?: object, method?: string) =>
  callShop<Answered>(inUse.shop, `/api/${slugsOf(inUse.shop.payload).hostingServers}${path}`, {
    ...(body && { body }),
    ...(method && { method }),
    headers: by?.headers ?? {},
  })

const wishOf = (changes: object = {}) => ({
  address: 'https://panel.lunas.test:2087',
  credential: SECRET,
  driver: 'whm',
  kinds: ['vps'],
  name: `s-${randomUUID().slice(0, 8)}`,
  region: 'Jakarta',
  slots: 5,
  ...changes,
})

const add = async (changes: object = {}): Promise<string> => {
  const { json, status } = await call('', desk.people.owner, wishOf(changes))
  expect(status).toBe(201)
  return String(json.doc.id)
}

const sealedOf = async (id: string): Promise<null | string> =>
  (
    await readRows<{ sealed: null | string }>(
      inUse.shop.payload,
      sql`select credential_sealed as sealed from hosting_servers where id = ${id}::uuid`,
    )
  )[0]?.sealed ?? null

const openedOf = async (id: string): Promise<string> =>
  openServerCredential({
    payload: inUse.shop.payload,
    sealed: (await sealedOf(id)) ?? '',
    serverId: id,
  })

describe('The credential of a server', () => {
  it('is written, sealed for that server alone, and read by nobody', async () => {
    const { json } = await call('', desk.people.owner, wishOf())
    const id = String(json.doc.id)
    expect(JSON.stringify(json)).not.toContain(SECRET)
    expect(await sealedOf(id)).not.toContain(SECRET)
    expect(await openedOf(id)).toBe(SECRET)
    const other = await add()
    expect(await sealedOf(other)).not.toBe(await sealedOf(id))
    const sealed = (await sealedOf(id)) ?? ''
    expect(() =>
      openServerCredential({ payload: inUse.shop.payload, sealed, serverId: other }),
    ).toThrow()
    const { admin, editor, other: customer, owner } = desk.people
    for (const by of [owner, admin, editor, customer, undefined]) {
      const paths = [
        `/${id}`,
        `/${id}?depth=2&select[credential]=true&select[credentialSealed]=true`,
        `?where[id][equals]=${id}`,
        `?where[credentialSealed][like]=${sealed.slice(0, 8)}`,
        `?sort=credentialSealed`,
      ]
      for (const path of paths) {
        const text = JSON.stringify((await call(path, by)).json)
        expect([path, text.includes(SECRET), text.includes(sealed)]).toEqual([path, false, false])
        expect(text).not.toContain('credentialSealed":"')
      }
    }
  })

  it('stays when it is left empty, and changes with a new one', async () => {
    const id = await add()
    const { owner } = desk.people
    await call(`/${id}`, owner, { region: 'Bandung' }, 'PATCH')
    await call(`/${id}`, owner, { credential: '' }, 'PATCH')
    expect(await openedOf(id)).toBe(SECRET)
    await call(`/${id}`, owner, { credential: 'baru-0815' }, 'PATCH')
    expect(await openedOf(id)).toBe('baru-0815')
    await call(`/${id}`, owner, { credentialSealed: 'x' }, 'PATCH')
    expect(await openedOf(id)).toBe('baru-0815')
  })

  it('is changed by owners alone, as the address and the kind are', async () => {
    const id = await add()
    const before = await sealedOf(id)
    const change = { address: 'https://jahat.example', credential: 'x', driver: 'manual', slots: 7 }
    expect((await call(`/${id}`, desk.people.admin, change, 'PATCH')).status).toBe(200)
    const { json } = await call(`/${id}`, desk.people.owner)
    expect(json).toMatchObject({
      address: 'https://panel.lunas.test:2087',
      driver: 'whm',
      slots: 7,
    })
    expect(await sealedOf(id)).toBe(before)
    for (const by of [desk.people.editor, desk.people.other, undefined]) {
      expect((await call(`/${id}`, by, change, 'PATCH')).status).toBe(403)
      expect((await call(`/${id}`, by)).status).toBe(403)
    }
  })

  it('is in no answer of the test, and in no note', async () => {
    const id = await add()
    const { drivers } = hostingRuntime.get(inUse.shop.payload)
    let seen = ''
    Object.assign(drivers.whm, {
      testConnection: ({ credential }: { credential: string }) => {
        seen = credential
        return Promise.resolve({ kind: 'rejected', reason: 'Token ditolak' })
      },
    })
    const bad = await call(`/${id}/test`, desk.people.admin, {})
    expect(bad.json.result).toEqual({ isGood: false, note: 'Token ditolak' })
    expect(seen).toBe(SECRET)
    expect((await call(`/${id}`, desk.people.admin)).json).toMatchObject({
      isTestGood: false,
      testNote: 'Token ditolak',
    })
    Object.assign(drivers.whm, {
      testConnection: () => Promise.resolve({ kind: 'ok', value: { note: 'cPanel 128' } }),
    })
    const good = await call(`/${id}/test`, desk.people.owner, {})
    expect(good.json.result).toEqual({ isGood: true, note: 'cPanel 128' })
    expect((await call(`/${id}`, desk.people.admin)).json).toMatchObject({ isTestGood: true })
  })
})

describe('The door that tests a server', () => {
  it('opens to admins and owners alone, and knows no other id', async () => {
    const id = await add()
    const statusOf = async (by?: LoggedIn, path = `/${id}/test`) =>
      (await call(path, by, {})).status
    const { admin, editor, other, owner } = desk.people
    expect([await statusOf(), await statusOf(other), await statusOf(editor)]).toEqual([
      401, 403, 403,
    ])
    expect([await statusOf(admin), await statusOf(owner)]).toEqual([200, 200])
    expect([
      await statusOf(admin, '/x/test'),
      await statusOf(admin, `/${randomUUID()}/test`),
    ]).toEqual([404, 404])
  })
})

describe('A server', () => {
  it.each([
    [{ driver: 'whm', address: '' }, 422],
    [{ driver: 'manual', settings: {} }, 422],
    [{ slots: -1 }, 400],
    [{ slots: 1.5 }, 400],
    [{ kinds: [] }, 400],
    [{ kinds: ['konsultasi'] }, 400],
    [{ name: '' }, 400],
  ])('is refused with %j', async (change, status) => {
    const answer = await call('', desk.people.owner, wishOf(change))
    expect(answer.status).toBe(status)
  })

  it('that holds services is not deleted', async () => {
    const id = await add({ region: 'Hapus' })
    const { token } = await desk.paid()
    await desk.ask((await desk.account(token)).id, { region: 'Hapus' })
    await desk.drain()
    const kept = await call(`/${id}`, desk.people.owner, undefined, 'DELETE')
    expect(kept.status).toBe(409)
    expect((await desk.account(token)).server).toBe(id)
    const empty = await add()
    expect((await call(`/${empty}`, desk.people.admin, undefined, 'DELETE')).status).toBe(403)
    expect((await call(`/${empty}`, desk.people.owner, undefined, 'DELETE')).status).toBe(200)
  })
})
