import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { slugsOf } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { buildDefaultTemplate } from '@/plugin/spk/template'

import { makeContractDesk } from '../../support/contracts'
import type { LoggedIn } from '../../support/people'
import { callShop } from '../../support/purchase'
import { makeSpkStaffDesk, templateOf } from '../../support/spkStaffDesk'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const desk = makeContractDesk(inUse)
const spks = makeSpkStaffDesk(inUse, desk)

beforeAll(() => desk.enter([], true))
afterAll(() => {
  clock.release()
})

type Doc = { clauses: { body: string; key: string; title: string }[]; version: number }
type Refused = { errors: { data?: { errors?: { message: string; path: string }[] } }[] }

const path = (): string => `/api/${slugsOf(inUse.shop.payload).spkTemplates}`

const change = (id: string, changes: object) =>
  callShop<{ doc: Doc } & Refused>(inUse.shop, `${path()}/${id}`, {
    body: changes,
    headers: desk.people.admin.headers,
    method: 'PATCH',
  })

const create = (changes: object) =>
  callShop<{ doc: Doc } & Refused>(inUse.shop, path(), {
    body: templateOf(changes),
    headers: desk.people.admin.headers,
  })

const faultsOf = ({ json }: { json: Refused }): string[] =>
  json.errors[0]?.data?.errors?.map((fault) => fault.path) ?? []

const clausesWith = (body: string) =>
  buildDefaultTemplate('tempel').clauses.map((clause) =>
    clause.key === 'price' ? { ...clause, body } : clause,
  )

describe('A template', () => {
  it('is offered our clauses, in the words of its way of stamping', async () => {
    const { json, status } = await create({ mode: 'e-last' })
    expect([status, json.doc.version]).toEqual([201, 1])
    const bodies = json.doc.clauses.map(({ body }) => body)
    expect(bodies).toEqual(buildDefaultTemplate('e-last').clauses.map(({ body }) => body))
  })

  it('is refused with each fault at its field', async () => {
    const clauses = clausesWith('PIHAK PERTAMA dapat mengubah ketentuan sewaktu-waktu.').filter(
      ({ key }) => key !== 'privacy',
    )
    const refused = await create({ clauses, house: 'hz 1' })
    expect(refused.status).toBe(400)
    const at = clauses.findIndex(({ key }) => key === 'price')
    expect(faultsOf(refused)).toEqual(
      expect.arrayContaining([`clauses.${at}.body`, 'clauses', 'house']),
    )
  })

  it('knows no placeholder that nobody fills', async () => {
    const refused = await create({ clauses: clausesWith('Harga {{hargaTotall}}.') })
    expect(refused.status).toBe(400)
    const message = refused.json.errors[0]?.data?.errors?.[0]?.message
    expect(message).toContain('hargaTotall')
  })

  it('is never set in type that is too small to read', async () => {
    expect((await create({ fontSize: 9 })).status).toBe(400)
  })

  it('counts each change of its wording, and nothing else', async () => {
    const id = await spks.template()
    expect((await change(id, { name: 'Nama lain' })).json.doc.version).toBe(1)
    expect((await change(id, { version: 9 })).json.doc.version).toBe(1)
    const changed = await change(id, {
      clauses: clausesWith('Harga seluruhnya {{hargaTotal}}, dibayar {{caraBayar}}.'),
    })
    expect([changed.status, changed.json.doc.version]).toEqual([200, 2])
    expect((await change(id, { place: 'Jakarta' })).json.doc.version).toBe(3)
  })

  it('follows a changed way of stamping where its clauses are still ours', async () => {
    const id = await spks.template({ mode: 'e-first' })
    const { json } = await change(id, { mode: 'tempel' })
    const signature = (mode: 'tempel') =>
      buildDefaultTemplate(mode).clauses.find(({ key }) => key === 'signature')?.body
    expect(json.doc.clauses.find(({ key }) => key === 'signature')?.body).toBe(signature('tempel'))
    expect(json.doc.version).toBe(2)
  })

  it('shows what it makes of a sample order, as a draft', async () => {
    const id = await spks.template()
    const response = await fetch(`${inUse.shop.url}${path()}/${id}/preview`, {
      headers: desk.people.admin.headers,
    })
    const bytes = Buffer.from(await response.arrayBuffer())
    expect([response.status, bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    expect(response.headers.get('content-type')).toBe('application/pdf')
  })

  it('does not change what was frozen by it', async () => {
    const id = await spks.template()
    const { spk } = await spks.agreed({ template: id })
    const before = (await spks.look(spk)).current?.contentHash
    await change(id, { place: 'Surabaya' })
    expect((await spks.act(spk, 'issue')).status).toBe(200)
    const { current } = await spks.look(spk)
    expect([current?.contentHash, current?.content.template.version]).toEqual([before, 1])
  })
})

describe('Templates', () => {
  it('are for admins and owners', async () => {
    const id = await spks.template()
    const customer = await desk.logIn()
    const visit = async (by?: LoggedIn) => [
      (await callShop(inUse.shop, `${path()}/${id}`, { headers: by?.headers })).status,
      (await callShop(inUse.shop, `${path()}/${id}/preview`, { headers: by?.headers })).status,
      (await callShop(inUse.shop, path(), { body: templateOf(), headers: by?.headers })).status,
    ]
    expect(await visit()).toEqual([403, 401, 403])
    expect(await visit(customer)).toEqual([403, 403, 403])
    expect(await visit(desk.people.editor)).toEqual([403, 403, 403])
  })
})
