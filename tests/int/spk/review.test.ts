import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { sayReasons } from '@/plugin/spk/staff/reasons'

import { readRows } from '../../support/books'
import { freezeOn, makeContractDesk } from '../../support/contracts'
import { logInAs, type LoggedIn } from '../../support/people'
import { makeSpkStaffDesk, RED } from '../../support/spkStaffDesk'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const desk = makeContractDesk(inUse)
const spks = makeSpkStaffDesk(inUse, desk)
let tempel = ''
let eLast = ''
let twoPeople = ''
let colleague = {} as LoggedIn

beforeAll(async () => {
  await desk.enter([], true)
  tempel = await spks.template()
  eLast = await spks.template({ mode: 'e-last', name: 'Naskah e-Meterai di akhir' })
  twoPeople = await spks.template({ name: 'Naskah dua pemeriksa', secondReviewAbove: 1_000_000 })
  colleague = await logInAs(inUse.shop, 'admin')
})
beforeEach(() => void freezeOn(0))
afterAll(() => {
  clock.release()
})

const refusalOf = (answer: { json: unknown }): string =>
  (answer.json as { errors: { message: string }[] }).errors[0]?.message ?? ''

describe('Accepting a signature', () => {
  it('confirms the agreement: the order opens, the customer is told, the package is queued', async () => {
    const { orderId, sha256, spk, token } = await spks.reviewable({ template: tempel })
    expect((await desk.look(token)).state).toBe('placed')
    const { json, status } = await spks.accept(spk)
    expect([status, json.state]).toEqual([200, 'confirmed'])
    expect(await spks.look(spk)).toMatchObject({
      confirmedBy: 'Si admin',
      confirmedSha256: sha256,
      signBy: null,
      state: 'confirmed',
    })
    expect(await desk.look(token)).toMatchObject({ nextAction: 'pay', state: 'open' })
    expect(await spks.told(orderId, 'customer')).toContain('spk.confirmed')
    const jobs = await readRows(
      inUse.shop.payload,
      sql`select task_identifier as task from graphile_worker.jobs where key = ${`spk.seal:${spk}`}`,
    )
    expect(jobs).toEqual([{ task: 'spk.seal' }])
    await desk.pay(token)
  })

  it('is bound to the scan that the reviewer has looked at', async () => {
    const { sha256, spk } = await spks.reviewable({ template: tempel })
    await spks.act(spk, 'reject', { reasons: ['unreadable'] })
    await spks.scan(spk)
    const answer = await spks.accept(spk, { sha256 })
    expect([answer.status, answer.code]).toEqual([409, 'event.guardRefused'])
    expect(refusalOf(answer)).toContain('berkas sudah berganti')
  })

  it('wants everything on the list ticked', async () => {
    const { spk } = await spks.reviewable({ template: tempel })
    const answer = await spks.accept(spk, { checklist: { name: true, wetInk: true } })
    expect([answer.status, answer.code]).toEqual([409, 'event.guardRefused'])
    expect(refusalOf(answer)).toContain('daftar periksa belum lengkap')
  })

  it('wants a written reason where a finding is red, and keeps it', async () => {
    const { spk } = await spks.reviewable({ findings: [RED], template: tempel })
    const refused = await spks.accept(spk)
    expect(refusalOf(refused)).toContain('temuan merah')
    expect((await spks.accept(spk, { overrideReason: 'ok' })).status).toBe(409)
    const overrideReason = 'Kertas asli sudah diperiksa di kantor'
    expect((await spks.accept(spk, { overrideReason })).status).toBe(200)
    expect(await spks.look(spk)).toMatchObject({ overrideReason, state: 'confirmed' })
  })

  it('waits for the e-Meterai where it comes last; the order stays closed', async () => {
    const { spk, token } = await spks.reviewable({ template: eLast })
    const { json } = await spks.accept(spk, {
      checklist: { challenge: true, name: true, pages: true, wetInk: true },
    })
    expect(json.state).toBe('finalStamp')
    expect((await desk.look(token)).state).toBe('placed')
    const brought = await spks.bring(spk, 'final', new TextEncoder().encode('%PDF-1.7 x %%EOF'))
    expect([brought.status, brought.json.state]).toEqual([200, 'finalCheck'])
  })

  it('takes two people above the amount of its template; one person is not two', async () => {
    const { spk } = await spks.reviewable({ template: twoPeople })
    expect((await spks.accept(spk)).json.state).toBe('underReview')
    expect((await spks.look(spk)).vouchedBy).toBe(desk.people.admin.id)
    const again = await spks.accept(spk)
    expect([again.status, refusalOf(again)]).toEqual([409, expect.stringContaining('orang kedua')])
    expect((await spks.accept(spk, {}, colleague)).json.state).toBe('confirmed')
  })

  it('asks for the first of two again when another scan has come', async () => {
    const { spk } = await spks.reviewable({ template: twoPeople })
    await spks.accept(spk)
    await spks.act(spk, 'reject', { reasons: ['no_challenge'] })
    await spks.scan(spk)
    expect((await spks.accept(spk, {}, colleague)).json.state).toBe('underReview')
  })

  it('is refused while the customer is in arrears; the choice to pay or suspend is one press away', async () => {
    const first = await spks.confirmed({ template: tempel })
    const { customer } = first
    freezeOn(40)
    const second = await desk.tryOrder('4x', customer)
    expect(second.status).toBe(409)
    // The second agreement was begun before the first order became overdue.
    freezeOn(0)
    const early = await desk.tryOrder('4x', customer)
    const [row] = await readRows<{ id: string }>(
      inUse.shop.payload,
      sql`select s.id from spks s join orders o on o.id = s.order_id
        where o.token = ${early.json.order.token}`,
    )
    const spk = row?.id ?? ''
    await bringToReview(spk)
    freezeOn(40)
    const answer = await spks.accept(spk)
    expect([answer.status, answer.code]).toEqual([409, 'spk.arrears'])
    expect((await spks.look(spk)).state).toBe('underReview')
    const key = 'tekan-sekali-12'
    for (const _ of [1, 2]) {
      expect((await spks.post(`/api/spks/${spk}/choice`, { key })).status).toBe(200)
    }
    const told = await readRows<{ n: number }>(
      inUse.shop.payload,
      sql`select count(*)::int as n from notifications where subject_id = ${first.orderId}
        and event = 'overdue.choice' and channel = 'email'`,
    )
    expect(told[0]?.n).toBe(1)
  })

  it('has nothing to ask of a customer who owes nothing', async () => {
    const { spk } = await spks.reviewable({ template: tempel })
    const answer = await spks.post(`/api/spks/${spk}/choice`, { key: 'tekan-sekali-13' })
    expect([answer.status, answer.code]).toEqual([409, 'spk.notInArrears'])
  })
})

