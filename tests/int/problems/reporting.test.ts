import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { countRows, readRows } from '../../support/books'
import { type LoggedIn, logInAs } from '../../support/people'
import {
  drawPicture,
  fillForm,
  makeReporter,
  readNews,
  readProblem,
  sendForm,
  validReport,
} from '../../support/problems'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const people = makeReporter(() => inUse.shop)
const staff = {} as Record<'admin' | 'editor' | 'owner', LoggedIn>

/** Monday, 10 o'clock WIB: the shop works from 9 to 17. */
const MONDAY = new Date('2026-11-30T03:00:00Z')

beforeAll(async () => {
  for (const role of ['editor', 'admin', 'owner'] as const) {
    staff[role] = await logInAs(inUse.shop, role)
  }
})
beforeEach(() => clock.freeze(MONDAY))
afterEach(() => clock.release())

const countAll = async (): Promise<number[]> => [
  await countRows(inUse.shop.payload, sql`problems`),
  await countRows(inUse.shop.payload, sql`conversation_posts`),
  await countRows(inUse.shop.payload, sql`attachments`),
  await countRows(inUse.shop.payload, sql`notifications where subject_type = 'problem'`),
]

describe('A report', () => {
  it('gets a number, a promise in working hours, a thread and a link that only its maker knows', async () => {
    const { json, status } = await people.send()
    expect(status).toBe(201)
    const { problem } = json
    expect(problem).toMatchObject({
      canReply: true,
      number: expect.stringMatching(/^M-\d{6}$/) as string,
      pictures: 0,
      posts: [{ authorKind: 'customer', authorName: 'Budi Santoso', seq: 1 }],
      // Eight hours of work from Monday ten o'clock: Tuesday ten o'clock.
      replyBy: '2026-12-01T03:00:00.000Z',
      state: 'open',
      what: 'doesNotOpen',
    })
    expect(problem.posts[0]?.body).toBe('Tautan unduhan tidak bisa dibuka.\nMohon bantuannya.')
    expect(problem.token).toMatch(/^[\w-]{43}$/)
    expect(problem.url).toBe(`${inUse.shop.url}/bantuan/${problem.token}`)
    const { headers } = await people.look(problem.token)
    expect(headers.get('cache-control')).toContain('no-store')
  })

  it('sent in the evening of a Saturday is answered on Monday', async () => {
    clock.freeze(new Date('2026-12-05T13:00:00Z'))
    const { json } = await people.send()
    expect(json.problem.replyBy).toBe('2026-12-07T10:00:00.000Z')
  })

  it('is told to the customer and to all who may look after it, and quotes nothing in the receipt', async () => {
    const token = await people.report({ text: 'Kunjungi http://penipu.example sekarang' })
    const { id } = await readProblem(inUse.shop, token)
    const news = await readNews(inUse.shop, id)
    expect(news.filter((line) => line.includes('customer'))).toEqual([
      'problem.received → customer by email',
    ])
    expect(news).toContain('problem.reported → staff by email')
    const [receipt] = await readRows<{ params: string }>(
      inUse.shop.payload,
      sql`select params::text as params from notifications where subject_id = ${id}
        and event = 'problem.received'`,
    )
    expect(receipt?.params).not.toContain('penipu')
  })

  it('whose maker wants WhatsApp is confirmed by mail, too, and needs a number', async () => {
    const token = await people.report({ contact: 'whatsapp', phone: '0812-3456-7890' })
    const { id } = await readProblem(inUse.shop, token)
    const news = await readNews(inUse.shop, id)
    expect(news.filter((line) => line.includes('customer')).sort()).toEqual([
      'problem.received → customer by email',
      'problem.received → customer by whatsapp',
    ])
    const without = await people.send(validReport({ contact: 'whatsapp' }))
    expect([without.status, without.code]).toEqual([422, 'problem.phoneNeeded'])
  })

  it('sent twice with one key is one report; other words under the key are another', async () => {
    const headers = { 'idempotency-key': randomUUID() }
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        people.send(validReport({ email: `${headers['idempotency-key'].slice(0, 8)}@contoh.id` }), {
          ...headers,
          'x-forwarded-for': `10.7.0.${Math.random()}`,
        }),
      ),
    )
    const taken = answers.filter(({ status }) => status === 201)
    expect(new Set(taken.map(({ json }) => json.problem.number)).size).toBe(1)
    // The mailbox takes five an hour; the same report counts each time that it is sent.
    expect(taken).toHaveLength(5)
    const other = await people.send(validReport({ text: 'Kata lain' }), headers)
    expect(other.json.problem.number).not.toBe(taken[0]?.json.problem.number)
  })

  it('names the order by the token of its page, or by number and mailbox together', async () => {
    const { order } = await inUse.buyer.buy({ customer: { email: 'siti@contoh.id' } })
    const orderOf = async (changes: Record<string, unknown>): Promise<null | string> => {
      const token = await people.report(changes)
      return (await readProblem(inUse.shop, token)).orderId
    }
    const id = await orderOf({ orderToken: order.token })
    expect(id).not.toBeNull()
    const number = order.number.toLowerCase()
    expect(await orderOf({ email: 'Siti@contoh.id', order: number })).toBe(id)
    expect(await orderOf({ email: 'orang@lain.id', order: order.number })).toBeNull()
    expect(await orderOf({ email: 'orang@lain.id', order: 'HZ/2026/999999' })).toBeNull()
    expect(await orderOf({ orderToken: 'x'.repeat(43) })).toBeNull()
  })

  it.each([
    ['name', 'B', 'customer.invalidName'],
    ['name', 'Budi\r\nBcc: x@y.z', 'customer.invalidName'],
    ['email', 'bukan email', 'customer.invalidEmail'],
    ['email', 'a@b.c\r\nBcc: x@y.z', 'customer.invalidEmail'],
    ['phone', 'bukan nomor', 'customer.invalidPhone'],
    ['text', '', 'conversation.empty'],
    ['text', 'x'.repeat(4_001), 'conversation.tooLong'],
    ['text', 'a\u0000b', 'conversation.badText'],
    ['what', 'lain', 'problem.badKind'],
    ['contact', 'merpati', 'problem.badContact'],
    ['order', 'x'.repeat(61), 'problem.badOrder'],
    ['homepage', 'http://spam.example', 'problem.looksAutomatic'],
  ])(
    'with a bad %s is refused, the field named, and leaves no trace',
    async (field, value, code) => {
      const before = await countAll()
      const answer = await people.send(validReport({ [field]: value }))
      expect([answer.status, answer.code]).toEqual([422, code])
      expect(answer.json).toMatchObject({ errors: [{ field }] })
      expect(await countAll()).toEqual(before)
    },
  )

  it('that makes no sense is a 400, never a crash', async () => {
    for (const body of ['', 'x', '[]', '7', 'null', '{"text":{"$ne":null}}', '{"a":1}']) {
      const answer = await callShop(inUse.shop, '/api/shop/problems', { method: 'POST', raw: body })
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
    }
    const broken = await callShop(inUse.shop, '/api/shop/problems', {
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      method: 'POST',
      raw: '--x\r\nrubbish',
    })
    expect([broken.status, broken.code]).toEqual([400, 'input.invalid'])
  })

  it('comes at most ten times an hour from one address', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.77' }
    const codes: (string | undefined)[] = []
    for (let at = 0; at < 11; at++) {
      const { code } = await people.send(validReport({ email: `orang${at}@contoh.id` }), headers)
      codes.push(code)
    }
    expect(codes.filter((code) => code === undefined)).toHaveLength(10)
    expect(codes.at(-1)).toBe('rateLimited')
  })
})

