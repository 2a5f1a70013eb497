import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startDomainSimulator } from '@/dev/domains'
import { queryRows, sql, statementsOn } from '@/plugin/kernel/payload'
import { clock, endOfWibDay, wibDay } from '@/plugin/kernel/time'
import type { PublicOrder } from '@/plugin/orders'
import { findScope } from '@/plugin/scopes'
import { makeWorker, readDelivery } from '../../support/deliveries'
import { type LoggedIn, logInAs } from '../../support/people'
import {
  beginScope,
  makeScopeDesk,
  readNextLook,
  readScope,
  readScopeNews,
  runLook,
  soonDays,
  validScope,
} from '../../support/scopes'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const simulator = await startDomainSimulator()
const inUse = useShop({ DOMAIN_SIMULATOR: `127.0.0.1:${simulator.port}` })
const desk = makeScopeDesk(() => inUse.shop)
const worker = makeWorker(() => inUse.shop)
let admin: LoggedIn

/** Monday 30 November 2026, 10.00 WIB. */
const MONDAY = new Date('2026-11-30T03:00:00Z')
const reason = 'Jam yang diizinkan belum jelas'
const MINUTE_MS = 60_000

beforeEach(async () => {
  admin = await logInAs(inUse.shop, 'admin')
  clock.freeze(MONDAY)
})
afterEach(() => clock.release())
afterAll(() => simulator.close())

let sites = 0

/** A site of its own for every test. */
const newSite = (): string => {
  sites += 1
  return `situs-${sites}.test`
}

const buy = async (): Promise<PublicOrder> => {
  const { order } = await inUse.buyer.buy({ product: 'analisis-keamanan' })
  await beginScope(inUse.shop, order)
  return order
}

const write = async (changes: Record<string, unknown> = {}) => {
  const order = await buy()
  const domain = newSite()
  const answer = await desk.submit(order, { domain, hosts: [`www.${domain}`], ...changes })
  expect([answer.status, answer.code]).toEqual([200, undefined])
  const { id } = await readScope(inUse.shop, order)
  return { domain, id, order, proof: answer.json.scope.proof ?? expect.unreachable() }
}

const prove = async () => {
  const written = await write()
  simulator.zone.set(written.proof.record, { texts: [[written.proof.value]] })
  await runLook(inUse.shop, written.order)
  expect((await readScope(inUse.shop, written.order)).state).toBe('proven')
  return written
}

const agree = async (days: Record<string, unknown> = {}) => {
  const proven = await prove()
  const body = { ...soonDays(), note: 'Mulai malam hari', revision: 1, ...days }
  const answer = await desk.agree(proven.id, body, admin)
  expect([answer.status, answer.code]).toEqual([200, undefined])
  return proven
}

const fieldOf = (answer: Awaited<ReturnType<typeof desk.submit>>): string | undefined =>
  answer.json.errors?.[0]?.field

describe('A paid analysis', () => {
  it('asks its customer for the scope, once, with a link that leads to the form', async () => {
    const order = await buy()
    await beginScope(inUse.shop, order)
    expect(await readScopeNews(inUse.shop, order.token)).toEqual(['scope.wanted → customer'])
    const [row] = await queryRows<{ url: string }>(
      inUse.shop.payload,
      sql`select params->>'url' as url from notifications n join orders o on o.id::text = n.subject_id
        where o.token = ${order.token} and n.event = 'scope.wanted' and n.channel = 'email'`,
    )
    expect(row?.url).toMatch(/\/pesanan\/[\w-]+\/lingkup\/[0-9a-f-]{36}$/)
    const { json } = await desk.read(order)
    expect(json.scope).toMatchObject({ canSubmit: true, form: null, proof: null, state: 'draft' })
    expect(json.scope.wording.text).toContain('saya memberi izin kepada')
  })

  it('is begun by the payment itself', async () => {
    const { order } = await inUse.buyer.buy({ product: 'analisis-keamanan' })
    const [row] = await queryRows<{ jobs: number }>(
      inUse.shop.payload,
      sql`select count(*)::int as jobs from graphile_worker._private_jobs j
        join graphile_worker._private_tasks t on t.id = j.task_id
        join orders o on o.id::text = j.payload->>'orderId'
        where t.identifier = 'scopes.begin' and o.token = ${order.token}`,
    )
    expect(row?.jobs).toBe(1)
  })

  it('has no scope before it is paid', async () => {
    const { order } = await inUse.buyer.checkout({ product: 'analisis-keamanan' })
    expect(await desk.submit(order)).toMatchObject({ code: 'scope.notPaid', status: 409 })
    expect(await desk.read(order)).toMatchObject({ code: 'scope.notPaid', status: 409 })
  })
})

