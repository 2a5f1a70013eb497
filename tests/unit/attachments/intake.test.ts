import sharp from 'sharp'
import { describe, expect, it } from 'vitest'

import { filesOf, MAX_FILE_BYTES, readFiles } from '@/plugin/attachments'
import { sniffKind } from '@/plugin/attachments/rules'
import { floodOf } from '../../support/pictures'

const file = (bytes: Buffer | string, name = 'gambar.png'): File =>
  new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name)

const drawing = (format: 'gif' | 'jpeg' | 'png' | 'webp'): Promise<Buffer> =>
  sharp({ create: { background: '#0f6b5c', channels: 3, height: 40, width: 60 } })
    .toFormat(format)
    .toBuffer()

const read = (files: File[], takesPdf = false) =>
  readFiles(filesOf(files), { field: 'screenshots', takesPdf })

const refusalOf = async (files: File[], takesPdf = false): Promise<unknown> =>
  read(files, takesPdf).then(
    () => 'taken',
    ({ code, details }: { code: string; details: object }) => ({ code, ...details }),
  )

describe('A picture that somebody sends', () => {
  it.each(['png', 'jpeg', 'webp'] as const)(
    '%s becomes a WebP of the same size',
    async (format) => {
      const [kept] = await read([file(await drawing(format), 'apa-saja.txt')])
      expect(kept).toMatchObject({ height: 40, mime: 'image/webp', width: 60 })
      expect((await sharp(kept?.bytes).metadata()).format).toBe('webp')
    },
  )

  it('loses its EXIF with the place where it was taken, and is turned upright', async () => {
    const exif = { IFD0: { Artist: 'Budi' }, IFD3: { GPSLatitude: '6/1 12/1 0/1' } }
    const photo = await sharp(await drawing('jpeg'))
      .withExif(exif)
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect((await sharp(photo).metadata()).exif).toBeDefined()
    const [kept] = await read([file(photo)])
    expect(kept).toMatchObject({ height: 60, width: 40 })
    const { exif: left, icc, iptc, xmp } = await sharp(kept?.bytes).metadata()
    expect([left, icc, iptc, xmp]).toEqual([undefined, undefined, undefined, undefined])
  })

  it('loses what hides behind it', async () => {
    const hidden = '<script>alert(1)</script>PK\u0003\u0004'
    for (const format of ['png', 'jpeg', 'webp'] as const) {
      const polyglot = Buffer.concat([await drawing(format), Buffer.from(hidden)])
      const [kept] = await read([file(polyglot)])
      expect(kept?.bytes.includes('script')).toBe(false)
      expect(kept?.bytes.includes('PK')).toBe(false)
    }
  })

  it('is known by its content: SVG, HTML, GIF, PDF, ZIP and words are refused whatever they are called', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
    const bad = [
      svg,
      `<?xml version="1.0"?>${svg}`,
      '<html>',
      '%PDF-1.7',
      'PK\u0003\u0004',
      'RIFF1234AVI ',
      'x',
    ]
    for (const content of [...bad, await drawing('gif')]) {
      expect(await refusalOf([file(content)])).toEqual({
        code: 'attachment.badType',
        field: 'screenshots',
        file: 1,
      })
    }
    expect(sniffKind(new Uint8Array())).toBeNull()
  })

  it('is refused when empty, too large, cut short or a mere beginning', async () => {
    const whole = await drawing('png')
    expect(await refusalOf([file('')])).toMatchObject({ code: 'attachment.empty' })
    expect(await refusalOf([file(Buffer.alloc(MAX_FILE_BYTES + 1))])).toMatchObject({
      code: 'attachment.tooLarge',
      limit: 5,
    })
    for (const cut of [8, 20, whole.length - 20]) {
      expect(await refusalOf([file(whole.subarray(0, cut))])).toMatchObject({
        code: 'attachment.broken',
      })
    }
    expect(await refusalOf([file(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))])).toMatchObject({
      code: 'attachment.broken',
    })
  })

  it('with a flood of pixels is refused within a second and without the memory for it', async () => {
    const began = process.memoryUsage().rss
    const at = performance.now()
    for (const [width, height] of [
      [50_000, 50_000],
      [100_000, 500],
      [8_000, 5_001],
    ] as const) {
      expect(await refusalOf([file(floodOf(width, height))])).toMatchObject({
        code: 'attachment.tooManyPixels',
      })
    }
    expect(performance.now() - at).toBeLessThan(1_000)
    expect(process.memoryUsage().rss - began).toBeLessThan(200_000_000)
  })

  it('of a whole page is made smaller, never larger', async () => {
    const page = await sharp({
      create: { background: '#fff', channels: 3, height: 9_000, width: 2_400 },
    })
      .png()
      .toBuffer()
    const [kept] = await read([file(page)])
    expect(kept).toMatchObject({ height: 7_500, width: 2_000 })
  })
})

describe('Several files', () => {
  it('are at most three; an untouched field is none', async () => {
    const good = await drawing('png')
    const three = [file(good), file(good), file(good)]
    const untouched = [file('', ''), file('', 'blob'), file('', 'undefined')]
    expect(await read([...untouched, ...three])).toHaveLength(3)
    expect(await refusalOf([...three, file(good)])).toEqual({
      code: 'attachment.tooMany',
      field: 'screenshots',
      limit: 3,
    })
    expect(filesOf([''])).toEqual([])
  })

  it('are all refused when one is bad, which the refusal names', async () => {
    const good = await drawing('png')
    expect(await refusalOf([file(good), file('<svg/>'), file(good)])).toMatchObject({ file: 2 })
    expect(filesOf(['bukan berkas'])).toHaveLength(1)
  })

  it('may be a PDF where the owner takes one', async () => {
    const pdf = file('%PDF-1.7\n%%EOF', 'bukti.pdf')
    expect(await read([pdf], true)).toMatchObject([{ mime: 'application/pdf' }])
    expect(await refusalOf([pdf])).toMatchObject({ code: 'attachment.badType' })
  })
})
