import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { makeSealSettings } from '@/dev/seal'
import { startPeruriSimulator } from '@/dev/peruri'
import { createAuthority, stampPdf } from '@/dev/peruri/stamping'
import { queryRows, sql, statementsOn } from '@/plugin/kernel/payload'
import { startWorker } from '@/plugin/kernel/queue'
import { clock } from '@/plugin/kernel/time'
import { findVerification } from '@/plugin/spk'
import { readSpkFile } from '@/plugin/spk/papers/files'
import { findAudit } from '@/plugin/spk/queries/findAudit'
import { newestFile } from '@/plugin/spk/queries/scene'
import { extractedSignatures } from '../../support/spkSignatures'
import { freezeOn, makeContractDesk } from '../../support/contracts'
import { callShop } from '../../support/purchase'
import { printSignScan } from '../../support/spkReturn'
import { makeSpkStaffDesk } from '../../support/spkStaffDesk'
import { useShop } from '../../support/useShop'

const account = { password: 'only-for-this-test', user: 'meterai@lunas.test' }
const authority = createAuthority({ environment: 'staging', now: new Date('2026-11-22T00:00:00Z') })
const peruri = await startPeruriSimulator({ ...account, authority })
const seal = makeSealSettings({ at: new Date('2026-01-01T00:00:00Z'), name: 'Toko uji' })
const inUse = useShop({
  ...seal,
  PERURI_BACKEND_URL: peruri.url,
  PERURI_PASSWORD: account.password,
  PERURI_SERIAL_URL: peruri.url,
  PERURI_SIGN_URL: peruri.url,
  PERURI_UPLOAD_URL: peruri.url,
  PERURI_USER: account.user,
  SPK_METERAI_ROOTS: peruri.control.roots().join('\n'),
  SPK_TAKES_SPECIMENS: '1',
})
const contracts = makeContractDesk(inUse)
const desk = makeSpkStaffDesk(inUse, contracts)

let stop: () => Promise<void> = () => Promise.resolve()

beforeAll(async () => {
  await contracts.enter([], true)
  const { lunasTasks } = await import('@/plugin')
  const worker = await startWorker({
    concurrency: 1,
    connectionString: process.env.DATABASE_URL ?? '',
    crons: [],
    payload: inUse.shop.payload,
    tasks: lunasTasks.filter(({ name }) => name.startsWith('spk.')),
  })
  stop = () => worker.stop()
})

afterAll(async () => {
  await stop()
  await peruri.close()
  clock.release()
})

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Waits until the jobs of an agreement have brought it where it is wanted. */
const reach = async (spk: string, ...states: readonly string[]): Promise<string> => {
  for (let tries = 0; tries < 1_800; tries++) {
    const { state } = await desk.look(spk)
    if (states.includes(state)) {
      return state
    }
    await pause(100)
  }
  const { files, state } = await desk.look(spk)
  const notes = files.map(({ fault, kind, meterai }) => ({ fault, kind, meterai }))
  const jobs = await queryRows(
    inUse.shop.payload,
    sql`select t.identifier, j.last_error from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier like 'spk.%'`,
  )
  const why = JSON.stringify({ jobs, notes })
  throw new Error(`${spk} is still ${state}, not ${states.join(' or ')}: ${why}`)
}

type Made = Awaited<ReturnType<typeof desk.filled>>

const asCustomer = <T = { spk: { content: { hash: string } | null } }>(
  made: Made,
  path: string,
  body?: object,
) =>
  callShop<T>(inUse.shop, `/api/shop/orders/${made.token}/spk${path}`, {
    ...(body ? { body } : {}),
    headers: made.customer.headers,
  })

const done = async <T>(answer: Promise<{ json: T; status: number }>): Promise<T> => {
  const { json, status } = await answer
  if (status >= 300) {
    throw new Error(`${status} ${JSON.stringify(json)}`)
  }
  return json
}

const confirmContent = async (made: Made): Promise<void> => {
  const { spk } = await done(asCustomer(made, ''))
  await done(asCustomer(made, '/confirm', { hash: spk.content?.hash }))
}

/** An agreement on its shortest way to the paper: as the customer's data are, he agrees, it is issued. */
const toIssued = async (mode: 'e-first' | 'e-last'): Promise<Made> => {
  freezeOn(0)
  const made = await desk.filled({ template: await desk.template({ mode }) })
  await done(desk.act(made.spk, 'propose'))
  await confirmContent(made)
  await done(desk.act(made.spk, 'issue'))
  return made
}