describe('The form', () => {
  it('is kept with everything that makes it a written permission', async () => {
    const { domain, order } = await write()
    const [row] = await queryRows<Record<string, unknown>>(
      inUse.shop.payload,
      sql`select signer_name, signer_position, signer_capacity, signed_text, signed_hash, signed_from,
          wording::int as wording, signed_at from scopes where domain = ${domain}`,
    )
    expect(row).toMatchObject({
      signer_capacity: 'owner',
      signer_name: 'Budi Santoso',
      signer_position: 'Direktur',
      wording: 1,
    })
    expect(row?.signed_text).toContain('memberi izin kepada Hanzamas')
    expect(row?.signed_hash).toMatch(/^[0-9a-f]{64}$/)
    // The address itself is nowhere: only a mark of 22 letters.
    expect(row?.signed_from).toMatch(/^[\w-]{22}$/)
    expect(new Date(String(row?.signed_at))).toEqual(MONDAY)
    expect((await desk.read(order)).json.scope.signed?.at).toBe(MONDAY.toISOString())
    expect(await readScopeNews(inUse.shop, order.token)).toEqual([
      'scope.wanted → customer',
      'scope.submitted → staff',
    ])
  })

  it('twice the same is one', async () => {
    const { domain, order } = await write()
    const again = await desk.submit(order, { domain, hosts: [`www.${domain}`] })
    expect(again.status).toBe(200)
    expect((await readScope(inUse.shop, order)).revision).toBe(1)
    expect(await readScopeNews(inUse.shop, order.token)).toHaveLength(2)
  })

  it('of two pressed at once is one', async () => {
    const order = await buy()
    const domain = newSite()
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => desk.submit(order, { domain, hosts: [] })),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200))
    expect((await readScope(inUse.shop, order)).revision).toBe(1)
  })

  it.each([
    ['domain', { domain: '127.0.0.1' }, 'scope.domainIsAddress'],
    ['domain', { domain: 'localhost' }, 'scope.domainReserved'],
    ['domain', { domain: 'contoh' }, 'scope.domainSingleLabel'],
    ['domain', { domain: 'contoh.co.id:8443' }, 'scope.domainWithMore'],
    ['domain', { domain: '' }, 'scope.required'],
    ['domain', { domain: 'a b.co.id' }, 'scope.badDomain'],
    ['hosts', { hosts: ['lain.co.id'] }, 'scope.foreignHost'],
    ['hosts', { hosts: Array(21).fill('a.contoh-situs.co.id') }, 'scope.tooManyHosts'],
    ['authorised', { authorised: false }, 'scope.notAuthorised'],
    ['authorised', { wording: 99 }, 'scope.textChanged'],
    ['signerName', { signerName: ' ' }, 'scope.required'],
    ['signerName', { signerName: 'Budi\u0000' }, 'scope.badText'],
    ['emergencyContact', { emergencyContact: '' }, 'scope.required'],
    ['technology', { technology: 'x'.repeat(2001) }, 'scope.tooLong'],
  ])('names the field that is wrong: %s %j', async (field, changes, code) => {
    const order = await buy()
    const answer = await desk.submit(order, changes)
    expect([answer.code, fieldOf(answer)]).toEqual([code, field])
    expect([409, 422]).toContain(answer.status)
    expect((await readScope(inUse.shop, order)).state).toBe('draft')
  })

  it('is not found by another order’s link, nor for what is no analysis', async () => {
    const { order } = await write()
    const other = await buy()
    const mixed = { ...other, items: order.items }
    expect((await desk.submit(mixed)).status).toBe(404)
    expect((await desk.read(mixed)).status).toBe(404)
    expect((await desk.look(mixed)).status).toBe(404)
    const { order: talk } = await inUse.buyer.buy()
    const path = `/api/shop/orders/${talk.token}/items/${talk.items[0]?.id}/scope`
    expect((await callShop(inUse.shop, path, { body: validScope() })).status).toBe(404)
  })

  it('voids the proof when it names another domain, and keeps it when it does not', async () => {
    const { domain, order, proof } = await prove()
    const same = await desk.submit(order, { domain, hosts: [], technology: 'Laravel' })
    expect(same.json.scope).toMatchObject({ proof: { isProven: true }, state: 'proven' })
    const moved = await desk.submit(order, { domain: newSite(), hosts: [] })
    expect(moved.json.scope).toMatchObject({ proof: { isProven: false }, state: 'submitted' })
    expect(moved.json.scope.proof?.value).not.toBe(proof.value)
    // The old site still shows the old code; that proves nothing of the new one.
    await runLook(inUse.shop, order)
    expect((await readScope(inUse.shop, order)).state).toBe('submitted')
  })
})

