import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { wibDay } from '@/plugin/kernel/time'
import { describe, expect, it, vi } from 'vitest'
import type { SpkContent } from '@/plugin/spk/content'
import { drawSpk, type SpkIssue } from '@/plugin/spk/document'
import { NIK, spkContent, spkFacts, spkIssue } from '../../../factories/spkContent'
import { findFileFaults, readRuns, readWords, TOOLS } from '../../../support/spkPages'

// Whole documents are drawn, and read by programs of others.
vi.setConfig({ testTimeout: 60_000 })

const issued = (content: SpkContent, wish: Partial<SpkIssue> = {}) =>
  drawSpk({ content, issue: spkIssue(content, wish), nik: NIK })

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

describe('An issued agreement', () => {
  it('is the same, byte by byte, in every process', async () => {
    const { bytes } = await issued(spkContent())
    expect(sha256((await issued(spkContent())).bytes)).toBe(sha256(bytes))
    const script = ['--conditions=production', '--import', 'tsx', 'tests/support/printSpkHash.ts']
    const other = spawnSync(process.execPath, script, { encoding: 'utf8' })
    expect(other.stdout).toBe(sha256(bytes))
    const later = await issued(spkContent(), { at: new Date('2026-11-21T03:00:01Z') })
    expect(sha256(later.bytes)).not.toBe(sha256(bytes))
  })

  it('is a file that others can stamp: PDF 1.7, a plain table of objects, not encrypted, small', async () => {
    const { bytes } = await issued(spkContent({ tenor: 35 }))
    const text = latin(bytes)
    expect(text.startsWith('%PDF-1.7')).toBe(true)
    expect(text).toMatch(/\nxref\n0 \d+\n/)
    expect(text).not.toMatch(/\/ObjStm|\/XRef|\/Encrypt|\/AcroForm|\/JavaScript|\/OpenAction/)
    expect(text.split('%%EOF')).toHaveLength(2)
    expect(bytes.length).toBeLessThan(500_000)
    expect(text).toContain('/Lang (id-ID)')
    expect(text).toContain('(D:20261121030000Z)')
  })

  it.skipIf(!TOOLS.qpdf)('has no fault that qpdf finds', async () => {
    expect(await findFileFaults((await issued(spkContent())).bytes)).toBe('')
    const draft = await drawSpk({ content: spkContent(), issue: null, nik: null })
    expect(await findFileFaults(draft.bytes)).toBe('')
  })

  it('says who, when and how much, in figures and in words, with the number on every page', async () => {
    const content = spkContent({ revision: 2 })
    const { bytes } = await issued(content)
    const pages = await readWords(bytes)
    const whole = pages.join(' ')
    for (const words of [
      'SURAT PERJANJIAN KERJASAMA',
      'Sabtu, tanggal dua puluh satu bulan November tahun dua ribu dua puluh enam (21-11-2026)',
      'PT Hanzamas Teknologi Contoh',
      'diwakili oleh Siti Rahmawati selaku Direktur, selanjutnya disebut PIHAK PERTAMA',
      'Budi Santoso',
      'bertindak untuk diri sendiri, selanjutnya disebut PIHAK KEDUA',
      'Rp12.900.000 (dua belas juta sembilan ratus ribu rupiah)',
      '4 vCPU, 8 GB RAM, 160 GB NVMe, Jakarta',
    ]) {
      expect(whole).toContain(words)
    }
    content.clauses.forEach(({ title }, at) => expect(whole).toContain(`Pasal ${at + 1} ${title}`))
    pages.forEach((page, at) => {
      expect(page).toContain('Nomor 001/SPK/HZ/XI/2026 Rev. 2')
      expect(page).toContain(`Halaman ${at + 1} dari ${pages.length}`)
      expect(page).toContain(`Sidik dokumen ${spkIssue(content).contentHash.slice(0, 16)}`)
    })
  })

  it('of a renewal is an addendum, which says to which agreement it belongs', async () => {
    const former = { agreementOn: wibDay('2025-11-21'), number: '007/SPK/HZ/XI/2025', ordinal: 2 }
    const words = (await readWords((await issued(spkContent({ former }))).bytes)).join(' ')
    expect(words).toContain('ADENDUM II SURAT PERJANJIAN KERJASAMA')
    expect(words).toContain(
      'atas Surat Perjanjian Kerjasama nomor 007/SPK/HZ/XI/2025 tanggal 21 November 2025',
    )
    expect(words).toContain('adendum ini menjadi bagian yang tidak terpisahkan darinya')
    const plain = (await readWords((await issued(spkContent())).bytes)).join(' ')
    expect(plain).not.toMatch(/ADENDUM|adendum ini menjadi/)
  })

  it('names the company that the customer acts for', async () => {
    const company = { name: 'CV Maju Jaya', nib: '9120000000000', title: 'Direktur Utama' }
    const { bytes } = await issued(spkContent({ customer: { ...spkFacts().customer, company } }))
    expect((await readWords(bytes)).join(' ')).toContain(
      'bertindak untuk dan atas nama CV Maju Jaya (NIB 9120000000000) selaku Direktur Utama, selanjutnya disebut PIHAK KEDUA',
    )
  })

  it('prints the whole NIK once, where the customer is named, and nowhere else', async () => {
    const { bytes, layout } = await issued(spkContent())
    const pages = await readWords(bytes)
    expect(pages.map((page) => page.split(NIK).length - 1)).toEqual([
      1,
      ...pages.slice(1).map(() => 0),
    ])
    expect(latin(bytes)).not.toContain(NIK)
    expect(JSON.stringify(layout)).not.toContain(NIK)
  })

  it('is not drawn with another NIK than its own, nor with a challenge that is not four digits', async () => {
    const content = spkContent()
    const issue = spkIssue(content)
    for (const nik of ['3174010203900002', '31', '', null]) {
      await expect(drawSpk({ content, issue, nik })).rejects.toThrow(RangeError)
    }
    await expect(issued(content, { challenge: '12a4' })).rejects.toThrow('four digits')
  })

  it('is read in the size of its template, which no line of a clause goes below', async () => {
    for (const fontSize of [10, 12]) {
      const facts = spkFacts()
      const content = spkContent({ template: { ...facts.template, fontSize } })
      const { bytes, layout } = await issued(content)
      const signed = layout.boxes.find(({ kind }) => kind === 'signature')
      const runs = (await readRuns(bytes)).flatMap((page, at) =>
        page.filter(
          ({ text, yMm }) =>
            text.trim() !== '' &&
            yMm > 39 &&
            yMm < (signed?.page === at + 1 ? signed.yMm - 22 : 259),
        ),
      )
      expect(runs.length).toBeGreaterThan(100)
      expect(Math.min(...runs.map(({ size }) => size))).toBeCloseTo(fontSize, 3)
    }
  })
})

