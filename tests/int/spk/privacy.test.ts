import { afterEach, beforeAll, describe, expect, it } from 'vitest'

import { queryRows, runInTransaction, sql } from '@/plugin/kernel/payload'
import { addMonths, clock } from '@/plugin/kernel/time'
import { spkClearTask, spkRuntime } from '@/plugin/spk'
import { sealNik } from '@/plugin/spk/identity'
import { insertSpkFile, storeSpkFile } from '@/plugin/spk/papers/files'
import { clearFiles } from '@/plugin/spk/privacy/clearFiles'
import { createSpkPrivacyEndpoints } from '@/plugin/spk/privacy/endpoints'
import { retainSpks } from '@/plugin/spk/privacy/retain'
import { freezeOn, START } from '../../support/contracts'
import type { LoggedIn } from '../../support/people'
import { callShop } from '../../support/purchase'
import { moveSpk } from '../../support/spk'
import { makeSpkDesk, pdfOf } from '../../support/spkDesk'
import { useShop } from '../../support/useShop'

const NIK = '3273010101900001'

const inUse = useShop()
const desk = makeSpkDesk(inUse)

beforeAll(async () => {
  await desk.enter()
  const { spks } = inUse.shop.payload.collections
  const { endpoints } = spks?.config ?? expect.unreachable('There are no agreements')
  if (endpoints && !endpoints.some(({ path }) => path === '/:id/erase')) {
    endpoints.unshift(...createSpkPrivacyEndpoints())
  }
})

afterEach(() => {
  clock.release()
  Object.assign(spkRuntime.get(inUse.shop.payload), { retentionMonths: 120 })
})

/** An agreement that waits for ink, with NIK, a scan that came back and remarks on record. */
const signed = async () => {
  const made = await desk.signing()
  const { payload } = inUse.shop
  const { secret } = spkRuntime.get(payload)
  const nik = sealNik({ nik: NIK, secret, spkId: made.spkId })
  await queryRows(
    payload,
    sql`update spks set nik_sealed = ${nik.sealed}, nik_key = ${nik.key}, nik_mark = ${nik.mark},
      nik_masked = ${nik.masked} where id = ${made.spkId}`,
  )
  const scan = await storeSpkFile(payload, {
    broughtBy: 'Budi Santoso',
    bytes: pdfOf(made.spkId),
    edition: 1,
    kind: 'scan',
    mime: 'application/pdf',
    pages: 1,
    spkId: made.spkId,
  })
  await runInTransaction(payload, async (tx) => {
    await tx.rows(insertSpkFile(scan))
    await tx.rows(sql`update spk_editions set remarks = '[{"field":"","text":"Nomor rumah saya 12"}]'
      where spk_id = ${made.spkId}`)
  })
  return { ...made, scan }
}

type Refused = { errors?: { code: string; field?: string; message: string }[] }

const erase = (spkId: string, by?: LoggedIn, body: object = { reason: 'Permintaan pelanggan' }) =>
  callShop<Refused>(inUse.shop, `/api/spks/${spkId}/erase`, { body, headers: by?.headers })

const isInStore = async (key: string): Promise<boolean> => {
  const body = await spkRuntime.get(inUse.shop.payload).store.open(key)
  await body?.cancel()
  return body !== null
}

/** The documents leave the store in a job that was queued with the erasure. */
const workOff = async (spkId: string): Promise<void> => {
  const { payload } = inUse.shop
  const [job] = await queryRows<{ count: number }>(
    payload,
    sql`select count(*)::int as count from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = ${spkClearTask.name} and j.payload::text like ${`%${spkId}%`}`,
  )
  expect(job?.count).toBe(1)
  await clearFiles(payload, spkId)
}

