import sharp from 'sharp'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'

import { sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { clearUploads, spkRuntime } from '@/plugin/spk'
import { readRows } from '../../support/books'
import type { LoggedIn } from '../../support/people'
import { makeSpkDesk, pdfOf, sendBytes } from '../../support/spkDesk'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const desk = makeSpkDesk(inUse)

beforeAll(() => desk.enter())
afterEach(() => clock.release())

const CHUNK = 512 * 1024

type Upload = {
  upload: { chunkBytes: number; id: string; missing: { file: number; offset: number }[] }
}

/** A PDF of so many bytes, as seen from outside. */
const pdfOfSize = (size: number, mark = 'a'): Uint8Array => {
  const frame = pdfOf('')
  return pdfOf(mark.repeat(size - frame.length))
}

const photo = async (shade: number): Promise<Uint8Array> =>
  new Uint8Array(
    await sharp({
      create: { background: { b: 200, g: shade, r: 240 }, channels: 3, height: 900, width: 640 },
    })
      .jpeg()
      .toBuffer(),
  )

const begin = (token: string, files: readonly Uint8Array[], by?: LoggedIn, kind = 'scan') =>
  desk.call<Upload>(`${desk.byOrder(token)}/uploads`, {
    body: { files: files.map(({ length }) => ({ size: length })), kind },
    by,
  })

const partUrl = (token: string, id: string, part: { file: number; offset: number }): string =>
  `${inUse.shop.url}${desk.byOrder(token)}/uploads/${id}/${part.file}/${part.offset}`

const sendPart = (
  where: { by: LoggedIn; id: string; token: string },
  part: { file: number; offset: number },
  bytes: Uint8Array,
) => sendBytes(partUrl(where.token, where.id, part), bytes, where.by.headers)

const finish = (token: string, id: string, by?: LoggedIn) =>
  desk.call(`${desk.byOrder(token)}/uploads/${id}/finish`, { body: {}, by })

/** Sends files whole, part by part. */
const bring = async (token: string, files: readonly Uint8Array[], by: LoggedIn, kind = 'scan') => {
  const begun = await begin(token, files, by, kind)
  if (begun.status !== 201) {
    return begun as unknown as Awaited<ReturnType<typeof finish>>
  }
  const { id, missing } = begun.json.upload
  for (const part of missing) {
    const bytes = (files[part.file] ?? new Uint8Array()).slice(part.offset, part.offset + CHUNK)
    await sendPart({ by, id, token }, part, bytes)
  }
  return finish(token, id, by)
}

const filesOf = (spkId: string) =>
  readRows<{ kind: string; pages: null | number; seq: number; size: number }>(
    inUse.shop.payload,
    sql`select kind, pages::int as pages, seq::int as seq, size::int as size from spk_files
      where spk_id = ${spkId} and kind <> 'issued' order by kind, seq`,
  )

const jobsOf = (spkId: string) =>
  readRows<{ task: string }>(
    inUse.shop.payload,
    sql`select t.identifier as task from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where j.payload->>'spkId' = ${spkId}`,
  )

describe('the signed document', () => {
  it('comes in parts, is looked at by a job and counts as an attempt', async () => {
    const { customer, id, spkId, token } = await desk.signing()
    const file = pdfOfSize(CHUNK + 1_000)
    const { json, status } = await bring(token, [file], customer)
    expect([status, json.spk.state, json.spk.turn]).toEqual([200, 'analysing', 'system'])
    expect(await filesOf(spkId)).toEqual([{ kind: 'scan', pages: null, seq: 1, size: file.length }])
    expect(await jobsOf(spkId)).toEqual([{ task: 'spk.analyse' }])
    expect(await desk.spkOf(id)).toMatchObject({ attempts: 1, state: 'analysing' })
  })

  it('goes on after a broken connection: only what is missing is sent again', async () => {
    const { customer: by, token } = await desk.signing()
    const file = pdfOfSize(2 * CHUNK + 7)
    const { id, missing } = (await begin(token, [file], by)).json.upload
    expect(missing).toHaveLength(3)
    const where = { by, id, token }
    await sendPart(where, { file: 0, offset: CHUNK }, file.slice(CHUNK, 2 * CHUNK))
    const half = await sendPart(where, { file: 0, offset: 0 }, file.slice(0, 100))
    expect(half).toEqual({ code: 'spk.uploadBroken', status: 422 })
    const early = await finish(token, id, by)
    expect([early.status, early.code]).toEqual([409, 'spk.uploadIncomplete'])
    const asked = await desk.call<Upload>(`${desk.byOrder(token)}/uploads/${id}`, { by })
    expect(asked.json.upload.missing.map(({ offset }) => offset)).toEqual([0, 2 * CHUNK])
    for (const { offset } of asked.json.upload.missing) {
      expect(
        await sendPart(where, { file: 0, offset }, file.slice(offset, offset + CHUNK)),
      ).toEqual({
        code: undefined,
        status: 204,
      })
    }
    expect((await finish(token, id, by)).status).toBe(200)
  })

  it('that is sent twice is brought once, and the answer is the same', async () => {
    const { customer, id: orderId, spkId, token } = await desk.signing()
    const file = pdfOf('once')
    const { id, missing } = (await begin(token, [file], customer)).json.upload
    await sendPart({ by: customer, id, token }, missing[0] ?? { file: 0, offset: 0 }, file)
    const both = await Promise.all([1, 2, 3].map(() => finish(token, id, customer)))
    expect(both.map(({ json }) => json.spk?.state)).toEqual(Array(3).fill('analysing'))
    expect((await finish(token, id, customer)).status).toBe(200)
    expect(await filesOf(spkId)).toHaveLength(1)
    expect((await desk.spkOf(orderId))?.attempts).toBe(1)
    expect(await jobsOf(spkId)).toHaveLength(1)
  })

  it('may be pictures of its pages: they become one PDF and are kept as they came', async () => {
    const { customer, spkId, token } = await desk.signing()
    const pictures = [await photo(10), await photo(120)]
    const { json, status } = await bring(token, pictures, customer)
    expect([status, json.spk.state]).toEqual([200, 'analysing'])
    const kept = await filesOf(spkId)
    expect(kept.map(({ kind, pages, seq }) => [kind, pages, seq])).toEqual([
      ['original', null, 1],
      ['original', null, 2],
      ['scan', 2, 1],
    ])
    expect(kept.slice(0, 2).map(({ size }) => size)).toEqual(pictures.map(({ length }) => length))
    const [one] = json.spk.documents.filter(({ kind }) => kind === 'scan')
    expect(one?.mime).toBe('application/pdf')
  })

  it('that was looked at and came back is not taken again: the customer signs anew', async () => {
    const { customer, id, token } = await desk.signing()
    const file = pdfOf('first')
    await bring(token, [file], customer)
    await desk.fire(id, 'finishAnalysis')
    await desk.fire(id, 'rejectSignature')
    expect((await bring(token, [file], customer)).code).toBe('spk.sameFile')
    expect((await bring(token, [pdfOf('second')], customer)).json.spk.state).toBe('analysing')
    expect((await desk.spkOf(id))?.attempts).toBe(2)
  })

  it('may be sent so many times as the shop allows; then an admin decides', async () => {
    const { customer, id, token } = await desk.signing()
    const { mostAttempts } = spkRuntime.get(inUse.shop.payload)
    for (let at = 0; at < mostAttempts; at += 1) {
      expect((await bring(token, [pdfOf(`try ${at}`)], customer)).status).toBe(200)
      await desk.fire(id, 'finishAnalysis')
      await desk.fire(id, 'rejectSignature')
    }
    const last = await bring(token, [pdfOf('one more')], customer)
    expect([last.status, last.code]).toEqual([409, 'event.guardRefused'])
    expect((await desk.spkOf(id))?.attempts).toBe(mostAttempts)
  })
})

describe('what is no signed document', () => {
  it('is refused before a byte is sent when its size tells, with the reason', async () => {
    const { customer, token } = await desk.signing()
    const ask = (sizes: number[]) =>
      desk.call<{ errors: { message: string }[] }>(`${desk.byOrder(token)}/uploads`, {
        body: { files: sizes.map((size) => ({ size })), kind: 'scan' },
        by: customer,
      })
    for (const [sizes, code] of [
      [[0], 'spk.fileRefused'],
      [[1_000_000_000], 'spk.fileRefused'],
      [Array.from({ length: 21 }, () => 10), 'spk.filesWanted'],
      [Array.from({ length: 20 }, () => 14_000_000), 'input.tooLarge'],
      [[], 'input.invalid'],
    ] as const) {
      const { code: found, status } = await ask([...sizes])
      expect([found, status < 500]).toEqual([code, true])
    }
    expect((await ask([0])).json.errors[0]?.message).toContain('Berkas kosong')
  })

  it('is refused by what it is, whatever it is called; no attempt is counted', async () => {
    const { customer, id, spkId, token } = await desk.signing()
    const text = new Uint8Array(Buffer.from('MZ not a document at all'))
    const cut = new Uint8Array(Buffer.from('%PDF-1.7\nno end'))
    for (const [files, code] of [
      [[text], 'spk.fileRefused'],
      [[cut], 'spk.fileRefused'],
      [[pdfOf('a'), pdfOf('b')], 'spk.filesWanted'],
      [[pdfOf('a'), await photo(1)], 'spk.filesWanted'],
      [[new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3])], 'spk.fileRefused'],
    ] as const) {
      const answer = await bring(token, files, customer)
      expect([answer.code, answer.status]).toEqual([code, 422])
    }
    expect(await desk.spkOf(id)).toMatchObject({ attempts: 0, state: 'awaitingSignature' })
    expect(await filesOf(spkId)).toEqual([])
  })

  it('is not taken while nothing is asked for', async () => {
    const { customer, token } = await desk.proposed()
    const answer = await begin(token, [pdfOf('early')], customer)
    expect([answer.status, answer.code]).toEqual([409, 'event.notAllowed'])
    expect(JSON.stringify(answer.json)).toContain('Diperiksa pelanggan')
  })
})