describe('Money in a table', () => {
  it('is never broken over two lines, not even a billion in the largest type', async () => {
    const { instalments, lines, price, template } = spkFacts()
    const billion = 1_288_000_000
    const content = spkContent({
      instalments: instalments.map((row) => ({ ...row, amount: billion })),
      lines: lines.map((line) => ({ ...line, amount: billion, unitPrice: billion })),
      price: { ...price, total: billion },
      template: { ...template, fontSize: 13 },
    })
    const { bytes } = await issued(content)
    const runs = (await readRuns(bytes)).flat().map(({ text }) => text)
    const whole = runs.filter((text) => text === 'Rp1.288.000.000')
    expect(whole).toHaveLength(instalments.length + 3)
  })
})

describe('A draft', () => {
  it('says DRAF on every page, has no number and no code, and masks the NIK', async () => {
    const { bytes, layout } = await drawSpk({ content: spkContent(), issue: null, nik: NIK })
    const pages = await readWords(bytes)
    expect(pages.every((page) => page.includes('DRAF'))).toBe(true)
    const whole = pages.join(' ')
    expect(whole).not.toContain(NIK)
    expect(whole).toContain('31••••••••••••01')
    expect(whole).not.toMatch(/\/SPK\//)
    expect(whole).not.toContain('Pindai kode QR')
    expect(layout.qr).toEqual([])
    expect((await readWords((await issued(spkContent())).bytes)).join(' ')).not.toContain('DRAF')
  })

  it('stands where the issued one will: the same pages and boxes', async () => {
    const draft = await drawSpk({ content: spkContent(), issue: null, nik: null })
    const { layout } = await issued(spkContent())
    expect(draft.layout.pages).toHaveLength(layout.pages.length)
    expect(draft.layout.boxes).toEqual(layout.boxes)
  })
})
