import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { drawPdf, type PdfBlock, type PdfPicture } from '@/plugin/kernel/pdf'
import { inFolder } from '../../support/downloads'
import { drawNoise } from '../../support/evidence'

const pictureOf = async (width: number, height: number): Promise<PdfPicture> => ({
  bytes: await drawNoise({ height, seed: 7, width }),
  height,
  width,
})

const draw = (blocks: PdfBlock[]): Promise<Uint8Array> =>
  drawPdf({
    author: 'Toko',
    blocks,
    createdAt: new Date('2026-11-22T03:00:00Z'),
    footer: 'HZ-000123',
    language: 'id-ID',
    pageLabel: (page, pages) => `Halaman ${page} dari ${pages}`,
    title: 'Laporan',
  })

/** What Debian's poppler sees: the text of each page, and page and measures in points of each picture. */
const look = (bytes: Uint8Array) =>
  inFolder(async (folder) => {
    const file = join(folder, 'a.pdf')
    await writeFile(file, bytes)
    const checked = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' })
    expect([checked.status, checked.stderr]).toEqual([0, ''])
    const text = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).stdout
    const list = spawnSync('pdfimages', ['-list', file], { encoding: 'utf8' }).stdout
    const images = list
      .split('\n')
      .slice(2)
      .filter(Boolean)
      .map((line) => line.trim().split(/\s+/))
      .map((cells) => ({
        high: (Number(cells[4]) / Number(cells[13])) * 72,
        page: Number(cells[0]),
        wide: (Number(cells[3]) / Number(cells[12])) * 72,
      }))
    return { images, pages: text.split('\f').slice(0, -1) }
  })

const captioned = (picture: PdfPicture, caption = 'Gambar T-01.1: layar'): PdfBlock => ({
  caption,
  kind: 'picture',
  picture,
})

describe('A picture in a document', () => {
  it('gives the same bytes however often it is drawn', async () => {
    const blocks = [captioned(await pictureOf(200, 100)), captioned(await pictureOf(90, 120))]
    const [one, two] = [await draw(blocks), await draw(blocks)]
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true)
  })

  it.each([
    ['a wide one fits into the lines', 1_400, 500, 483, 173],
    ['a high one leaves room for words', 300, 1_500, 92, 460],
    ['a small one is not blown up', 100, 80, 75, 60],
  ])('%s', async (_, width, height, wide, high) => {
    const { images } = await look(await draw([captioned(await pictureOf(width, height))]))
    expect(images).toHaveLength(1)
    // Points to the inch are whole numbers in what poppler says.
    expect(images[0]?.wide).toBeCloseTo(wide, -1)
    expect(images[0]?.high).toBeCloseTo(high, -1)
  })

  it('never parts from its caption, nor from its heading', async () => {
    const picture = await pictureOf(800, 600)
    for (let filler = 15; filler < 50; filler += 5) {
      const { images, pages } = await look(
        await draw([
          { kind: 'paragraph', text: Array.from({ length: filler }, () => 'isi').join('\n') },
          { kind: 'heading', level: 3, text: 'Bukti' },
          captioned(picture, `Gambar T-01.1: ${'keterangan yang panjang '.repeat(8)}akhir`),
        ]),
      )
      const page = pages[(images[0]?.page ?? 0) - 1] ?? ''
      for (const words of ['Bukti', 'Gambar T-01.1', 'akhir']) {
        expect([filler, page.includes(words)]).toEqual([filler, true])
      }
    }
  })
})
