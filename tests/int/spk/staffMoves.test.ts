import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { queryRows, sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { newestFile } from '@/plugin/spk/queries/scene'

import { readRows } from '../../support/books'
import { freezeOn, makeContractDesk } from '../../support/contracts'
import { logInAs, type LoggedIn } from '../../support/people'
import { callShop } from '../../support/purchase'
import { NIK } from '../../factories/spkContent'
import { makeSpkStaffDesk } from '../../support/spkStaffDesk'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const desk = makeContractDesk(inUse)
const spks = makeSpkStaffDesk(inUse, desk)
let tempel = ''
let eFirst = ''
let colleague = {} as LoggedIn

beforeAll(async () => {
  await desk.enter([], true)
  tempel = await spks.template()
  eFirst = await spks.template({ mode: 'e-first', name: 'Naskah e-Meterai' })
  colleague = await logInAs(inUse.shop, 'admin')
})
beforeEach(() => void freezeOn(0))
afterAll(() => {
  clock.release()
})

const PDF = new TextEncoder().encode('%PDF-1.7 berkas %%EOF')

/** What the check of a stamp has found, beside the job that finds it. */
const judge = async (spk: string, report: object): Promise<void> => {
  const file = newestFile(await spks.look(spk), 'stamped')
  await queryRows(
    inUse.shop.payload,
    sql`update spk_files set meterai = ${JSON.stringify(report)}::jsonb where id = ${file?.id ?? null}`,
  )
  await spks.fire(spk, 'failStamp')
}

const report = (changes: object) => ({
  environment: 'PROD',
  isPrefix: true,
  notes: [],
  rect: null,
  serial: `${Math.random()}`.slice(2, 18).padEnd(22, 'A').toUpperCase(),
  signedAt: null,
  signer: null,
  verdict: 'VALID_UNKNOWN_CA',
  ...changes,
})

describe('A file with e-Meterai', () => {
  it('is kept as it came and waits for its check', async () => {
    const { spk } = await spks.issued({ template: eFirst })
    const { json, status } = await spks.bring(spk, 'stamped', PDF)
    expect([status, json.state]).toEqual([200, 'stampCheck'])
    const jobs = await readRows(
      inUse.shop.payload,
      sql`select task_identifier as task from graphile_worker.jobs where key like 'spk.checkStamp:%'`,
    )
    expect(jobs).toContainEqual({ task: 'spk.checkStamp' })
    const file = newestFile(await spks.look(spk), 'stamped')
    const download = await fetch(`${inUse.shop.url}/api/spks/${spk}/files/${file?.id}`, {
      headers: desk.people.admin.headers,
    })
    expect(Buffer.from(await download.arrayBuffer()).equals(Buffer.from(PDF))).toBe(true)
    expect(download.headers.get('content-disposition')).toMatch(
      /^attachment; filename="\d{3}-SPK-HZ-XII-2026-r0-stamped\.pdf"$/,
    )
    expect(download.headers.get('x-content-type-options')).toBe('nosniff')
    const looks = await readRows<{ what: string }>(
      inUse.shop.payload,
      sql`select what from spk_accesses where spk_id = ${spk}`,
    )
    expect(looks).toEqual([{ what: 'downloaded' }])
  })

  it('is saved under a name that we made, whatever it was called', async () => {
    const { spk } = await spks.issued({ template: eFirst })
    const names = [
      '../../etc/passwd',
      'CON',
      'a'.repeat(300),
      'a.pdf\r\nX-Injected: y',
      'laporan\u202efdp.exe',
      'a";filename="b.html',
    ]
    for (const name of names) {
      const brought = await spks.bring(spk, 'stamped', PDF, undefined, undefined, name)
      expect([name, brought.status]).toEqual([name, 200])
      const file = newestFile(await spks.look(spk), 'stamped')
      const { headers } = await fetch(`${inUse.shop.url}/api/spks/${spk}/files/${file?.id}`, {
        headers: desk.people.admin.headers,
      })
      expect(headers.get('content-disposition')).toMatch(
        /^attachment; filename="\d{3}-SPK-HZ-XII-2026-r0-stamped\.pdf"$/,
      )
      expect(headers.get('x-injected')).toBeNull()
      await spks.fire(spk, 'failStamp')
    }
    const rows = await readRows(
      inUse.shop.payload,
      sql`select store_key as key from spk_files where spk_id = ${spk}`,
    )
    expect(JSON.stringify(rows)).not.toMatch(/passwd|CON|exe|html|Injected/)
  })

  it('is none of the modes in which the stamp comes later', async () => {
    const { spk } = await spks.issued({ template: tempel })
    const answer = await spks.bring(spk, 'stamped', PDF)
    expect([answer.status, answer.code]).toEqual([409, 'event.guardRefused'])
  })

  it('that is no PDF is refused with its field, and nothing is kept', async () => {
    const { spk } = await spks.issued({ template: eFirst })
    for (const bytes of [new TextEncoder().encode('halo'), new Uint8Array(0)]) {
      const { json, status } = await spks.bring(spk, 'stamped', bytes)
      expect([status, (json as never as { errors: { field: string }[] }).errors[0]?.field]).toEqual(
        [422, 'file'],
      )
    }
    expect((await spks.look(spk)).files.map(({ kind }) => kind)).toEqual(['issued'])
  })

  it('of an unknown issuer may be used with a reason; its serial then belongs to it alone', async () => {
    const serial = 'ABCDEFGHIJ0123456789AB'
    const use = async () => {
      const { spk } = await spks.issued({ template: eFirst })
      await spks.bring(spk, 'stamped', PDF)
      await judge(spk, report({ serial }))
      return { answer: await spks.move(spk, 'overrideStamp', 'Diperiksa di situs Peruri'), spk }
    }
    const first = await use()
    expect([first.answer.status, first.answer.json.state]).toEqual([200, 'awaitingSignature'])
    const second = await use()
    expect([second.answer.status, second.answer.code]).toEqual([409, 'spk.serialTaken'])
  })

  it.each(['BROKEN', 'IMAGE_ONLY', 'NONE', 'STAGING_SPECIMEN'])(
    'that is %s is never used, whatever the reason',
    async (verdict) => {
      const { spk } = await spks.issued({ template: eFirst })
      await spks.bring(spk, 'stamped', PDF)
      await judge(spk, report({ verdict }))
      const answer = await spks.move(spk, 'overrideStamp', 'Tetap mau dipakai')
      expect([answer.status, answer.code]).toEqual([409, 'spk.noOverride'])
    },
  )
})

describe('Ways out', () => {
  it('a replaced agreement makes room for a draft that knows its customer; its NIK is sealed anew', async () => {
    const { orderId, spk } = await spks.issued({ template: tempel })
    expect((await spks.move(spk, 'supersede')).json.state).toBe('superseded')
    const [row] = await readRows<{ id: string }>(
      inUse.shop.payload,
      sql`select id from spks where order_id = ${orderId} and state <> 'superseded'`,
    )
    const next = await spks.look(row?.id ?? '')
    expect(next).toMatchObject({ number: null, state: 'draft', templateId: tempel })
    expect(next.nikSealed).not.toBe((await spks.look(spk)).nikSealed)
    expect((await spks.act<{ nik: string }>(next.id, 'nik', { seen: undefined })).json.nik).toBe(
      NIK,
    )
    await spks.act(next.id, 'propose')
    await spks.fire(next.id, 'confirmContent', { actor: spks.CUSTOMER, facts: { isSame: true } })
    await spks.act(next.id, 'issue')
    expect((await spks.look(next.id)).number).not.toBe((await spks.look(spk)).number)
  })

  it('a cancelled one can be opened again, and keeps its number; the customer is told', async () => {
    const { orderId, spk } = await spks.issued({ template: tempel })
    const { number } = await spks.look(spk)
    expect((await spks.move(spk, 'cancel')).json.state).toBe('cancelled')
    expect(await spks.told(orderId, 'customer')).toContain('spk.cancelled')
    expect((await spks.move(spk, 'reopen')).json.state).toBe('draft')
    expect((await spks.look(spk)).number).toBe(number)
  })

  it('one whose order is cancelled stays as it is', async () => {
    const { orderId, spk } = await spks.filled({ template: tempel })
    await callShop(inUse.shop, `/api/orders/${orderId}/move`, {
      body: { event: 'cancel', reason: 'Tidak jadi memesan' },
      headers: desk.people.admin.headers,
    })
    const answer = await spks.move(spk, 'reopen')
    expect([answer.status, answer.code]).toEqual([409, 'order.cancelled'])
  })

  it('one in force can be terminated, with a reason', async () => {
    const { spk, token } = await spks.confirmed({ template: tempel })
    await spks.fire(spk, 'seal')
    await desk.pay(token)
    expect((await spks.look(spk)).state).toBe('active')
    expect((await spks.move(spk, 'terminate', '')).status).toBe(422)
    expect((await spks.move(spk, 'terminate', 'Wanprestasi')).json.state).toBe('terminated')
  })
})

describe('What staff do to an agreement that its customer has seen', () => {
  /** Messages of one event to the customer, by the ways they take, with what staff have written. */
  const toldOf = (orderId: string, event: string) =>
    readRows<{ channel: string; note: string; until: string }>(
      inUse.shop.payload,
      sql`select channel, params->>'note' as note, params->>'until' as until from notifications
        where subject_id = ${orderId} and recipient_kind = 'customer' and event = ${event}
        order by channel`,
    )
  const proposed = async () => {
    const made = await spks.filled({ template: tempel })
    await spks.act(made.spk, 'propose')
    return made
  }
  const active = async () => {
    const made = await spks.confirmed({ template: tempel })
    await spks.fire(made.spk, 'seal')
    await desk.pay(made.token)
    return made
  }
  const WAYS = {
    cancel: ['spk.cancelled', proposed],
    revoke: ['spk.revoked', () => spks.confirmed({ template: tempel })],
    supersede: ['spk.superseded', () => spks.issued({ template: tempel })],
    terminate: ['spk.terminated', active],
    withdraw: ['spk.withdrawn', proposed],
  } as const

  it.each(Object.entries(WAYS))(
    '%s: he is told once, with the reason; a shop without a chat account has two ways',
    async (event, [news, make]) => {
      const { orderId, spk } = await make()
      expect((await spks.move(spk, event, 'Alasan kami')).status).toBe(200)
      const told = { note: 'Alasan kami', until: '' }
      expect(await toldOf(orderId, news)).toEqual([
        { ...told, channel: 'email' },
        { ...told, channel: 'inApp' },
      ])
      expect((await spks.move(spk, event, 'Alasan kami')).status).toBe(409)
      expect(await toldOf(orderId, news)).toHaveLength(2)
    },
  )

  it('an order that is cancelled ends the links of its agreement, and he is told once', async () => {
    const { orderId, spk } = await proposed()
    await callShop(inUse.shop, `/api/orders/${orderId}/move`, {
      body: { event: 'cancel', reason: 'Tidak jadi memesan' },
      headers: desk.people.admin.headers,
    })
    expect(await toldOf(orderId, 'spk.cancelled')).toHaveLength(2)
    const alive = await readRows(
      inUse.shop.payload,
      sql`select id from spk_links where spk_id = ${spk} and revoked_at is null`,
    )
    expect(alive).toEqual([])
  })

  it('a draft that he has never seen is cancelled without a word', async () => {
    const { orderId, spk } = await spks.filled({ template: tempel })
    await spks.move(spk, 'cancel')
    expect(await spks.told(orderId, 'customer')).toEqual([])
  })
})

describe('Handing over', () => {
  it('gives the agreement to a colleague, who is told with the note', async () => {
    const { orderId, spk } = await spks.filled({ template: tempel })
    const done = await spks.act(spk, 'handover', {
      note: 'Telepon setelah pukul 15',
      to: colleague.id,
    })
    expect(done.status).toBe(200)
    expect((await spks.look(spk)).assignee).toBe(colleague.id)
    expect(await spks.told(orderId, 'staff')).toContain('spk.handedOver')
    const again = await spks.act(spk, 'handover', { note: 'Sekali lagi', to: colleague.id })
    expect([again.status, again.code]).toEqual([409, 'spk.sameAssignee'])
    const editor = await spks.act(spk, 'handover', {
      note: 'Untuk Anda',
      to: desk.people.editor.id,
    })
    expect([editor.status, editor.code]).toEqual([422, 'fulfilment.badAssignee'])
  })

  it('keeps what the official site said of the stamp, with who asked', async () => {
    const { spk } = await spks.issued({ template: eFirst })
    await spks.act(spk, 'official-check', { note: '', result: 'match', site: 'peruri' })
    expect((await spks.look(spk)).officialCheck).toMatch(/^Peruri: sesuai \(Si admin, /)
  })
})

describe('Doors of staff', () => {
  const BODIES: Record<string, object> = {
    accept: { checklist: {}, sha256: 'a'.repeat(64) },
    choice: { key: 'tekan-sekali-14' },
    draft: {},
    handover: {},
    issue: {},
    nik: {},
    'official-check': {},
    photo: {},
    propose: {},
    reject: {},
    send: {},
  }

  it.each([...Object.keys(BODIES), 'move', 'files'])(
    '%s opens to admins and owners only',
    async (door) => {
      const { customer, spk } = await spks.draft()
      const other = await desk.logIn()
      const knock = async (by?: LoggedIn) =>
        (
          await callShop(inUse.shop, `/api/spks/${spk}/${door}`, {
            body: BODIES[door] ?? {},
            headers: by?.headers,
          })
        ).status
      const guest = door === 'move' ? [401, 403] : [401]
      expect(guest).toContain(await knock())
      for (const by of [customer, other, desk.people.editor]) {
        expect(await knock(by)).toBe(403)
      }
    },
  )

  it.each([
    'preview',
    'issued/1',
    `files/${crypto.randomUUID()}`,
    `pictures/${crypto.randomUUID()}`,
  ])('GET %s opens to admins and owners only', async (door) => {
    const { customer, spk } = await spks.draft()
    const status = async (by?: LoggedIn) =>
      (await fetch(`${inUse.shop.url}/api/spks/${spk}/${door}`, { headers: by?.headers ?? {} }))
        .status
    expect(await status()).toBe(401)
    expect(await status(customer)).toBe(403)
    expect(await status(desk.people.editor)).toBe(403)
    expect([200, 404]).toContain(await status(desk.people.admin))
  })

  it('never show a file of another agreement', async () => {
    const first = await spks.issued({ template: tempel })
    const second = await spks.issued({ template: tempel })
    const file = newestFile(await spks.look(first.spk), 'issued')
    const url = `${inUse.shop.url}/api/spks/${second.spk}/files/${file?.id}`
    const { status } = await fetch(url, { headers: desk.people.admin.headers })
    expect(status).toBe(404)
  })

  it('show a page of the issued document as a picture', async () => {
    const { spk } = await spks.issued({ template: tempel })
    const page = (number: number) =>
      fetch(`${inUse.shop.url}/api/spks/${spk}/issued/${number}`, {
        headers: desk.people.admin.headers,
      })
    const first = await page(1)
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect((await page(99)).status).toBe(404)
  })

  it('answer 404 to an address that names nothing', async () => {
    const missing = await spks.post(`/api/spks/${crypto.randomUUID()}/nik`, {})
    const odd = await spks.post('/api/spks/bukan-id/nik', {})
    expect([missing.status, odd.status]).toEqual([404, 404])
  })
})