const upload = async (made: Made, bytes: Uint8Array): Promise<void> => {
  const { upload: begun } = await done(
    asCustomer<{ upload: { chunkBytes: number; id: string } }>(made, '/uploads', {
      files: [{ size: bytes.length }],
      kind: 'scan',
    }),
  )
  const part = begun.chunkBytes
  for (let offset = 0; offset < bytes.length; offset += part) {
    const url = `${inUse.shop.url}/api/shop/orders/${made.token}/spk/uploads/${begun.id}/0/${offset}`
    const { status } = await fetch(url, {
      body: bytes.slice(offset, offset + part),
      headers: { 'content-type': 'application/octet-stream', ...made.customer.headers },
      method: 'POST',
    })
    expect(status).toBe(204)
  }
  await done(asCustomer(made, `/uploads/${begun.id}/finish`, {}))
}

/** What comes out of the customer's scanner. */
const signOnPaper = async (spk: string, time: number): Promise<Uint8Array> => {
  const scene = await desk.look(spk)
  const printed = newestFile(scene, 'stamped') ?? newestFile(scene, 'issued')
  const layout = scene.current?.layout
  if (!printed || !layout) {
    throw new Error('Nothing to sign')
  }
  const bytes = await readSpkFile(inUse.shop.payload, printed)
  return printSignScan({ bytes, layout, signing: { hand: 3, time } })
}

const fileOf = async (spk: string, kind: 'final' | 'issued' | 'scan' | 'sealed' | 'stamped') => {
  const file = newestFile(await desk.look(spk), kind)
  if (!file) {
    throw new Error(`No ${kind}`)
  }
  return { bytes: await readSpkFile(inUse.shop.payload, file), file }
}

const colours = async (spk: string): Promise<string[]> => {
  const { analysis } = (await fileOf(spk, 'scan')).file as unknown as {
    analysis: { findings: { severity: string; signal: string }[] }
  }
  return analysis.findings.filter(({ severity }) => severity === 'red').map(({ signal }) => signal)
}

