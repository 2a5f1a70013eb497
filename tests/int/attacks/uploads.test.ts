import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { queryRows, sql } from '@/plugin/kernel/payload'
import { type LoggedIn, logInAs } from '../../support/people'
import { drawPicture, fillForm, sendForm, validReport } from '../../support/problems'
import { countRows } from '../../support/books'
import { floodOf } from '../../support/pictures'
import { askRaw } from '../../support/raw'
import { useShop } from '../../support/useShop'

const inUse = useShop({ RATE_LIMIT_FACTOR: '0' })
let editor: LoggedIn

beforeAll(async () => {
  editor = await logInAs(inUse.shop, 'editor')
})

type Sent = { doc?: { filename: string; id: string; mimeType: string }; status: number }

/** Sends a file as the panel does; the name goes as it is, which `FormData` would not do. */
const upload = async (
  folder: 'media' | 'release-files',
  file: { bytes: Buffer | string; name: string; type?: string },
): Promise<Sent> => {
  const { bytes, name, type = 'image/png' } = file
  const boundary = 'batas-formulir'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`
  const data = `\r\n--${boundary}\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{"alt":"Uji"}\r\n--${boundary}--\r\n`
  const response = await fetch(`${inUse.shop.url}/api/${folder}`, {
    body: new Uint8Array(Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(data)])),
    headers: { ...editor.headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    method: 'POST',
  })
  const { doc } = (await response.json()) as Pick<Sent, 'doc'>
  return { ...(doc && { doc }), status: response.status }
}

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'

describe('A picture of the catalogue', () => {
  it.each([
    ['an SVG', SVG, 'gambar.svg', 'image/svg+xml'],
    ['an SVG that says it is a PNG', SVG, 'gambar.png', 'image/png'],
    ['an XML page', '<?xml version="1.0"?><html/>', 'gambar.xml', 'text/xml'],
    ['an XML page that says it is a JPEG', '<?xml version="1.0"?><x/>', 'gambar.jpg', 'image/jpeg'],
    ['a page', '<script>alert(1)</script>', 'gambar.png', 'image/png'],
    ['a page called one', '<script>alert(1)</script>', 'gambar.html', 'image/png'],
    ['a PDF', '%PDF-1.7\n', 'gambar.png', 'image/png'],
    ['a ZIP', 'PK\u0003\u0004', 'gambar.webp', 'image/webp'],
    ['nothing', '', 'gambar.png', 'image/png'],
    ['half a picture', 'PNG', 'gambar.png', 'image/png'],
  ])('is no other thing: %s is refused, and nothing is kept', async (_what, bytes, name, type) => {
    const before = await countRows(inUse.shop.payload, sql`media`)
    const sent = await upload('media', { bytes, name, type })
    expect([sent.status >= 400 && sent.status < 500, sent.doc]).toEqual([true, undefined])
    expect(await countRows(inUse.shop.payload, sql`media`)).toBe(before)
  })

  it('with a flood of pixels is refused, not unpacked', async () => {
    const before = process.memoryUsage().rss
    for (const [width, height] of [
      [30_000, 30_000],
      [60_000, 60_000],
      [200_000, 300],
    ] as const) {
      const sent = await upload('media', { bytes: floodOf(width, height), name: 'banjir.png' })
      expect([width, sent.status]).toEqual([width, 400])
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(256 * 1024 * 1024)
  })

  it('that hides something behind itself is shown as a picture and as nothing else', async () => {
    const bytes = Buffer.concat([await drawPicture(), Buffer.from('<script>alert(1)</script>')])
    const { doc, status } = await upload('media', { bytes, name: 'ganda.png' })
    expect(status).toBe(201)
    const shown = await askRaw(inUse.shop, `/api/media/file/${doc?.filename}`)
    expect(shown.headers).toMatchObject({
      'content-security-policy': "default-src 'none'; sandbox",
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
    })
    expect((await sharp(shown.bytes).metadata()).format).toBe('png')
    expect(shown.bytes.includes('script')).toBe(false)
  })
})

const NAMES = [
  '../../../x.png',
  '..\\..\\x.png',
  '/etc/x.png',
  'C:\\x.png',
  'CON.png',
  'nul',
  '.png',
  '.htaccess',
  `${'n'.repeat(300)}.png`,
  'a.png%0d%0aX-Isi: y',
  'a.png\u0000.html',
  'gaya\u202Egnp.exe.png',
  'x.php.png',
  '\u2028.png',
  'a b  c.png',
  '💥.png',
  "'; drop table media; --.png",
  '$(touch x).png',
  '<img src=x>.png',
]

describe('The name of an uploaded file', () => {
  it.each(NAMES)('is made by the server, one plain name in its folder: %j', async (name) => {
    const picture = await drawPicture()
    for (const folder of ['media', 'release-files'] as const) {
      const { doc, status } = await upload(folder, { bytes: picture, name })
      expect([folder, status === 201 || (status >= 400 && status < 500)]).toEqual([folder, true])
      if (doc) {
        expect(doc.filename).not.toMatch(/[/\\\p{Cc}\p{Cf}\u2028]|^\.|\.\./u)
        expect(Buffer.byteLength(doc.filename)).toBeLessThanOrEqual(255)
        const path = `/api/${folder}/file/${encodeURIComponent(doc.filename)}`
        const { headers, status: seen } = await askRaw(inUse.shop, path, {
          headers: editor.headers,
        })
        expect([folder, seen, headers['x-isi']]).toEqual([folder, 200, undefined])
        expect(headers['content-disposition'] ?? '').toMatch(/^[\x20-\x7e]*$/)
      }
    }
  })

  it('of a customer’s picture is not even kept', async () => {
    for (const name of NAMES) {
      const form = fillForm(validReport({ email: `nama-${NAMES.indexOf(name)}@contoh.id` }), [
        { bytes: await drawPicture(), name },
      ])
      expect([name, (await sendForm(inUse.shop, form)).status]).toEqual([name, 201])
    }
    const rows = await queryRows<{ line: string }>(
      inUse.shop.payload,
      sql`select a::text as line from (select id, subject_kind, subject_id, seq, mime from attachments) a`,
    )
    expect(rows.length).toBeGreaterThanOrEqual(NAMES.length)
    expect(rows.filter(({ line }) => /png|exe|passwd|script/.test(line))).toEqual([])
  })
})

describe('A form that unpacks', () => {
  it('is not unpacked: what is sent compressed is read as it lies', async () => {
    const bytes = deflateSync(Buffer.alloc(10_000_000))
    const response = await fetch(`${inUse.shop.url}/api/shop/problems`, {
      body: new Uint8Array(bytes),
      headers: { 'content-encoding': 'deflate', 'content-type': 'application/json' },
      method: 'POST',
    })
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
  })
})
