import { describe, expect, it, vi } from 'vitest'
import { METERAI_MODES, type SpkContent } from '@/plugin/spk/content'
import { type DrawnSpk, drawSpk, type SpkBox } from '@/plugin/spk/document'
import { NIK, spkContent, spkFacts, spkIssue } from '../../../factories/spkContent'
import { readRuns, readWords } from '../../../support/spkPages'

// Whole documents are drawn, and read by programs of others.
vi.setConfig({ testTimeout: 60_000 })

const draw = (content: SpkContent): Promise<DrawnSpk> =>
  drawSpk({ content, issue: spkIssue(content), nik: NIK })

/** An agreement whose last but one clause is longer or shorter. */
const withFiller = (lines: number): SpkContent => {
  const { template, ...facts } = spkFacts()
  const filler = Array.from({ length: lines }, (_, at) => `Baris pengisi ${at}.`).join('\n')
  const clauses = template.clauses.map((clause) =>
    clause.key === 'signature' ? { ...clause, body: `${clause.body}\n${filler}` } : clause,
  )
  return spkContent({ ...facts, template: { ...template, clauses } })
}

const where = (boxes: readonly SpkBox[], kind: SpkBox['kind']) =>
  boxes.filter((box) => box.kind === kind)

const overlap = (a: SpkBox, b: SpkBox): boolean =>
  a.page === b.page &&
  a.xMm < b.xMm + b.widthMm &&
  b.xMm < a.xMm + a.widthMm &&
  a.yMm < b.yMm + b.heightMm &&
  b.yMm < a.yMm + a.heightMm

describe('The boxes of an agreement', () => {
  it.each(METERAI_MODES)(
    'are one of each, and an initial of both on every page, in mode %s',
    async (mode) => {
      const { layout } = await draw(spkContent({ mode }))
      const last = layout.pages.length
      const signing = layout.boxes.filter(({ kind }) => kind !== 'initial')
      expect(signing.map(({ kind, party }) => `${party} ${kind}`).sort()).toEqual([
        'customer challenge',
        'customer date',
        ...(mode === 'tempel' ? ['customer meterai'] : []),
        'customer signature',
        ...(mode === 'tempel' ? [] : ['provider meterai']),
        'provider signature',
      ])
      expect(new Set(signing.map(({ page }) => page))).toEqual(new Set([last]))
      const initials = where(layout.boxes, 'initial').map(({ page, party }) => `${page} ${party}`)
      const wanted = layout.pages.flatMap((_, at) => [`${at + 1} provider`, `${at + 1} customer`])
      expect(initials).toEqual(wanted)
    },
  )

  it.each(METERAI_MODES)(
    'lie on the paper, apart from each other and from the codes, in mode %s',
    async (mode) => {
      const { layout } = await draw(spkContent({ mode }))
      const codes = layout.qr.map(({ page, sizeMm, xMm, yMm }): SpkBox => {
        const quiet = 2.5
        const side = sizeMm + 2 * quiet
        const place = { heightMm: side, widthMm: side, xMm: xMm - quiet, yMm: yMm - quiet }
        return { ...place, kind: 'initial', page, party: 'provider' }
      })
      for (const box of layout.boxes) {
        expect(Math.min(box.xMm, box.yMm)).toBeGreaterThanOrEqual(5)
        expect(box.xMm + box.widthMm).toBeLessThanOrEqual(205)
        expect(box.yMm + box.heightMm).toBeLessThanOrEqual(292)
        const others = [...layout.boxes, ...codes].filter((other) => other !== box)
        expect(others.filter((other) => overlap(box, other))).toEqual([])
      }
    },
  )

  it('have room for a hand, a stamp of 19 to 25 mm, and the stamp beside the signature', async () => {
    const sizes = { challenge: [35, 14], date: [35, 14], initial: [20, 14], signature: [45, 35] }
    for (const mode of METERAI_MODES) {
      const { boxes } = (await draw(spkContent({ mode }))).layout
      for (const [kind, [wide = 0, high = 0]] of Object.entries(sizes)) {
        for (const box of where(boxes, kind as SpkBox['kind'])) {
          expect(box.widthMm).toBeGreaterThanOrEqual(wide)
          expect(box.heightMm).toBeGreaterThanOrEqual(high)
        }
      }
      const [stamp] = where(boxes, 'meterai')
      const signature = where(boxes, 'signature').find(({ party }) => party === stamp?.party)
      expect(stamp?.widthMm).toBe(stamp?.heightMm)
      expect(stamp?.widthMm).toBeGreaterThanOrEqual(19)
      expect(stamp?.widthMm).toBeLessThanOrEqual(25)
      const apart = (signature?.xMm ?? 0) - (stamp?.xMm ?? 0) - (stamp?.widthMm ?? 0)
      // Ink crosses the edge of a paper stamp; the picture of an e-Meterai stays clean.
      expect(apart).toBeCloseTo(mode === 'tempel' ? 0 : 3, 6)
    }
  })

  it('say what to write, with which pen', async () => {
    const pages = await readWords((await draw(spkContent())).bytes)
    expect(pages.at(-1)).toContain(
      'PIHAK KEDUA menulis dengan tangan, memakai pulpen tinta biru: kode 4821, tempat, dan tanggal.',
    )
    expect(pages.at(-1)).not.toContain('mengenai meterai')
    const paper = await readWords((await draw(spkContent({ mode: 'tempel' }))).bytes)
    expect(paper.at(-1)).toContain('Tanda tangan mengenai meterai dan kertas.')
  })

  it('hold nothing but their own caption', async () => {
    const { bytes, layout } = await draw(spkContent())
    const pages = await readRuns(bytes)
    for (const box of layout.boxes) {
      const inside = (pages[box.page - 1] ?? []).filter(
        ({ text, xMm, yMm }) =>
          text.trim() !== '' &&
          xMm > box.xMm &&
          xMm < box.xMm + box.widthMm &&
          yMm > box.yMm + 5 &&
          yMm < box.yMm + box.heightMm,
      )
      expect(inside).toEqual([])
    }
  })

  it('make room for long names', async () => {
    const { customer, provider } = spkFacts()
    const name = 'Raden Mas Bambang Sugeng Wicaksono Adiputra Kusumawardhana Natadiningrat'.repeat(
      2,
    )
    const content = spkContent({
      customer: { ...customer, company: { name: `PT ${name}`, nib: '', title: 'Direktur' }, name },
      provider: { ...provider, legalName: `PT ${name}`, representative: name },
    })
    const { bytes, layout } = await draw(content)
    const [signature] = where(layout.boxes, 'signature')
    const [challenge] = where(layout.boxes, 'challenge')
    const below = (signature?.yMm ?? 0) + (signature?.heightMm ?? 0)
    expect((challenge?.yMm ?? 0) - below).toBeGreaterThan(20)
    const last = (await readWords(bytes)).at(-1) ?? ''
    expect(last.replaceAll(' ', '').split(name.replaceAll(' ', ''))).toHaveLength(5)
  })
})