describe('The proof', () => {
  it('by a TXT record is seen, told to both, and looked for no more', async () => {
    const { order } = await prove()
    const { json } = await desk.read(order)
    expect(json.scope.proof).toMatchObject({
      isProven: true,
      look: { dns: 'found' },
      provenBy: 'dns',
    })
    expect((await readScopeNews(inUse.shop, order.token)).slice(2)).toEqual([
      'scope.proven → customer',
      'scope.provenForStaff → staff',
    ])
    expect(await desk.look(order)).toMatchObject({ code: 'scope.alreadyProven', status: 409 })
    const { checklist } = await readDelivery(inUse.shop, order.token)
    expect(checklist.find(({ key }) => key === 'scope')).toMatchObject({ doneBy: 'sistem' })
  })

  it('by a file is seen, too', async () => {
    const { domain, order, proof } = await write()
    const { pathname } = new URL(proof.fileUrl)
    simulator.setSite(domain, { kind: 'text', path: pathname, text: `${proof.value}\n` })
    await runLook(inUse.shop, order)
    const { json } = await desk.read(order)
    expect(json.scope.proof).toMatchObject({ isProven: true, provenBy: 'file' })
  })

  it('of somebody else proves nothing, and says that something else was found', async () => {
    const { proof: foreign } = await write()
    const { order, proof } = await write()
    simulator.zone.set(proof.record, { texts: [[foreign.value]] })
    await runLook(inUse.shop, order)
    const { json } = await desk.read(order)
    expect(json.scope).toMatchObject({ proof: { look: { dns: 'different' } }, state: 'submitted' })
  })

  it('is looked for again later and later, and when the customer asks', async () => {
    const { order } = await write()
    const due = async () =>
      ((await readNextLook(inUse.shop, order))?.getTime() ?? 0) - MONDAY.getTime()
    await runLook(inUse.shop, order)
    expect(await due()).toBe(5 * MINUTE_MS)
    await runLook(inUse.shop, order)
    expect(await due()).toBe(15 * MINUTE_MS)
    expect((await desk.look(order)).status).toBe(202)
    // At once: by the database's clock, which no test can freeze.
    const asked = await readNextLook(inUse.shop, order)
    expect(asked).toBeDefined()
    expect(Math.abs((asked?.getTime() ?? 0) - Date.now())).toBeLessThan(MINUTE_MS)
  })

  it('needs a new code after the days of the old one', async () => {
    const { order, proof } = await write()
    expect((await desk.renew(order)).json.scope.proof?.value).toBe(proof.value)
    clock.freeze(new Date(MONDAY.getTime() + 14 * 24 * 60 * MINUTE_MS))
    simulator.zone.set(proof.record, { texts: [[proof.value]] })
    await runLook(inUse.shop, order)
    expect((await readScope(inUse.shop, order)).state).toBe('submitted')
    expect(await desk.look(order)).toMatchObject({ code: 'scope.proofExpired', status: 410 })
    expect((await desk.read(order)).json.scope.proof?.hasExpired).toBe(true)
    const renewed = await desk.renew(order)
    expect(renewed.json.scope.proof).toMatchObject({ hasExpired: false, look: null })
    expect(renewed.json.scope.proof?.value).not.toBe(proof.value)
  })

  it('is asked for before the form: refused with words', async () => {
    const order = await buy()
    expect(await desk.look(order)).toMatchObject({ code: 'scope.notSubmitted', status: 409 })
  })

  it('can be waived by an admin, with a reason that stays on record', async () => {
    const { id, order } = await write()
    const without = await desk.move(id, { event: 'waive' }, admin)
    expect(without).toMatchObject({ code: 'event.reasonRequired', status: 422 })
    const waived = await desk.move(id, { event: 'waive', reason: 'Surat kuasa diterima' }, admin)
    expect(waived.json.state).toBe('proven')
    const { json } = await desk.read(order)
    expect(json.scope.proof).toMatchObject({ isProven: true, provenBy: 'waiver' })
    const [row] = await queryRows<{ line: string }>(
      inUse.shop.payload,
      sql`select concat_ws(' ', event, actor_role, reason) as line from transitions
        where machine = 'scope' and subject = ${id} order by seq desc limit 1`,
    )
    expect(row?.line).toBe('waive admin Surat kuasa diterima')
  })
})