const bringToReview = async (spk: string): Promise<void> => {
  const { identity } = await import('../../support/spkStaffDesk')
  await spks.act(spk, 'draft', { ...identity(), template: tempel })
  await spks.act(spk, 'propose')
  await spks.fire(spk, 'confirmContent', { actor: spks.CUSTOMER, facts: { isSame: true } })
  await spks.act(spk, 'issue')
  await spks.act(spk, 'send')
  await spks.scan(spk)
}

describe('Not accepting a signature', () => {
  it('tells the customer why in neutral words, gives him time anew, and takes the next scan', async () => {
    const { orderId, spk } = await spks.reviewable({ template: tempel })
    const { json } = await spks.act<{ state: string }>(spk, 'reject', {
      note: 'Tulis kode 4 angka di samping tanda tangan.',
      reasons: ['qr_signature', 'no_challenge'],
    })
    expect(json.state).toBe('signatureRejected')
    expect(await spks.look(spk)).toMatchObject({ reasons: ['qr_signature', 'no_challenge'] })
    expect(await spks.told(orderId, 'customer')).toContain('spk.rejected')
    await spks.scan(spk)
    expect(await spks.look(spk)).toMatchObject({ attempts: 2, state: 'underReview' })
  })

  it('never calls anybody a forger', () => {
    const said = sayReasons({ note: '', reasons: ['typed', 'drawn', 'pasted_image'] }, 'id')
    expect(said).toContain('tidak memenuhi ketentuan tanda tangan basah')
    expect(said).not.toMatch(/palsu|asli/i)
  })

  it('asks for a reason of the list', async () => {
    const { spk } = await spks.reviewable({ template: tempel })
    expect((await spks.act(spk, 'reject', { reasons: [] })).status).toBe(400)
    expect((await spks.act(spk, 'reject', { reasons: ['palsu'] })).status).toBe(400)
    const wordless = await spks.act(spk, 'reject', { reasons: ['other'] })
    expect([wordless.status, wordless.code]).toEqual([422, 'event.reasonRequired'])
    const said = await spks.act(spk, 'reject', {
      note: 'Stempel menutupi nama.',
      reasons: ['other'],
    })
    expect(said.status).toBe(200)
  })

  it('may ask for a photo of the paper instead; staff may bring it for the customer', async () => {
    const { orderId, spk } = await spks.reviewable({ template: tempel })
    await spks.act(spk, 'photo', { note: 'Foto kertas bersama KTP tidak perlu.' })
    expect((await spks.look(spk)).state).toBe('moreEvidence')
    expect(await spks.told(orderId, 'customer')).toContain('spk.photoWanted')
    const sharp = (await import('sharp')).default
    const picture = await sharp({
      create: { background: '#eeeeee', channels: 3, height: 60, width: 80 },
    })
      .jpeg()
      .toBuffer()
    const brought = await spks.bring(spk, 'photo', picture)
    expect([brought.status, brought.json.state]).toEqual([200, 'underReview'])
    const photo = (await spks.look(spk)).files.find(({ kind }) => kind === 'photo')
    const shown = await fetch(`${inUse.shop.url}/api/spks/${spk}/pictures/${photo?.id}`, {
      headers: desk.people.admin.headers,
    })
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  })
})