describe('an upload', () => {
  it('is of its customer alone', async () => {
    const { customer, token } = await desk.signing()
    const file = pdfOf('mine')
    const { id } = (await begin(token, [file], customer)).json.upload
    const part = { file: 0, offset: 0 }
    expect((await begin(token, [file])).code).toBe('auth.required')
    expect((await begin(token, [file], desk.people.other)).code).toBe('order.notFound')
    expect((await begin(token, [file], desk.people.admin)).code).toBe('auth.forbidden')
    const { other } = desk.people
    expect((await sendPart({ by: other, id, token }, part, file)).code).toBe('order.notFound')
    const stranger = await desk.signing()
    const taken = await sendPart({ by: stranger.customer, id, token: stranger.token }, part, file)
    expect(taken).toEqual({ code: 'notFound', status: 404 })
    expect((await finish(stranger.token, id, stranger.customer)).code).toBe('notFound')
  })

  it('takes no parts that were not announced', async () => {
    const { customer: by, token } = await desk.signing()
    const file = pdfOf('parts')
    const { id } = (await begin(token, [file], by)).json.upload
    const where = { by, id, token }
    expect((await sendPart(where, { file: 1, offset: 0 }, file)).status).toBe(404)
    expect((await sendPart(where, { file: 0, offset: 5 }, file)).status).toBe(404)
    expect((await sendPart(where, { file: 0, offset: CHUNK }, file)).status).toBe(404)
    expect((await sendPart(where, { file: -1, offset: 0 }, file)).status).toBe(400)
    const longer = await sendPart(where, { file: 0, offset: 0 }, pdfOf('parts and more'))
    expect(longer).toEqual({ code: 'input.tooLarge', status: 413 })
    const { id: none } = { id: '../../etc' }
    expect(
      (await desk.call(`${desk.byOrder(token)}/uploads/${encodeURIComponent(none)}`, { by }))
        .status,
    ).toBe(404)
  })

  it('that was given up is cleared away after a day, not before', async () => {
    const { customer, token } = await desk.signing()
    const { id } = (await begin(token, [pdfOf('given up')], customer)).json.upload
    const { payload } = inUse.shop
    const ask = () => desk.call(`${desk.byOrder(token)}/uploads/${id}`, { by: customer })
    await clearUploads(payload, new Date())
    expect((await ask()).status).toBe(200)
    await clearUploads(payload, new Date(Date.now() + 25 * 3_600_000))
    expect((await ask()).status).toBe(404)
  })
})

