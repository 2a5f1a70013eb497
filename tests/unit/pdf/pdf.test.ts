import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  drawPdf,
  findUnknownLetters,
  markUnknownLetters,
  type PdfBlock,
  type PdfDocument,
} from '@/plugin/kernel/pdf'
import { inFolder, sha256 } from '../../support/downloads'

const document = (blocks: PdfBlock[], wish: Partial<PdfDocument> = {}): PdfDocument => ({
  author: 'Toko',
  blocks,
  createdAt: new Date('2026-11-22T03:00:00Z'),
  footer: 'HZ-000123',
  language: 'id-ID',
  pageLabel: (page, pages) => `Halaman ${page} dari ${pages}`,
  title: 'Laporan',
  ...wish,
})

/** The text of each page, read by Debian's poppler. */
const readPages = (blocks: PdfBlock[], wish: Partial<PdfDocument> = {}): Promise<string[]> =>
  inFolder(async (folder) => {
    const file = join(folder, 'a.pdf')
    await writeFile(file, await drawPdf(document(blocks, wish)))
    const checked = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' })
    expect([checked.status, checked.stderr]).toEqual([0, ''])
    const { stdout } = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
    return stdout.split('\f').slice(0, -1)
  })

const LINES = 'Kalimat yang cukup panjang untuk mengisi satu baris penuh di halaman ini. '

describe('A document', () => {
  it('is the same, byte by byte, however often it is drawn', async () => {
    const blocks: PdfBlock[] = [
      { kind: 'heading', level: 1, text: 'Ringkasan' },
      { kind: 'paragraph', text: LINES.repeat(40) },
      { bars: [{ colour: '#8f1414', label: 'Kritis', value: 3 }], kind: 'bars' },
    ]
    const [one, two] = [await drawPdf(document(blocks)), await drawPdf(document(blocks))]
    expect(sha256(Buffer.from(one))).toBe(sha256(Buffer.from(two)))
    const later = await drawPdf(document(blocks, { createdAt: new Date('2026-11-23T03:00:00Z') }))
    expect(sha256(Buffer.from(one))).not.toBe(sha256(Buffer.from(later)))
  })

  it('counts its pages at the foot of each', async () => {
    const pages = await readPages([{ kind: 'paragraph', text: LINES.repeat(200) }])
    expect(pages.length).toBeGreaterThan(2)
    pages.forEach((page, at) => {
      expect(page).toContain(`Halaman ${at + 1} dari ${pages.length}`)
      expect(page).toContain('HZ-000123')
    })
  })

  it('repeats the head of a table on every page and tears no row apart', async () => {
    const rows = Array.from({ length: 80 }, (_, at) => [`awal-${at} ${LINES} akhir-${at}`, `${at}`])
    const columns = [
      { head: 'Temuan', width: 4 },
      { align: 'right' as const, head: 'Nomor', width: 1 },
    ]
    const pages = await readPages([{ columns, kind: 'table', rows }])
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) {
      expect(page).toContain('Temuan')
      const [starts, ends] = [/awal-(\d+)/g, /akhir-(\d+)/g].map((each) =>
        [...page.matchAll(each)].map(([, number]) => number),
      )
      expect(starts).toEqual(ends)
    }
  })

  it('leaves no heading alone at the foot of a page, and no single line of a paragraph', async () => {
    for (let filler = 42; filler < 51; filler++) {
      const pages = await readPages([
        { kind: 'paragraph', text: Array.from({ length: filler }, () => 'isi').join('\n') },
        { kind: 'heading', level: 1, text: 'Judul' },
        { kind: 'paragraph', text: 'satu\ndua\ntiga\nempat' },
      ])
      const [page] = pages.filter((each) => each.includes('Judul'))
      expect(page).toMatch(/Judul\s+satu\s+dua/)
      expect(pages.some((each) => /^\s*empat/.test(each))).toBe(false)
    }
  }, 30_000)

  it('keeps together what belongs together, unless no page could hold it', async () => {
    const body = (count: number): PdfBlock => ({
      blocks: Array.from({ length: count }, (_, at) => ({
        kind: 'paragraph',
        text: `bagian ${at}`,
      })),
      kind: 'together',
    })
    const filler: PdfBlock = { kind: 'paragraph', text: 'isi\n'.repeat(40) }
    const pages = await readPages([filler, body(12)])
    expect(pages.filter((page) => page.includes('bagian'))).toHaveLength(1)
    expect((await readPages([filler, body(90)])).length).toBeGreaterThan(2)
  })

  it('breaks what is longer than a line, and prints what machines wrote letter by letter', async () => {
    const address = `https://toko.example/${'a'.repeat(300)}?x=1`
    const [page = ''] = await readPages([
      { kind: 'paragraph', text: address },
      { kind: 'verbatim', text: 'if (a != b) { fi -> "ffi" }' },
    ])
    expect(page.replace(/\s/g, '')).toContain(address)
    expect(page).toContain('if (a != b) { fi -> "ffi" }')
  })
})

describe('Letters', () => {
  it('that no font has are named, each once; layout and composed letters are none of them', async () => {
    expect(await findUnknownLetters('Halo 😀 漢 漢 é\n\ttab\u200b')).toEqual(['😀', '漢'])
    expect(await findUnknownLetters('│ ─ →', 'mono')).toEqual([])
  })

  it('are marked in names', async () => {
    expect(await markUnknownLetters('Budi 😀 Sántoso')).toBe('Budi ? Sántoso')
  })
})