describe('Agreeing', () => {
  it('schedules the delivery, due at the end of the estimated day, and tells the customer', async () => {
    const { domain, order } = await agree()
    const row = await readDelivery(inUse.shop, order.token)
    const { readyOn, startsOn } = soonDays()
    expect(row).toMatchObject({ assignee: admin.id, state: 'scheduled' })
    expect(row.dueAt).toEqual(endOfWibDay(wibDay(readyOn)))
    const ticked = row.checklist.filter(({ doneAt }) => doneAt).map(({ key }) => key)
    expect(ticked).toEqual(['scope', 'estimate'])
    expect((await readScopeNews(inUse.shop, order.token)).at(-1)).toBe('scope.agreed → customer')
    const seen = await inUse.buyer.look(order.token)
    expect(seen.items[0]?.scope).toMatchObject({ canSubmit: false, domain, readyOn, startsOn })
    expect(await findScope(statementsOn(inUse.shop.payload), row.id)).toEqual({
      domain,
      hosts: [`www.${domain}`],
      readyOn,
      signedAt: MONDAY.toISOString(),
      signerName: 'Budi Santoso',
      signerPosition: 'Direktur',
      startsOn,
    })
    const [begun] = await worker.walk(row, ['analyse'], admin)
    expect(begun).toBe('analysing')
  })

  it('on other days moves the deadline, and tells the customer again', async () => {
    const { id, order } = await agree()
    const body = { note: '', readyOn: '2026-12-23', revision: 1, startsOn: '2026-12-21' }
    clock.freeze(new Date(MONDAY.getTime() + MINUTE_MS))
    expect((await desk.agree(id, body, admin)).status).toBe(200)
    const row = await readDelivery(inUse.shop, order.token)
    expect(row.dueAt).toEqual(endOfWibDay(wibDay('2026-12-23')))
    const told = await readScopeNews(inUse.shop, order.token)
    expect(told.filter((line) => line.startsWith('scope.agreed'))).toHaveLength(2)
  })

  it.each([
    ['startsOn', { startsOn: '2026-11-29' }, 'scope.badDate'],
    ['startsOn', { startsOn: '2026-13-01' }, 'time.invalidDay'],
    ['readyOn', { readyOn: '2026-12-01', startsOn: '2026-12-02' }, 'scope.readyBeforeStart'],
    ['readyOn', { readyOn: '2029-01-01' }, 'scope.badDate'],
  ])('needs days that make sense: %s %j', async (field, days, code) => {
    const { id } = await prove()
    const answer = await desk.agree(id, { ...soonDays(), note: '', revision: 1, ...days }, admin)
    expect([answer.status, answer.code]).toEqual([422, code])
    expect((answer.json as { errors?: { field?: string }[] }).errors?.[0]?.field).toBe(field)
  })

  it('is refused before the domain is proven, and when the customer has changed the form meanwhile', async () => {
    const { domain, id, order, proof } = await write()
    const body = { ...soonDays(), note: '', revision: 1 }
    expect(await desk.agree(id, body, admin)).toMatchObject({
      code: 'event.notAllowed',
      status: 409,
    })
    simulator.zone.set(proof.record, { texts: [[proof.value]] })
    await runLook(inUse.shop, order)
    await desk.submit(order, { domain, hosts: [], technology: 'Laravel' })
    expect(await desk.agree(id, body, admin)).toMatchObject({ code: 'scope.outdated', status: 409 })
  })

  it('closes the form for the customer', async () => {
    const { domain, order } = await agree()
    const answer = await desk.submit(order, { domain, hosts: [], technology: 'Lain' })
    expect(answer).toMatchObject({ code: 'scope.closed', status: 409 })
  })
})

describe('The delivery', () => {
  it('is neither scheduled nor begun without an agreed scope, whoever asks', async () => {
    const { order } = await prove()
    const row = await readDelivery(inUse.shop, order.token)
    expect((await worker.move(row.id, { event: 'start' }, admin)).status).toBe(200)
    // The button is gone, so its event is no word that the door knows.
    expect((await worker.move(row.id, { event: 'schedule' }, admin)).status).toBe(400)
    expect((await readDelivery(inUse.shop, order.token)).state).toBe('scoping')
  })

  it('takes its date back when changes are asked for, and the customer is told what', async () => {
    const { domain, id, order } = await agree()
    const moved = await desk.move(id, { event: 'askChanges', reason }, admin)
    expect(moved.json.state).toBe('changes')
    expect((await readDelivery(inUse.shop, order.token)).state).toBe('scoping')
    const { json } = await desk.read(order)
    expect(json.scope).toMatchObject({ canSubmit: true, changes: reason, schedule: null })
    expect((await readScopeNews(inUse.shop, order.token)).at(-1)).toBe(
      'scope.changesWanted → customer',
    )
    const again = await desk.submit(order, { allowedTimes: 'Malam hari', domain, hosts: [] })
    expect(again.json.scope.state).toBe('proven')
  })

  it('that is being analysed leaves the scope as it is', async () => {
    const { id, order } = await agree()
    const row = await readDelivery(inUse.shop, order.token)
    await worker.walk(row, ['analyse'], admin)
    const asked = await desk.move(id, { event: 'askChanges', reason }, admin)
    expect(asked).toMatchObject({ code: 'scope.analysisBegun', status: 409 })
    const dated = await desk.agree(id, { ...soonDays(), note: '', revision: 1 }, admin)
    expect(dated).toMatchObject({ code: 'scope.analysisBegun', status: 409 })
  })
})
