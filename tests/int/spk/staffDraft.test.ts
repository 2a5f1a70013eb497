import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { queryRows, sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'

import { readRows } from '../../support/books'
import { freezeOn, makeContractDesk } from '../../support/contracts'
import { callShop } from '../../support/purchase'
import { NIK } from '../../factories/spkContent'
import { identity, makeSpkStaffDesk } from '../../support/spkStaffDesk'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const desk = makeContractDesk(inUse)
const spks = makeSpkStaffDesk(inUse, desk)
let template = ''

beforeAll(async () => {
  await desk.enter([], true)
  template = await spks.template()
})
beforeEach(() => void freezeOn(0))
afterAll(() => {
  clock.release()
})

describe('A draft', () => {
  it('keeps what was filled in; the NIK sealed, shown masked, read in full on record only', async () => {
    const { spk } = await spks.filled({ template })
    const scene = await spks.look(spk)
    expect(scene.identity).toMatchObject({ name: 'Budi Santoso', phone: '+6281234567890' })
    expect(scene).toMatchObject({ mode: 'tempel', nikMasked: '31••••••••••••01' })
    expect(JSON.stringify(scene)).not.toContain(NIK)
    const { headers, json } = await spks.act<{ nik: string }>(spk, 'nik', { seen: undefined })
    expect([json.nik, headers.get('cache-control')]).toEqual([NIK, 'private, no-store'])
    const looks = await readRows(
      inUse.shop.payload,
      sql`select what, by_name, by_role from spk_accesses where spk_id = ${spk}`,
    )
    expect(looks).toEqual([{ by_name: 'Si admin', by_role: 'admin', what: 'nik' }])
  })

  it('keeps the NIK that is there when none is typed', async () => {
    const { spk } = await spks.filled({ template })
    await spks.act(spk, 'draft', { ...identity({ name: 'Budi Hartono', nik: '' }), template })
    expect(await spks.look(spk)).toMatchObject({
      identity: { name: 'Budi Hartono' },
      nikMasked: '31••••••••••••01',
    })
  })

  it('refuses what does not fit, with the field', async () => {
    const { spk } = await spks.draft()
    const send = async (changes: object) => {
      const { json, status } = await spks.act<{ errors: { code: string; field: string }[] }>(
        spk,
        'draft',
        { ...identity(), template, ...changes },
      )
      return [status, json.errors[0]?.code, json.errors[0]?.field]
    }
    expect(await send({ nik: '123' })).toEqual([422, 'spk.nikInvalid', 'nik'])
    expect(await send({ phone: 'nol' })).toEqual([422, 'customer.invalidPhone', 'phone'])
    expect(await send({ email: 'budi' })).toEqual([422, 'customer.invalidEmail', 'email'])
    expect(await send({ template: crypto.randomUUID() })).toEqual([
      422,
      'spk.noTemplate',
      'template',
    ])
    expect(await send({ state: 'confirmed' })).toEqual([400, 'input.invalid', 'body'])
  })

  it('is not sent while something is missing: every fault is named with its field', async () => {
    const { spk } = await spks.draft()
    await queryRows(
      inUse.shop.payload,
      sql`update spks set template_id = ${template} where id = ${spk}`,
    )
    const { json, status } = await spks.act<{ errors: { field: string }[] }>(spk, 'propose')
    expect(status).toBe(422)
    expect(json.errors.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['customer.nikMasked', 'customer.address.street']),
    )
    expect(await spks.look(spk)).toMatchObject({ edition: 0, state: 'draft' })
  })

  it('refuses letters that cannot be printed before they come on paper', async () => {
    const { spk } = await spks.filled({ changes: { name: 'Budi 🙂' }, template })
    const { json, status } = await spks.act<{ errors: { code: string; field: string }[] }>(
      spk,
      'propose',
    )
    expect([status, json.errors[0]?.code, json.errors[0]?.field]).toEqual([
      422,
      'spk.draft.glyphs',
      'customer.name',
    ])
    const preview = await callShop(inUse.shop, `/api/spks/${spk}/preview`, {
      headers: desk.people.admin.headers,
    })
    expect([preview.status, preview.code]).toEqual([422, 'spk.templateFault'])
  })

  it('is shown as a PDF that says DRAF, and the look is on record', async () => {
    const { spk } = await spks.filled({ template })
    const response = await fetch(`${inUse.shop.url}/api/spks/${spk}/preview`, {
      headers: desk.people.admin.headers,
    })
    const bytes = Buffer.from(await response.arrayBuffer())
    expect([response.status, bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    const [look] = await readRows(
      inUse.shop.payload,
      sql`select file, what from spk_accesses where spk_id = ${spk}`,
    )
    expect(look).toEqual({ file: 'draft', what: 'looked' })
  })
})

describe('Sending a draft', () => {
  it('freezes its content with a hash, gives the customer a link and time, and tells him', async () => {
    const { order, orderId, spk } = await spks.filled({ template })
    expect((await spks.act(spk, 'propose')).status).toBe(200)
    const scene = await spks.look(spk)
    expect(scene).toMatchObject({ edition: 1, number: null, revision: 0, state: 'validating' })
    expect(scene.current?.content.price.total).toBe(order.total)
    expect(scene.current?.content.instalments.map(({ amount }) => amount)).toEqual(
      order.instalments.map(({ amount }) => amount),
    )
    expect(JSON.stringify(scene.current)).not.toContain(NIK)
    expect(new Date(scene.signBy ?? 0).getTime()).toBeGreaterThan(clock.now().getTime())
    const links = await readRows(
      inUse.shop.payload,
      sql`select edition::int as edition from spk_links where spk_id = ${spk}`,
    )
    expect(links).toEqual([{ edition: 1 }])
    expect(await spks.told(orderId, 'customer')).toEqual(['spk.toCheck'])
  })

  it('can be taken back: the link ends, and the next edition is another one', async () => {
    const { spk } = await spks.filled({ template })
    await spks.act(spk, 'propose')
    expect((await spks.move(spk, 'withdraw')).json.state).toBe('draft')
    const [link] = await readRows<{ revoked: boolean }>(
      inUse.shop.payload,
      sql`select revoked_at is not null as revoked from spk_links where spk_id = ${spk}`,
    )
    expect(link?.revoked).toBe(true)
    await spks.act(spk, 'propose')
    expect(await spks.look(spk)).toMatchObject({ edition: 2, revision: 0 })
  })
})

describe('Issuing', () => {
  it('gives a number that is never used again, a code, a file and its layout', async () => {
    const first = await spks.issued({ template })
    const second = await spks.issued({ template })
    const [a, b] = [await spks.look(first.spk), await spks.look(second.spk)]
    const seq = (number: null | string) => Number(number?.split('/')[0])
    expect(a.number).toMatch(/^\d{3}\/SPK\/HZ\/XII\/2026$/)
    expect(seq(b.number)).toBe(seq(a.number) + 1)
    expect(a).toMatchObject({ challenge: expect.stringMatching(/^\d{4}$/), state: 'issued' })
    expect(a.current?.layout?.boxes.length).toBeGreaterThan(0)
    expect(a.files.map(({ kind }) => kind)).toEqual(['issued'])
    await expect(
      queryRows(inUse.shop.payload, sql`delete from spk_numbers where spk_id = ${first.spk}`),
    ).rejects.toThrow()
  })

  it('gives ten at once ten different numbers', async () => {
    const made = []
    for (let at = 0; at < 10; at++) {
      made.push(await spks.agreed({ template }))
    }
    const answers = await Promise.all(made.map(({ spk }) => spks.act(spk, 'issue')))
    expect(answers.map(({ status }) => status)).toEqual(made.map(() => 200))
    const numbers = await Promise.all(made.map(async ({ spk }) => (await spks.look(spk)).number))
    expect(new Set(numbers).size).toBe(10)
  })

  it('refuses when the order costs something else by now', async () => {
    const { orderId, spk } = await spks.agreed({ template })
    const { status: revised } = await desk.revise(orderId, { firstDue: '2027-01-05', tenor: 3 })
    expect(revised).toBe(201)
    const { code, status } = await spks.act(spk, 'issue')
    expect([status, code]).toEqual([409, 'spk.changedSince'])
  })

  it('keeps the number and adds a revision when the content changes after issue', async () => {
    const { spk } = await spks.issued({ template })
    const { number } = await spks.look(spk)
    await spks.act(spk, 'send')
    await spks.fire(spk, 'refuseContent', { actor: spks.CUSTOMER })
    await spks.move(spk, 'revise')
    await spks.act(spk, 'propose')
    await spks.fire(spk, 'confirmContent', { actor: spks.CUSTOMER, facts: { isSame: true } })
    await spks.act(spk, 'issue')
    expect(await spks.look(spk)).toMatchObject({ edition: 2, number, revision: 1 })
  })
})
