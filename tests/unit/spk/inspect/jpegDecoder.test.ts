import { PDFDocument, PDFName, PDFNumber, type PDFRawStream } from 'pdf-lib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'

import { onlyImageOf } from '@/plugin/spk/evidence/structure/makeup'
import { toBounds } from '@/plugin/spk/evidence/structure/matrix'
import { walkPage } from '@/plugin/spk/evidence/structure/walkPage'
import { rasterOf } from '@/plugin/spk/evidence/raster/pageRaster'
import type { Raster } from '@/plugin/spk/evidence/raster/raster'
import { INSPECT_LIMITS } from '@/plugin/spk/inspect'
import { openTrusted } from '@/plugin/spk/inspect/inside'
import { isPlainJpeg } from '@/plugin/spk/inspect/jpegPixels'

const SIZE = { height: 300, width: 240 }

/** Soft colours from corner to corner, a dark bar across: no two quarters are alike. */
const paint = () => {
  const rgb = Buffer.alloc(SIZE.width * SIZE.height * 3)
  for (let at = 0; at < SIZE.width * SIZE.height; at++) {
    const [x, y] = [at % SIZE.width, Math.floor(at / SIZE.width)]
    const shade = y > 40 && y < 60 ? 0.2 : 1
    rgb.set([(60 + x * 0.8) * shade, (250 - y * 0.6) * shade, (90 + (x + y) * 0.2) * shade], at * 3)
  }
  return sharp(rgb, { raw: { channels: 3, ...SIZE } })
}

const colour = await paint().jpeg({ quality: 92 }).toBuffer()

/** The frame header of a JPEG, counted from its marker. */
const frameAt = (jpeg: Buffer): number => jpeg.indexOf(Buffer.from([0xff, 0xc0, 0x00, 0x11]))

/** `Adobe` data that says how the colours were turned, put behind the beginning of a JPEG. */
const withAdobe = (jpeg: Buffer, turned: number): Buffer => {
  const adobe = [0xff, 0xee, 0, 14, ...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, turned]
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from(adobe), jpeg.subarray(2)])
}

/** Gives the frame's colours these numbers, and the scan as well. */
const renumbered = (jpeg: Buffer, numbers: readonly number[]): Buffer => {
  const copy = Buffer.from(jpeg)
  const scan = copy.indexOf(Buffer.from([0xff, 0xda]))
  for (const [at, number] of numbers.entries()) {
    copy[frameAt(copy) + 10 + at * 3] = number
    copy[scan + 5 + at * 2] = number
  }
  return copy
}

/** What the inspector sees of a page that is nothing but this picture. */
const see = async (
  jpeg: Uint8Array,
  change: (dictionary: PDFRawStream['dict'], pdf: PDFDocument) => void = () => undefined,
): Promise<Raster> => {
  const pdf = await PDFDocument.create()
  const image = await pdf.embedJpg(jpeg)
  pdf.addPage([400, 500]).drawImage(image, { height: 500, width: 400, x: 0, y: 0 })
  await pdf.flush()
  change((pdf.context.lookup(image.ref) as PDFRawStream).dict, pdf)
  const opened = await openTrusted(await pdf.save({ useObjectStreams: false }), INSPECT_LIMITS)
  const page = await opened.getPage(1)
  const marks = await walkPage(page)
  const onlyImage = onlyImageOf(marks, toBounds(page.view))
  const { isNative, raster } = await rasterOf({ dpi: 200, marks, onlyImage, page })
  expect(isNative).toBe(true)
  return raster
}

/** How far the pixels of two pictures are apart: on average, of 255. */
const distance = async (raster: Raster, other: Buffer): Promise<number> => {
  const rgb = await sharp(raster.rgba, {
    raw: { channels: 4, height: raster.height, width: raster.width },
  })
    .removeAlpha()
    .raw()
    .toBuffer()
  expect(rgb.length).toBe(other.length)
  return rgb.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0) / rgb.length
}

const painted = await paint().raw().toBuffer()

const fine = await paint().jpeg({ chromaSubsampling: '4:4:4' }).toBuffer()
const stepped = await paint().jpeg({ progressive: true, quality: 92 }).toBuffer()
const grey = await paint().toColourspace('b-w').jpeg({ quality: 92 }).toBuffer()
const print = await paint().toColourspace('cmyk').jpeg().toBuffer()
const png = await paint().png().toBuffer()
const wide = await paint().withIccProfile('p3').jpeg({ quality: 92 }).toBuffer()