describe('photos of the paper', () => {
  it('are sent when they are asked for, and staff are told', async () => {
    const { customer, id, spkId, token } = await desk.signing()
    await bring(token, [pdfOf('scan')], customer)
    await desk.fire(id, 'finishAnalysis')
    const early = await begin(token, [await photo(3)], customer, 'photo')
    expect(early.code).toBe('event.notAllowed')
    await desk.fire(id, 'askPhoto')
    const refused = await bring(token, [pdfOf('no photo')], customer, 'photo')
    expect([refused.status, refused.code]).toEqual([422, 'spk.photosWanted'])
    const { json } = await bring(token, [await photo(3), await photo(4)], customer, 'photo')
    expect(json.spk).toMatchObject({ state: 'underReview', turn: 'staff' })
    const kinds = (await filesOf(spkId)).map(({ kind }) => kind)
    expect(kinds).toEqual(['photo', 'photo', 'scan'])
    expect(await desk.told(spkId)).toContain('spk.photoArrived')
    expect((await desk.spkOf(id))?.attempts).toBe(1)
  })

  it('may come by the link, after its code', async () => {
    const made = await desk.signing()
    const path = `${desk.byLink(made.word)}/uploads`
    const body = { files: [{ size: 10 }], kind: 'scan' }
    expect((await desk.call(path, { body })).code).toBe('spk.codeRequired')
    const pass = await desk.passOf(made)
    expect((await desk.call(path, { body, pass })).status).toBe(201)
  })
})