describe('A confirmation', () => {
  it('can be revoked before the first payment, with a reason; the order closes', async () => {
    const { spk, token } = await spks.confirmed({ template: tempel })
    expect((await spks.move(spk, 'revoke', '')).status).toBe(422)
    expect((await spks.move(spk, 'revoke', 'Salah pelanggan')).json.state).toBe('underReview')
    expect((await desk.look(token)).state).toBe('placed')
    expect(await spks.look(spk)).toMatchObject({ confirmedAt: null, confirmedSha256: null })
    expect((await spks.accept(spk)).json.state).toBe('confirmed')
    await desk.pay(token)
    const late = await spks.move(spk, 'revoke', 'Terlambat')
    expect([late.status, late.code]).toEqual([409, 'event.guardRefused'])
  })
})

describe('Two admins at once', () => {
  it('one wins, the other reads who was faster and what it is now', async () => {
    const { spk } = await spks.reviewable({ template: tempel })
    const seen = await spks.seenOf(spk)
    const answers = await Promise.all([
      spks.accept(spk, { seen }),
      spks.act(spk, 'reject', { reasons: ['unsigned'], seen }, colleague),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const lost = answers.find(({ status }) => status === 409)
    expect(lost?.code).toBe('spk.movedOn')
    expect(refusalOf(lost ?? { json: {} })).toMatch(/^Si admin baru saja mengubah SPK ini/)
  })

  it('the same holds for a draft that somebody else has saved', async () => {
    const { spk } = await spks.filled({ template: tempel })
    const seen = await spks.seenOf(spk)
    await spks.act(spk, 'handover', { note: 'Tolong lanjutkan', to: colleague.id })
    const answer = await spks.act(spk, 'propose', { seen })
    expect([answer.status, answer.code]).toEqual([409, 'spk.movedOn'])
  })
})
