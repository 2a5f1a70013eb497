import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { queryRows, sql } from '@/plugin/kernel/payload'
import { buildReport } from '@/plugin/reports/actions/buildReport'
import { beginAnalysis } from '../../factories/analysis'
import { makeWorker } from '../../support/deliveries'
import { fetchLink, inFolder } from '../../support/downloads'
import { drawNoise, drawWithPlace, dropPicture, sendPictures } from '../../support/evidence'
import { type LoggedIn, logInAs } from '../../support/people'
import { drawPicture } from '../../support/problems'
import { callShop } from '../../support/purchase'
import {
  draftReport,
  issueAny,
  judgePdf,
  passwordOf,
  readReport,
  someFinding,
} from '../../support/reports'
import { useShop } from '../../support/useShop'

const inUse = useShop({ RATE_LIMIT_FACTOR: '0' })
const worker = makeWorker(() => inUse.shop)
let admin: LoggedIn
let editor: LoggedIn

beforeAll(async () => {
  admin = await logInAs(inUse.shop, 'admin')
  editor = await logInAs(inUse.shop, 'editor')
})

const begin = async (): Promise<{ finding: string; id: string; token: string }> => {
  const { id, token } = await beginAnalysis(inUse, admin)
  const [finding = ''] = await draftReport(inUse.shop, { by: admin, fulfilmentId: id })
  return { finding, id, token }
}

const send = (finding: string, pictures: readonly (Buffer | string)[], caption?: string) =>
  sendPictures(inUse.shop, { by: admin, finding, pictures, ...(caption ? { caption } : {}) })

const fetchPicture = (finding: string, seq: number, by?: LoggedIn): Promise<Response> =>
  fetch(`${inUse.shop.url}/api/findings/${finding}/pictures/${seq}`, {
    headers: by?.headers ?? {},
  })

const fetchReport = async (token: string): Promise<{ bytes: Buffer; password: string }> => {
  const report = await readReport(inUse.shop, token)
  const { json } = await callShop<{ link: { url: string } }>(
    inUse.shop,
    `/api/shop/orders/${token}/reports`,
    { body: { report: report.id } },
  )
  return { bytes: (await fetchLink(json.link.url)).bytes, password: passwordOf(report) }
}

/** Width and height of every picture of a PDF, by Debian's poppler. */
const listImages = ({ bytes, password }: { bytes: Buffer; password: string }) =>
  inFolder(async (folder) => {
    const file = join(folder, 'laporan.pdf')
    await writeFile(file, bytes)
    const { stdout } = spawnSync('pdfimages', ['-list', '-upw', password, file], {
      encoding: 'utf8',
    })
    return stdout
      .split('\n')
      .slice(2)
      .filter(Boolean)
      .map((line) => line.trim().split(/\s+/))
      .map(([, , , width, height]) => [Number(width), Number(height)])
  })

