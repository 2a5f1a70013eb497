import { afterEach, beforeAll, describe, expect, it } from 'vitest'

import { queryRows, sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import type { SpkPage } from '@/plugin/spk'
import { readRows } from '../../support/books'
import type { LoggedIn } from '../../support/people'
import { makeSpkDesk } from '../../support/spkDesk'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const desk = makeSpkDesk(inUse)

beforeAll(() => desk.enter())
afterEach(() => clock.release())

const look = (token: string, by?: LoggedIn) => desk.call(desk.byOrder(token), { by })

const step = (token: string, name: string, body: object, by?: LoggedIn) =>
  desk.call(`${desk.byOrder(token)}/${name}`, { body, by })

const remarks = (...fields: string[]) => ({
  remarks: fields.map((field) => ({ field, text: 'Tolong dibetulkan' })),
})

const editionOf = async (spkId: string) => {
  const [row] = await readRows<{ agreedAt: null | string; from: null | string; remarks: unknown }>(
    inUse.shop.payload,
    sql`select remarks, agreed_at as "agreedAt", agreed_from as "from" from spk_editions
      where spk_id = ${spkId} order by edition desc limit 1`,
  )
  return row
}

describe('the page of an agreement', () => {
  it('is for the customer of its order alone', async () => {
    const { customer, token } = await desk.proposed()
    const { json, status } = await look(token, customer)
    expect(status).toBe(200)
    expect(json.spk).toMatchObject({
      can: ['remark', 'confirmContent', 'decline'],
      isConfirmed: false,
      orderToken: token,
      proof: 'session',
      state: 'validating',
      turn: 'customer',
    })
    expect(await look(token)).toMatchObject({ code: 'auth.required', status: 401 })
    expect(await look(token, desk.people.other)).toMatchObject({
      code: 'order.notFound',
      status: 404,
    })
    for (const role of ['editor', 'admin', 'owner'] as const) {
      expect(await look(token, desk.people[role])).toMatchObject({
        code: 'auth.forbidden',
        status: 403,
      })
    }
    expect((await look('x', customer)).code).toBe('order.notFound')
  })

  it('shows no content while staff write, and says who acts next', async () => {
    const { customer, id, token } = await desk.proposed()
    await desk.fire(id, 'withdraw')
    const { json } = await look(token, customer)
    expect(json.spk).toMatchObject({ can: [], content: null, state: 'draft', turn: 'staff' })
    expect(json.spk.story.map(({ by, event }) => `${event} ${by}`)).toEqual([
      'propose staff',
      'withdraw staff',
    ])
  })

  it('names what differs from the edition before', async () => {
    const { customer, id, token } = await desk.proposed()
    expect((await look(token, customer)).json.spk.changes).toEqual([])
    await step(token, 'remarks', remarks('place'), customer)
    await desk.fire(id, 'revise')
    await desk.propose(id, { place: 'Jakarta' })
    expect((await look(token, customer)).json.spk.changes).toEqual([
      { after: 'Jakarta', before: 'Bandung', field: 'place', label: { en: 'Place', id: 'Tempat' } },
    ])
  })

  it('shows nothing of a customer whose data were erased', async () => {
    const { customer, id, spkId, token } = await desk.proposed()
    await desk.fire(id, 'cancel')
    await queryRows(
      inUse.shop.payload,
      sql`update spk_editions set content = '{}'::jsonb where spk_id = ${spkId}`,
    )
    const { json, status } = await look(token, customer)
    expect([status, json.spk.content, json.spk.state]).toEqual([200, null, 'cancelled'])
  })
})

describe('corrections', () => {
  it('are asked for part by part, kept with the edition and told to staff', async () => {
    const { customer, spkId, token } = await desk.proposed()
    const asked = remarks('customer.name', 'clauses.objek.body', '')
    const { json, status } = await step(token, 'remarks', asked, customer)
    expect([status, json.spk.state]).toEqual([200, 'revisionRequested'])
    expect(json.spk.remarks[0]).toEqual({
      field: 'customer.name',
      label: { en: 'Customer', id: 'Nama pelanggan' },
      text: 'Tolong dibetulkan',
    })
    expect((await editionOf(spkId))?.remarks).toEqual(asked.remarks)
    expect(await desk.told(spkId)).toContain('spk.remarked')
  })

  it('are refused without a remark, about parts that are not there, and with too many letters', async () => {
    const { customer, id, token } = await desk.proposed()
    const tries: [object, string][] = [
      [{ remarks: [] }, 'spk.remarkRequired'],
      [{ remarks: [{ field: '', text: '  ' }] }, 'spk.remarkRequired'],
      [{ remarks: [{ field: '', text: 'x'.repeat(1_001) }] }, 'spk.remarkRequired'],
      [remarks('customer.nik'), 'spk.remarkField'],
      [{}, 'input.invalid'],
    ]
    for (const [body, code] of tries) {
      const answer = await step(token, 'remarks', body, customer)
      expect([answer.code, answer.status < 500]).toEqual([code, true])
    }
    expect((await desk.spkOf(id))?.state).toBe('validating')
  })

  it('may be asked for once more after it was issued, before it is signed', async () => {
    const { customer, token } = await desk.signing()
    const { json } = await step(token, 'remarks', remarks('price.total'), customer)
    expect(json.spk.state).toBe('revisionRequested')
    expect(json.spk.story.at(-1)).toMatchObject({ by: 'customer', event: 'refuseContent' })
  })
})

describe('"Data benar"', () => {
  it('confirms exactly what was shown; when and from which network is kept, not the address', async () => {
    const { customer, hash, spkId, token } = await desk.proposed()
    const other = await step(token, 'confirm', { hash: 'f'.repeat(64) }, customer)
    expect([other.status, other.code]).toEqual([409, 'event.guardRefused'])
    const { json } = await step(token, 'confirm', { hash }, customer)
    expect(json.spk).toMatchObject({ state: 'dataConfirmed', turn: 'staff' })
    const edition = await editionOf(spkId)
    expect(edition?.agreedAt).not.toBeNull()
    expect(edition?.from).toMatch(/^[0-9a-f]{16}$/)
    const [move] = await readRows<{ label: string; metadata: object }>(
      inUse.shop.payload,
      sql`select metadata, actor_label as label from transitions where subject = ${spkId}
        and event = 'confirmContent'`,
    )
    expect(move?.metadata).toEqual({ channel: 'api', network: edition?.from, provenBy: 'session' })
    expect(await desk.told(spkId)).toContain('spk.contentConfirmed')
    expect((await step(token, 'confirm', { hash }, customer)).code).toBe('event.notAllowed')
  })

  it('is refused to who looks at an older page, with the name of who was faster', async () => {
    const { customer, hash, id, token } = await desk.proposed()
    const { version } = (await look(token, customer)).json.spk
    await desk.fire(id, 'withdraw')
    await desk.propose(id)
    const late = await step(token, 'confirm', { hash, version }, customer)
    expect([late.status, late.code]).toEqual([409, 'spk.movedOn'])
    expect(JSON.stringify(late.json)).toContain('Sari')
  })

  it('happens once, however often it is pressed at the same time', async () => {
    const { customer, hash, spkId, token } = await desk.proposed()
    const all = await Promise.all(
      Array.from({ length: 12 }, () => step(token, 'confirm', { hash }, customer)),
    )
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(all.every(({ status }) => status === 200 || status === 409)).toBe(true)
    const moves = await readRows(
      inUse.shop.payload,
      sql`select 1 from transitions where subject = ${spkId} and event = 'confirmContent'`,
    )
    expect(moves).toHaveLength(1)
  })
})

describe('declining', () => {
  it('needs a reason, ends the links and tells staff; the order stays', async () => {
    const { customer, spkId, token, word } = await desk.proposed()
    expect((await step(token, 'decline', { reason: 'x' }, customer)).code).toBe(
      'event.reasonRequired',
    )
    const { json } = await step(token, 'decline', { reason: 'Anggaran berubah' }, customer)
    expect(json.spk).toMatchObject({ can: [], state: 'cancelled', turn: 'nobody' })
    expect((await desk.call(desk.byLink(word))).code).toBe('spk.linkEnded')
    expect(await desk.told(spkId)).toContain('spk.declined')
    expect((await desk.look(token)).state).toBe('placed')
  })

  it('is not open to other customers', async () => {
    const { id, token } = await desk.proposed()
    const body = { reason: 'Bukan pesanan saya' }
    expect((await step(token, 'decline', body, desk.people.other)).code).toBe('order.notFound')
    expect((await step(token, 'decline', body)).code).toBe('auth.required')
    expect((await desk.spkOf(id))?.state).toBe('validating')
  })
})

describe('a document', () => {
  const save = (token: string, id: string, by?: LoggedIn) =>
    desk.call<string>(`${desk.byOrder(token)}/documents/${id}`, { body: {}, by })

  const looks = (spkId: string) =>
    readRows<Record<string, unknown>>(
      inUse.shop.payload,
      sql`select what, by_role as role, file from spk_accesses where spk_id = ${spkId}`,
    )

  it('is saved, never shown, and that it was taken is on record', async () => {
    const { customer, issuedId, spkId, token } = await desk.signing()
    const [shown] = (await look(token, customer)).json.spk.documents
    expect(shown).toMatchObject({
      id: issuedId,
      kind: 'issued',
      name: expect.stringMatching(/^001-SPK-HZ-/) as string,
    })
    const { headers, status } = await save(token, issuedId, customer)
    expect(status).toBe(200)
    expect(headers.get('content-disposition')).toMatch(/^attachment/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain('sandbox')
    expect(headers.get('cache-control')).toContain('no-store')
    expect(await looks(spkId)).toEqual([{ file: issuedId, role: 'customer', what: 'downloaded' }])
  })

  it('is nobody else’s, and by a link only after its code', async () => {
    const made = await desk.signing()
    const { issuedId, spkId, token, word } = made
    expect((await save(token, issuedId)).code).toBe('auth.required')
    expect((await save(token, issuedId, desk.people.other)).code).toBe('order.notFound')
    expect((await save(token, issuedId, desk.people.admin)).code).toBe('auth.forbidden')
    const path = `${desk.byLink(word)}/documents/${issuedId}`
    expect((await desk.call(path, { body: {} })).code).toBe('spk.codeRequired')
    expect(await looks(spkId)).toEqual([])
    const pass = await desk.passOf(made)
    expect((await desk.call(path, { body: {}, pass })).status).toBe(200)
    expect(await looks(spkId)).toEqual([{ file: issuedId, role: 'link', what: 'downloaded' }])
  })

  it('without its stamp is not offered where the stamp comes first; of others there is none', async () => {
    const { customer, issuedId, spkId, token } = await desk.signing()
    await queryRows(inUse.shop.payload, sql`update spks set mode = 'e-first' where id = ${spkId}`)
    const spk: SpkPage = (await look(token, customer)).json.spk
    expect(spk.documents).toEqual([])
    expect((await save(token, issuedId, customer)).code).toBe('notFound')
    const other = await desk.signing()
    expect((await save(token, other.issuedId, customer)).code).toBe('notFound')
    expect((await save(token, 'x', customer)).code).toBe('notFound')
  })
})