describe('The place of signing', () => {
  it('is never torn, and never on a page without words of the last clause', async () => {
    const counts = new Set<number>()
    for (let lines = 0; lines < 48; lines += 3) {
      const { bytes, layout } = await draw(withFiller(lines))
      counts.add(layout.pages.length)
      const last = (await readWords(bytes)).at(-1) ?? ''
      expect([lines, last]).toEqual([
        lines,
        expect.stringMatching(/ditulis di samping tanda tangan\./),
      ])
      const signing = layout.boxes.filter(({ kind }) => kind !== 'initial')
      expect(signing.map(({ page }) => page)).toEqual(signing.map(() => layout.pages.length))
      expect(Math.max(...signing.map(({ heightMm, yMm }) => yMm + heightMm))).toBeLessThan(259)
    }
    expect(counts.size).toBeGreaterThan(1)
  })
})

describe('A long schedule', () => {
  it('has its head on every page, each row once, and its sum never alone', async () => {
    for (let tenor = 20; tenor <= 36; tenor += 2) {
      const pages = await readWords((await draw(spkContent({ tenor }))).bytes)
      const holding = pages.filter((page) => /Angsuran ke-\d/.test(page))
      for (const page of holding) {
        expect(page).toContain('No. Keterangan Jatuh tempo Jumlah')
      }
      const rows = pages.flatMap((page) =>
        [...page.matchAll(/Angsuran ke-(\d+) /g)].map(([, row]) => Number(row)),
      )
      expect(rows).toEqual(Array.from({ length: tenor }, (_, at) => at + 1))
      const [summed] = pages.filter((page) => page.includes('Jumlah seluruhnya'))
      expect(summed).toContain(`Angsuran ke-${tenor} `)
    }
  })

  it('of three years with clauses ten times as long stays in order', async () => {
    const { template, ...facts } = spkFacts({ tenor: 35 })
    const clauses = template.clauses.map((clause) => ({
      ...clause,
      body: Array.from({ length: 10 }, () => clause.body).join('\n'),
    }))
    const { bytes, layout } = await draw(
      spkContent({ ...facts, template: { ...template, clauses } }),
    )
    const pages = await readWords(bytes)
    expect(pages.length).toBeGreaterThan(20)
    expect(layout.pages).toHaveLength(pages.length)
    const order = pages.flatMap((page) =>
      [...page.matchAll(/(?<=\. |\d |^)Pasal (\d+) [A-Z]/g)].map(([, number]) => Number(number)),
    )
    expect([...new Set(order)].length).toBeGreaterThanOrEqual(13)
    expect(bytes.length).toBeLessThan(500_000)
  })
})