describe('A picture that proves a finding', () => {
  it('is made harmless, shown to staff, and printed with number and caption', async () => {
    const { finding, id, token } = await begin()
    const sent = await send(finding, [await drawWithPlace()], 'Semua baris terlihat')
    expect(sent.status).toBe(201)
    const shown = await fetchPicture(finding, 1, admin)
    const kept = Buffer.from(await shown.arrayBuffer())
    expect(shown.headers.get('content-type')).toBe('image/webp')
    expect(shown.headers.get('cache-control')).toBe('private, no-store')
    const { exif, format, height, width } = await sharp(kept).metadata()
    expect([exif, format, width, height]).toEqual([undefined, 'webp', 400, 300])
    expect(kept.includes('RAHASIA-TEMPAT')).toBe(false)
    await issueAny(inUse.shop, { by: admin, fulfilmentId: id })
    expect((await worker.move(id, { event: 'deliver' }, admin)).status).toBe(200)
    const report = await fetchReport(token)
    const { check, text } = await judgePdf(report.bytes, report.password)
    expect(check).toContain('No syntax or stream encoding errors found')
    expect(text).toContain('Gambar T-01.1: Semua baris terlihat')
    expect(await listImages(report)).toEqual([[400, 300]])
  })

  it('is printed in the draft, too', async () => {
    const { finding, id } = await begin()
    await send(finding, [await drawPicture()], 'Layar uji coba')
    const response = await fetch(`${inUse.shop.url}/api/reports/deliveries/${id}/preview`, {
      headers: admin.headers,
    })
    const { text } = await judgePdf(Buffer.from(await response.arrayBuffer()), '')
    expect(text).toContain('Gambar T-01.1: Layar uji coba')
  })

  it('is seen, added and removed by admins and owners alone', async () => {
    const { finding } = await begin()
    const pictures = [await drawPicture()]
    for (const by of [undefined, editor]) {
      expect((await sendPictures(inUse.shop, { by, finding, pictures })).status).toBe(
        by ? 403 : 401,
      )
    }
    expect((await send(finding, pictures)).status).toBe(201)
    for (const by of [undefined, editor]) {
      expect((await fetchPicture(finding, 1, by)).status).toBe(by ? 403 : 401)
      expect((await dropPicture(inUse.shop, { by, finding, seq: 1 })).status).toBe(by ? 403 : 401)
    }
    expect((await fetchPicture(finding, 2, admin)).status).toBe(404)
    expect((await dropPicture(inUse.shop, { by: admin, finding, seq: 1 })).status).toBe(200)
    expect((await fetchPicture(finding, 1, admin)).status).toBe(404)
    expect((await dropPicture(inUse.shop, { by: admin, finding, seq: 1 })).status).toBe(404)
  })

  it.each([
    ['no file at all', [], 'finding.noPicture'],
    ['an empty file', [''], 'attachment.empty'],
    ['SVG', ['<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'], 'attachment.badType'],
    ['a PDF', ['%PDF-1.7 apa saja'], 'attachment.badType'],
    ['a broken PNG', ['\x89PNG\r\n\x1a\n rusak'], 'attachment.badType'],
    ['a JPEG without its end', ['\xff\xd8\xff rusak'], 'attachment.badType'],
  ])('is refused in words and with the field: %s', async (_, pictures, code) => {
    const { finding } = await begin()
    const refused = await send(finding, pictures)
    expect([refused.status, refused.code]).toEqual([422, code])
    expect(JSON.stringify(refused.json)).toContain('"field":"pictures"')
    expect((await fetchPicture(finding, 1, admin)).status).toBe(404)
  })

  it('that breaks off is refused, and none of its form is kept', async () => {
    const { finding } = await begin()
    const whole = await drawNoise({ height: 300, seed: 1, width: 300 })
    const refused = await send(finding, [await drawPicture(), whole.subarray(0, 2_000)])
    expect([refused.status, refused.code]).toEqual([422, 'attachment.broken'])
    expect(JSON.stringify(refused.json)).toContain('ke-2')
    expect((await fetchPicture(finding, 1, admin)).status).toBe(404)
  })

  it('needs a caption that can be printed', async () => {
    const { finding } = await begin()
    const pictures = [await drawPicture()]
    for (const [caption, code] of [
      ['  ', 'finding.captionLength'],
      ['x'.repeat(201), 'finding.captionLength'],
      ['Layar 😀', 'finding.unknownLetters'],
    ] as const) {
      const refused = await sendPictures(inUse.shop, { by: admin, caption, finding, pictures })
      expect([refused.status, refused.code]).toEqual([422, code])
      expect(JSON.stringify(refused.json)).toContain('"field":"caption"')
    }
  })

  it('is one of six of its finding and of thirty of its report', async () => {
    const { finding, id } = await begin()
    const three = await Promise.all([1, 2, 3].map(() => drawPicture()))
    expect((await send(finding, three)).status).toBe(201)
    expect((await send(finding, [...three, ...three.slice(1)])).code).toBe('attachment.tooMany')
    expect((await send(finding, three)).status).toBe(201)
    const seventh = await send(finding, three.slice(2))
    expect([seventh.status, seventh.code]).toEqual([409, 'finding.tooManyPictures'])
    for (let more = 0; more < 4; more++) {
      const body = { ...someFinding(), fulfilment: id }
      const { json } = await callShop<{ doc: { id: string } }>(inUse.shop, '/api/findings', {
        body,
        headers: admin.headers,
      })
      await send(json.doc.id, three)
      expect((await send(json.doc.id, three)).status).toBe(201)
    }
    const { json } = await callShop<{ doc: { id: string } }>(inUse.shop, '/api/findings', {
      body: { ...someFinding(), fulfilment: id },
      headers: admin.headers,
    })
    const past = await send(json.doc.id, three.slice(2))
    expect([past.status, past.code]).toEqual([409, 'report.tooManyPictures'])
  })

  it('of a report that was issued stays in it, whatever becomes of the finding', async () => {
    const { finding, id, token } = await begin()
    await send(finding, [await drawPicture()], 'Gambar pertama')
    const first = await issueAny(inUse.shop, { by: admin, fulfilmentId: id })
    expect((await worker.move(id, { event: 'deliver' }, admin)).status).toBe(200)
    expect((await dropPicture(inUse.shop, { by: admin, finding, seq: 1 })).status).toBe(200)
    await send(finding, [await drawWithPlace()], 'Gambar kedua')
    const { payload } = inUse.shop
    const rebuild = { event: 'rebuild', from: 'ready', reason: 'Diuji lagi' }
    const moved = await callShop(inUse.shop, `/api/reports/${first}/move`, {
      body: rebuild,
      headers: admin.headers,
    })
    expect(moved.status).toBe(200)
    await buildReport(payload, first)
    const report = await fetchReport(token)
    expect((await judgePdf(report.bytes, report.password)).text).toContain('Gambar pertama')
    expect(await listImages(report)).toEqual([[40, 30]])
    for (const statement of [
      sql`delete from attachments where subject_kind = 'report' and subject_id = ${first}`,
      sql`update attachments set caption = 'lain' where subject_id = ${first}`,
    ]) {
      await expect(queryRows(payload, statement)).rejects.toThrow()
    }
  })

  it('that was added since makes the report one that has to be issued again', async () => {
    const { finding, id } = await begin()
    await issueAny(inUse.shop, { by: admin, fulfilmentId: id })
    await send(finding, [await drawPicture()])
    const stale = await worker.move(id, { event: 'deliver' }, admin)
    expect(JSON.stringify(stale.json)).toContain('terbitkan lagi')
  })

  it('goes with its finding, and none is added to work that has ended', async () => {
    const { finding, id } = await begin()
    await send(finding, [await drawPicture()])
    const { headers } = admin
    const gone = await callShop(inUse.shop, `/api/findings/${finding}`, {
      headers,
      method: 'DELETE',
    })
    expect(gone.status).toBe(200)
    const left = await queryRows(
      inUse.shop.payload,
      sql`select 1 from attachments where subject_id = ${finding}`,
    )
    expect(left).toEqual([])
    const [other = ''] = await draftAnother(id)
    await issueAny(inUse.shop, { by: admin, fulfilmentId: id })
    await worker.move(id, { event: 'deliver' }, admin)
    await worker.move(id, { event: 'close' }, admin)
    const closed = await send(other, [await drawPicture()])
    expect([closed.status, closed.code]).toEqual([409, 'finding.closed'])
  })
})

const draftAnother = async (fulfilment: string): Promise<string[]> => {
  const { json } = await callShop<{ doc: { id: string } }>(inUse.shop, '/api/findings', {
    body: { ...someFinding(), fulfilment },
    headers: admin.headers,
  })
  return [json.doc.id]
}