describe('a JPEG that every reader sees alike', () => {
  test.each([
    ['as scanners write it', colour],
    ['with colours as fine as the light', fine],
    ['in steps from coarse to fine', stepped],
    ['as Adobe marks ordinary colours', withAdobe(colour, 1)],
  ])('%s', (_, jpeg) => {
    expect(isPlainJpeg(jpeg)).toBe(true)
  })

  test.each([
    ['grey', grey],
    ['in four colours of print', print],
    ['kept in red, green and blue, as Adobe marks it', withAdobe(colour, 0)],
    ['kept in red, green and blue, by its numbers', renumbered(colour, [0x52, 0x47, 0x42])],
    ['without a frame', colour.subarray(0, 40)],
    ['no JPEG at all', png],
    ['nothing', Buffer.alloc(0)],
  ])('is not one that is %s', (_, jpeg) => {
    expect(isPlainJpeg(jpeg)).toBe(false)
  })
})

/** Its pixels as they are written, whatever a profile makes of them. */
const written = (jpeg: Buffer): Promise<Buffer> =>
  sharp(jpeg, { ignoreIcc: true }).toColourspace('srgb').raw().toBuffer()

describe('a page that is one picture', () => {
  test('shows its colours, four bytes a pixel and none shining through', async () => {
    const raster = await see(colour)
    expect([raster.width, raster.height]).toEqual([SIZE.width, SIZE.height])
    expect(await distance(raster, painted)).toBeLessThan(2)
    expect(raster.rgba.every((value, at) => at % 4 !== 3 || value === 255)).toBe(true)
  })

  test.each([
    ['in grey', grey],
    ['in steps from coarse to fine', stepped],
    ['with a profile of wide colours', wide],
    ['as Adobe marks ordinary colours', withAdobe(colour, 1)],
  ])('also %s', async (_, jpeg) => {
    expect(await distance(await see(jpeg), await written(jpeg))).toBeLessThan(2)
  })

  test('is inverted when the file says so', async () => {
    const inverted = await see(colour, (dictionary, pdf) =>
      dictionary.set(PDFName.of('Decode'), pdf.context.obj([1, 0, 1, 0, 1, 0])),
    )
    expect(await distance(inverted, painted.map((value) => 255 - value) as Buffer)).toBeLessThan(3)
  })

  test('keeps colours that the file says were never turned', async () => {
    const kept = await see(colour, (dictionary, pdf) =>
      dictionary.set(PDFName.of('DecodeParms'), pdf.context.obj({ ColorTransform: 0 })),
    )
    expect(await distance(kept, painted)).toBeGreaterThan(20)
  })

  test('takes the size that the file claims, pixel by nearest pixel', async () => {
    const half = await see(colour, (dictionary) => {
      dictionary.set(PDFName.of('Width'), PDFNumber.of(SIZE.width / 2))
      dictionary.set(PDFName.of('Height'), PDFNumber.of(SIZE.height / 2))
    })
    const expected = await paint()
      .resize({ height: SIZE.height / 2, kernel: 'nearest', width: SIZE.width / 2 })
      .raw()
      .toBuffer()
    expect([half.width, half.height]).toEqual([SIZE.width / 2, SIZE.height / 2])
    expect(await distance(half, expected)).toBeLessThan(4)
  })

  test('is read by pdf.js where it is damaged a little', async () => {
    const cut = Buffer.concat([colour.subarray(0, colour.length - 200), Buffer.from([0xff, 0xd9])])
    const raster = await see(cut)
    const upper = SIZE.width * 150 * 4
    const whole = (await see(colour)).rgba
    const seen = Array.from(raster.rgba.subarray(0, upper))
    const off = seen.reduce((sum, value, at) => sum + Math.abs(value - (whole[at] ?? 0)), 0)
    expect(off / upper).toBeLessThan(2)
  })

  test('can be drawn as well, with what lies over it', async () => {
    const pdf = await PDFDocument.create()
    const page = pdf.addPage([SIZE.width, SIZE.height])
    page.drawImage(await pdf.embedJpg(colour), { ...SIZE, x: 0, y: 0 })
    page.drawRectangle({ height: 10, width: 10, x: 100, y: 100 })
    const opened = await openTrusted(await pdf.save({ useObjectStreams: false }), INSPECT_LIMITS)
    const first = await opened.getPage(1)
    const marks = await walkPage(first)
    const { isNative, raster } = await rasterOf({ dpi: 72, marks, onlyImage: null, page: first })
    expect(isNative).toBe(false)
    expect(await distance(raster, painted)).toBeLessThan(3)
    first.cleanup()
  })
})