describe('An agreement from the order to the money', () => {
  it('with e-Meterai first: a correction, a rejected signature, then confirmed, sealed and paid', async () => {
    freezeOn(0)
    const template = await desk.template({ mode: 'e-first' })
    const made = await desk.filled({ template })
    const { spk } = made

    // The customer finds a mistake, staff correct it, he agrees.
    await done(desk.act(spk, 'propose'))
    await done(
      asCustomer(made, '/remarks', {
        remarks: [{ field: 'customer.address.street', text: 'Nomor rumah saya 12.' }],
      }),
    )
    await done(desk.move(spk, 'revise'))
    await done(
      desk.act(spk, 'draft', {
        ...{ company: null, place: '' },
        address: {
          city: 'Kota Bandung',
          postalCode: '40115',
          province: 'Jawa Barat',
          street: 'Jalan Merdeka Nomor 12',
        },
        email: 'budi@contoh.id',
        name: 'Budi Santoso',
        phone: '0812-3456-7890',
        template,
      }),
    )
    await done(desk.act(spk, 'propose'))
    await confirmContent(made)
    await done(desk.act(spk, 'issue'))
    expect((await desk.look(spk)).number).toMatch(/^\d{3}\/SPK\/HZ\/XII\/2026$/)

    // The account affixes the e-Meterai; the file is judged by itself.
    await done(desk.act(spk, 'stamp'))
    await reach(spk, 'awaitingSignature')
    const issued = await fileOf(spk, 'issued')
    const stamped = await fileOf(spk, 'stamped')
    expect(Buffer.from(stamped.bytes.slice(0, issued.bytes.length)).equals(issued.bytes)).toBe(true)
    expect(stamped.file.serial).toMatch(/^[0-9A-Z]{22}$/)

    // A first scan is not accepted, the second one is.
    await upload(made, await signOnPaper(spk, 1))
    expect(await reach(spk, 'underReview', 'awaitingSignature')).toBe('underReview')
    expect(await colours(spk)).toEqual([])
    await done(desk.act(spk, 'reject', { reasons: ['unreadable'] }))
    await upload(made, await signOnPaper(spk, 2))
    await reach(spk, 'underReview')
    expect((await inUse.buyer.look(made.token)).nextAction).toBe('agree')
    await done(desk.act(spk, 'official-check', { note: '', result: 'match', site: 'peruri' }))
    await done(desk.accept(spk))
    await reach(spk, 'sealed')

    // The order can be paid, and the first money puts the agreement in force.
    expect(await inUse.buyer.look(made.token)).toMatchObject({
      nextAction: 'pay',
      spk: { isConfirmed: true },
      state: 'open',
    })
    await contracts.pay(made.token)
    await reach(spk, 'active')

    const sealed = await fileOf(spk, 'sealed')
    expect(await extractedSignatures(sealed.bytes)).toEqual(['SegelLunas'])
    const scene = await desk.look(spk)
    const audit = await findAudit(statementsOn(inUse.shop.payload), scene)
    expect(audit.meterai?.official).toMatch(/^Peruri: sesuai \(Si admin, /)
    expect(audit.events.find(({ from }) => from)?.from?.id).toMatch(
      /^API, masuk dengan akunnya, jaringan [0-9a-f]{16}$/,
    )
    const page = await findVerification(inUse.shop.payload, scene.token)
    expect(page?.files.map(({ sha256 }) => sha256)).toContain(sealed.file.sha256)
    const { links, waiting } = page?.chain ?? expect.unreachable('No record')
    const [row] = await queryRows<{ moves: number }>(
      inUse.shop.payload,
      sql`select count(*)::int as moves from transitions where machine = 'spk' and subject = ${spk}`,
    )
    expect(links.length + waiting).toBe(row?.moves)
    // Everything up to the confirmation was in the chain before the package named it.
    expect(links.length).toBeGreaterThan(8)
    expect(links.every(({ isIntact }) => isIntact)).toBe(true)
    expect(JSON.stringify(page)).not.toMatch(/Budi|3174010203900001|Merdeka/)
  }, 480_000)

  it('takes a file that the portal wrote anew when it says the same, and no other', async () => {
    const { spk } = await toIssued('e-first')
    const issued = await fileOf(spk, 'issued')
    const stampAnew = async (serial: string, change: (pdf: PDFDocument) => void) => {
      const pdf = await PDFDocument.load(issued.bytes, { updateMetadata: false })
      change(pdf)
      const bytes = await pdf.save({ useObjectStreams: true })
      const rect = [400, 400, 454, 454] as const
      return stampPdf(bytes, { at: clock.now(), authority, page: 1, rect, serial })
    }
    const other = await stampAnew('ANEW00000000000000000A', (pdf) =>
      pdf.getPage(0).drawText('Rp1', { x: 300, y: 300 }),
    )
    await done(desk.bring(spk, 'stamped', other))
    expect(await reach(spk, 'issued', 'awaitingSignature')).toBe('issued')
    const judged = (await fileOf(spk, 'stamped')).file.meterai
    expect(judged).toMatchObject({
      content: { isSameText: false },
      isPrefix: false,
      verdict: 'VALID',
    })
    const refused = await desk.move(spk, 'overrideStamp', 'Tetap dipakai saja')
    expect([refused.status, refused.code]).toEqual([409, 'spk.noOverride'])

    const same = await stampAnew('ANEW00000000000000000B', () => undefined)
    await done(desk.bring(spk, 'stamped', same))
    await reach(spk, 'awaitingSignature')
    const { file } = await fileOf(spk, 'stamped')
    expect(file).toMatchObject({
      meterai: { content: { isSameLook: true, isSameText: true }, isPrefix: false },
      serial: 'ANEW00000000000000000B',
    })
  }, 480_000)

  it('with e-Meterai last: the accepted scan is stamped, then confirmed, its stamp still in order', async () => {
    const made = await toIssued('e-last')
    const { spk } = made
    await done(desk.act(spk, 'send'))
    await upload(made, await signOnPaper(spk, 3))
    await reach(spk, 'underReview')
    await done(desk.accept(spk))
    expect((await desk.look(spk)).state).toBe('finalStamp')
    expect((await inUse.buyer.look(made.token)).state).toBe('placed')
    await done(desk.act(spk, 'stamp'))
    await reach(spk, 'sealed')
    const scan = await fileOf(spk, 'scan')
    const final = await fileOf(spk, 'final')
    expect(Buffer.from(final.bytes.slice(0, scan.bytes.length)).equals(scan.bytes)).toBe(true)
    expect((await inUse.buyer.look(made.token)).nextAction).toBe('pay')
  }, 480_000)

  it('buys one serial, however often the office does not answer', async () => {
    const { spk } = await toIssued('e-first')
    const before = peruri.control.state().serials.length
    peruri.control.addFault({ door: 'sign', kind: 'drop', takesEffect: true })
    await done(desk.act(spk, 'stamp'))
    await reach(spk, 'awaitingSignature')
    expect(peruri.control.state().serials).toHaveLength(before + 1)
    const stamps = await queryRows<{ serial: string }>(
      inUse.shop.payload,
      sql`select serial from spk_stamps where spk_id = ${spk}`,
    )
    expect(stamps).toHaveLength(1)
    expect((await fileOf(spk, 'stamped')).file.serial).toBe(stamps[0]?.serial)
  }, 120_000)

  it('goes no further with a stamp that does not fit, and staff are told why', async () => {
    const { orderId, spk } = await toIssued('e-first')
    peruri.control.addFault({ door: 'sign', kind: 'wrongSignature' })
    await done(desk.act(spk, 'stamp'))
    await vi.waitFor(
      async () => expect(await desk.told(orderId, 'staff')).toContain('spk.stampFailed'),
      {
        interval: 200,
        timeout: 30_000,
      },
    )
    expect((await desk.look(spk)).state).toBe('issued')
    expect((await fileOf(spk, 'stamped')).file).toMatchObject({
      meterai: { verdict: 'BROKEN' },
      serial: null,
    })
  }, 120_000)
})