const rowOf = async (spkId: string) => {
  const [row] = await queryRows<Record<string, unknown> & { erasedAt: null | string }>(
    inUse.shop.payload,
    sql`select s.number, s.state, s.identity, s.nik_sealed as nik, s.nik_masked as masked,
        s.nik_mark as mark, s.erased_at as "erasedAt",
        (select json_agg(json_build_object('content', e.content, 'hash', e.content_hash, 'remarks', e.remarks))
          from spk_editions e where e.spk_id = s.id) as editions,
        (select json_agg(json_build_object('kind', f.kind, 'sha256', f.sha256, 'by', f.brought_by) order by f.kind)
          from spk_files f where f.spk_id = s.id) as files,
        (select count(*)::int from spk_links l where l.spk_id = s.id) as links,
        (select json_agg(t.event order by t.seq) from transitions t
          where t.machine = 'spk' and t.subject = s.id::text) as moves,
        (select json_agg(json_build_object('by', t.actor_role, 'reason', t.reason)) from transitions t
          where t.machine = 'spkPrivacy' and t.subject = s.id::text) as erasures
      from spks s where s.id = ${spkId}`,
  )
  return row ?? expect.unreachable('The agreement is gone')
}

describe('The data of an agreement that has ended', () => {
  it('go when an owner says so and why; what proves it stays', async () => {
    const made = await signed()
    await moveSpk(inUse.shop, made.id, 'cancel')
    const before = await rowOf(made.spkId)
    expect((await erase(made.spkId, desk.people.owner)).status).toBe(200)
    await workOff(made.spkId)
    const after = await rowOf(made.spkId)
    expect(after).toMatchObject({
      editions: [{ content: {}, hash: made.hash, remarks: null }],
      erasures: [{ by: 'owner', reason: 'Permintaan pelanggan' }],
      files: [
        { by: 'sistem', kind: 'issued' },
        { by: 'Pelanggan', kind: 'scan', sha256: made.scan.sha256 },
      ],
      identity: {},
      links: 0,
      mark: null,
      masked: null,
      moves: before.moves,
      nik: null,
      number: before.number,
      state: 'cancelled',
    })
    expect(after.erasedAt).not.toBeNull()
    expect(before.number).not.toBeNull()
    expect(await isInStore(made.scan.storeKey)).toBe(false)
    expect(await isInStore(`spk/${made.spkId}/${made.issuedId}`)).toBe(false)
    expect(await erase(made.spkId, desk.people.owner)).toMatchObject({
      code: 'spk.erased',
      status: 409,
    })
  })

  it('are gone for good: it is not opened again, and a new SPK begins from the order', async () => {
    const made = await signed()
    await moveSpk(inUse.shop, made.id, 'cancel')
    const ask = (event: string) =>
      callShop<{ errors?: { message: string }[] }>(inUse.shop, `/api/spks/${made.spkId}/move`, {
        body: { event, reason: 'Pelanggan kembali' },
        headers: desk.people.admin.headers,
      })
    expect(await ask('renew')).toMatchObject({ code: 'event.guardRefused', status: 409 })
    await erase(made.spkId, desk.people.owner)
    const refused = await ask('reopen')
    expect([refused.status, refused.code]).toEqual([409, 'event.guardRefused'])
    expect(refused.json.errors?.[0]?.message).toContain('data pribadinya sudah dihapus')
    expect((await ask('renew')).status).toBe(200)
    const rows = await queryRows<{ identity: object; nik: null; number: null; state: string }>(
      inUse.shop.payload,
      sql`select state, identity, nik_sealed as nik, number from spks where order_id = ${made.id}
        order by created_at`,
    )
    expect(rows.map(({ state }) => state)).toEqual(['superseded', 'draft'])
    expect(Object.keys(rows[1]?.identity ?? {}).sort()).toEqual(['email', 'name', 'phone'])
    expect(rows[1]).toMatchObject({ nik: null, number: null })
  })

  it('go once when two owners say so at the same time', async () => {
    const made = await signed()
    await moveSpk(inUse.shop, made.id, 'cancel')
    const answers = await Promise.all([1, 2, 3].map(() => erase(made.spkId, desk.people.owner)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect((await rowOf(made.spkId)).erasures).toHaveLength(1)
  })

  it('are not handed to the store’s broom before they are erased', async () => {
    const made = await signed()
    await retainSpks({ now: new Date(Date.now() + 3 * 86_400_000), payload: inUse.shop.payload })
    expect(await isInStore(made.scan.storeKey)).toBe(true)
  })

  it('leave no file behind that no row names', async () => {
    const { payload } = inUse.shop
    const stray = await storeSpkFile(payload, {
      broughtBy: 'sistem',
      bytes: pdfOf('stray'),
      edition: 1,
      kind: 'scan',
      mime: 'application/pdf',
      pages: 1,
      spkId: '00000000-0000-4000-8000-000000000000',
    })
    await retainSpks({ now: new Date(), payload })
    expect(await isInStore(stray.storeKey)).toBe(true)
    await retainSpks({ now: new Date(Date.now() + 3 * 86_400_000), payload })
    expect(await isInStore(stray.storeKey)).toBe(false)
  })
})

describe('The data of an agreement', () => {
  it('stay while it is under way or in force, with the reason said in the reader’s language', async () => {
    const made = await signed()
    const refused = await erase(made.spkId, desk.people.owner)
    expect(refused).toMatchObject({ code: 'spk.held', status: 409 })
    expect(refused.json.errors?.[0]?.message).toContain('masih berjalan atau berlaku')
    await moveSpk(inUse.shop, made.id, 'bringScan', 'finishAnalysis', 'accept', 'seal', 'activate')
    expect((await erase(made.spkId, desk.people.owner)).code).toBe('spk.held')
    expect((await rowOf(made.spkId)).identity).not.toEqual({})
  })

  it('stay while its order has open debts, however it ended', async () => {
    const made = await signed()
    const { payload } = inUse.shop
    await moveSpk(inUse.shop, made.id, 'bringScan', 'finishAnalysis', 'accept', 'seal', 'activate')
    await desk.move(made.id, async (tx) => {
      await spkRuntime.get(payload).owner.open(tx, made.id)
    })
    await moveSpk(inUse.shop, made.id, 'terminate')
    const refused = await erase(made.spkId, desk.people.owner)
    expect(refused).toMatchObject({ code: 'spk.held', status: 409 })
    expect(refused.json.errors?.[0]?.message).toContain('tagihan terbuka')
  })

  it('are erased by owners alone, with a reason', async () => {
    const made = await signed()
    await moveSpk(inUse.shop, made.id, 'cancel')
    expect((await erase(made.spkId)).status).toBe(401)
    for (const by of [made.customer, desk.people.other, desk.people.editor, desk.people.admin]) {
      expect((await erase(made.spkId, by)).status).toBe(403)
    }
    expect(await erase(made.spkId, desk.people.owner, { reason: ' ' })).toMatchObject({
      json: { errors: [{ field: 'reason' }] },
      status: 400,
    })
    expect((await erase('00000000-0000-4000-8000-000000000000', desk.people.owner)).status).toBe(
      404,
    )
    expect((await rowOf(made.spkId)).erasedAt).toBeNull()
  })
})

describe('The retention of the shop', () => {
  const retainAfter = async (months: number, days = 0): Promise<void> => {
    const day = addMonths({ anchor: START, months })
    const now = new Date(Date.parse(`${day}T03:00:00Z`) + days * 86_400_000)
    clock.freeze(now)
    await retainSpks({ now, payload: inUse.shop.payload })
  }

  it('erases ten years after the end, not a day before, and by itself', async () => {
    const made = await signed()
    await moveSpk(inUse.shop, made.id, 'cancel')
    await retainAfter(120, -1)
    expect((await rowOf(made.spkId)).erasedAt).toBeNull()
    await retainAfter(120)
    expect(await rowOf(made.spkId)).toMatchObject({
      erasures: [{ by: 'system', reason: 'Masa simpan berakhir' }],
      identity: {},
    })
  })

  it('is as long as the shop has set', async () => {
    const made = await signed()
    await moveSpk(inUse.shop, made.id, 'cancel')
    Object.assign(spkRuntime.get(inUse.shop.payload), { retentionMonths: 24 })
    await retainAfter(23)
    expect((await rowOf(made.spkId)).erasedAt).toBeNull()
    await retainAfter(24)
    expect((await rowOf(made.spkId)).erasedAt).not.toBeNull()
  })

  it('leaves alone what is in force', async () => {
    const made = await signed()
    await moveSpk(inUse.shop, made.id, 'bringScan', 'finishAnalysis', 'accept', 'seal', 'activate')
    await retainAfter(240)
    expect((await rowOf(made.spkId)).erasedAt).toBeNull()
  })
})

type Handed = {
  agreements: {
    editions: { content: { customer: { name: string } } }[]
    files: { kind: string; sha256: string }[]
    history: { event: string }[]
    identity: { name: string }
    looks: { byRole: string; what: string }[]
    nik: null | string
    number: string
  }[]
}

const takeAlong = (by?: LoggedIn) =>
  callShop<Handed>(inUse.shop, '/api/shop/spk-export', { headers: by?.headers })

const handOut = (customerId: string, by?: LoggedIn) =>
  callShop<Handed>(inUse.shop, `/api/spks/export/${customerId}`, { headers: by?.headers })

const looksOf = (spkId: string) =>
  queryRows<{ role: string; what: string }>(
    inUse.shop.payload,
    sql`select by_role as role, what from spk_accesses where spk_id = ${spkId} order by at, id`,
  )

describe('What is kept about a customer', () => {
  it('is his to take along, whole, and each look is on record', async () => {
    freezeOn(0)
    const made = await signed()
    const { headers, json, status } = await takeAlong(made.customer)
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toContain('no-store')
    expect(json.agreements).toHaveLength(1)
    expect(json.agreements[0]).toMatchObject({
      editions: [{ content: { customer: { name: 'Budi Santoso' } } }],
      nik: NIK,
    })
    expect(json.agreements[0]?.files.map(({ kind }) => kind).sort()).toEqual(['issued', 'scan'])
    expect(json.agreements[0]?.history.map(({ event }) => event)).toContain('propose')
    expect(JSON.stringify(json)).not.toMatch(/storeKey|nikSealed|token_?hash/i)
    expect(await looksOf(made.spkId)).toEqual([{ role: 'customer', what: 'nik' }])
  })

  it('is nobody else’s: strangers get their own, and staff but the owner nothing', async () => {
    freezeOn(0)
    const made = await signed()
    expect((await takeAlong()).status).toBe(401)
    expect((await takeAlong(desk.people.other)).json.agreements).toEqual([])
    for (const role of ['editor', 'admin', 'owner'] as const) {
      expect((await takeAlong(desk.people[role])).status).toBe(403)
    }
    expect((await handOut(made.customer.id)).status).toBe(401)
    for (const by of [made.customer, desk.people.other, desk.people.editor, desk.people.admin]) {
      expect((await handOut(made.customer.id, by)).status).toBe(403)
    }
    expect(await looksOf(made.spkId)).toEqual([])
    const { json, status } = await handOut(made.customer.id, desk.people.owner)
    expect([status, json.agreements[0]?.nik]).toEqual([200, NIK])
    expect(await looksOf(made.spkId)).toEqual([{ role: 'owner', what: 'nik' }])
  })

  it('names no person any more once it is erased', async () => {
    freezeOn(0)
    const made = await signed()
    await moveSpk(inUse.shop, made.id, 'cancel')
    await erase(made.spkId, desk.people.owner)
    const { json } = await takeAlong(made.customer)
    expect(json.agreements[0]).toMatchObject({
      editions: [{ content: {} }],
      identity: {},
      nik: null,
    })
    expect(JSON.stringify(json)).not.toContain(NIK)
  })

  it('stays with his account: whoever is party to a contract cannot be deleted', async () => {
    const made = await signed()
    const { status } = await callShop(inUse.shop, `/api/customers/${made.customer.id}`, {
      headers: desk.people.owner.headers,
      method: 'DELETE',
    })
    expect(status).toBeGreaterThanOrEqual(400)
    expect((await rowOf(made.spkId)).identity).not.toEqual({})
  })
})