describe('Pictures', () => {
  const see = (id: string, seq: number | string, by?: LoggedIn) =>
    fetch(`${inUse.shop.url}/api/problems/${id}/pictures/${seq}`, { headers: by?.headers ?? {} })

  it('come with the report, are made anew, and are seen by admins and owners alone', async () => {
    const photo = await sharp(await drawPicture('jpeg'))
      .withExif({ IFD3: { GPSLatitude: '6/1 12/1 0/1' } })
      .jpeg()
      .toBuffer()
    const form = fillForm(validReport({ email: 'foto@contoh.id' }), [
      { bytes: photo, name: '../../etc/passwd.svg' },
      { bytes: await drawPicture('webp'), name: 'dua.webp' },
    ])
    const { json, status } = await sendForm(inUse.shop, form)
    expect(status).toBe(201)
    const { problem } = json as { problem: { pictures: number; token: string } }
    expect(problem.pictures).toBe(2)
    const { id } = await readProblem(inUse.shop, problem.token)
    const statuses = [await see(id, 1), await see(id, 1, staff.editor)].map(({ status }) => status)
    expect(statuses).toEqual([401, 403])
    for (const by of [staff.admin, staff.owner]) {
      const answer = await see(id, 1, by)
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'cache-control': 'private, no-store',
        'content-disposition': 'inline; filename="lampiran-1.webp"',
        'content-security-policy': "default-src 'none'; img-src 'self'; sandbox",
        'content-type': 'image/webp',
        'x-content-type-options': 'nosniff',
      })
      const { exif, format } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
      expect([format, exif]).toEqual(['webp', undefined])
    }
    for (const seq of [3, 0, 'x', '1e9', '%00']) {
      expect((await see(id, seq, staff.owner)).status).toBeGreaterThanOrEqual(400)
      expect((await see(id, seq, staff.owner)).status).toBeLessThan(500)
    }
    expect((await see(randomUUID(), 1, staff.owner)).status).toBe(404)
  })

  it('of which one is bad leave nothing behind; the refusal names the field and which', async () => {
    const before = await countAll()
    const good = { bytes: await drawPicture(), name: 'a.png' }
    for (const [bytes, code] of [
      ['<svg onload="alert(1)"/>', 'attachment.badType'],
      ['', 'attachment.empty'],
      [Buffer.alloc(5_000_001), 'attachment.tooLarge'],
      [(await drawPicture()).subarray(0, 30), 'attachment.broken'],
    ] as const) {
      const answer = await sendForm(
        inUse.shop,
        fillForm(validReport(), [good, { bytes, name: 'b.png' }, good]),
      )
      expect([answer.status, answer.code]).toEqual([422, code])
      expect(answer.json).toMatchObject({
        errors: [{ details: { file: 2 }, field: 'screenshots' }],
      })
    }
    const four = await sendForm(inUse.shop, fillForm(validReport(), [good, good, good, good]))
    expect([four.status, four.code]).toEqual([422, 'attachment.tooMany'])
    expect(await countAll()).toEqual(before)
  })

  it('of ten gigabytes are cut off long before they are here', async () => {
    let sent = 0
    let isOver = false
    const flood = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1_000_000
        if (isOver || sent > 10_000_000_000) controller.close()
        else controller.enqueue(new Uint8Array(1_000_000))
      },
    })
    const request = new Request(`${inUse.shop.url}/api/shop/problems`, {
      body: flood,
      duplex: 'half',
      headers: { 'content-type': 'multipart/form-data; boundary=x', 'x-forwarded-for': '10.8.0.1' },
      method: 'POST',
    } as RequestInit)
    const answer = await fetch(request).then(
      ({ status }) => status,
      () => 'cut off',
    )
    isOver = true
    expect(['cut off', 413]).toContain(answer)
    expect(sent).toBeLessThan(100_000_000)
  })
})
