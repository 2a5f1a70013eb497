import { describe, expect, it } from 'vitest'
import type { ReportContent } from '@/plugin/reports/content'
import { buildDocument } from '@/plugin/reports/document/buildDocument'
import {
  countSeverities,
  findRefusal,
  findRetestRefusal,
  nameFile,
  nameFinding,
  resolveExpiry,
  sortFindings,
} from '@/plugin/reports/rules'
import { composeDesks } from '@/plugin/fulfilment'

const NOW = new Date('2026-11-22T05:00:00Z')
const LATER = new Date('2026-11-23T05:00:00Z')

describe('Findings', () => {
  it('stand in a report with the gravest first, then as they were found', () => {
    const given = [
      { number: 1, severity: 'info' as const },
      { number: 2, severity: 'critical' as const },
      { number: 3, severity: 'high' as const },
      { number: 4, severity: 'critical' as const },
    ]
    expect(sortFindings(given).map(({ number }) => number)).toEqual([2, 4, 3, 1])
    expect(countSeverities(given).map(({ count }) => count)).toEqual([2, 1, 0, 0, 1])
    expect([nameFinding(3), nameFinding(120)]).toEqual(['T-03', 'T-120'])
  })
})

describe('A report can be fetched', () => {
  it('while it is ready and its days are not over; the reason is named otherwise', () => {
    const of = (expiresAt: Date | null, state: string) => findRefusal({ expiresAt, state }, NOW)
    expect(of(LATER, 'ready')).toBeUndefined()
    expect(of(NOW, 'ready')).toBe('report.expired')
    expect(of(LATER, 'building')).toBe('report.notReady')
    expect(of(LATER, 'withdrawn')).toBe('report.withdrawn')
    expect(of(null, 'ready')).toBe('notFound')
  })

  it('until the end of the thirtieth day in Jakarta', () => {
    expect(resolveExpiry(NOW, 30).toISOString()).toBe('2026-12-22T16:59:59.999Z')
  })

  it('under a name that every system takes', () => {
    const args = { locale: 'id', number: 'HZ/2026/000123', revision: 2 } as const
    expect(nameFile(args)).toBe('laporan-keamanan-HZ-2026-000123-r2.pdf')
  })
})

describe('A retest can be asked for', () => {
  it('as often as promised, within the days of the follow-up', () => {
    const of = (used: number, followUpUntil: Date | null) =>
      findRetestRefusal({ allowed: 1, followUpUntil, used }, NOW)
    expect(of(0, LATER)).toBeNull()
    expect(of(1, LATER)).toBe('used')
    expect(of(0, new Date(NOW.getTime() - 1))).toBe('over')
    expect(of(0, null)).toBe('over')
  })
})

describe('A document', () => {
  const content: ReportContent = {
    customer: 'Budi',
    findings: [],
    issuedAt: NOW.toISOString(),
    locale: 'id',
    method: null,
    noFindings: 'Tidak ada celah.',
    order: 'HZ-000123',
    revision: 1,
    shopName: 'Hanzamas',
    summary: 'Baik.',
    target: null,
    title: 'Analisis Keamanan Web',
  }
  const textOf = (wish: Partial<ReportContent>): string =>
    JSON.stringify(buildDocument({ ...content, ...wish }, { isDraft: false }))

  it('names target, hosts and who allowed it where that was agreed on, the item alone where not', () => {
    const target = { authorisedBy: 'Ibu Sari', domain: 'toko.example', hosts: ['api.toko.example'] }
    const text = textOf({ target })
    for (const words of ['toko.example', 'api.toko.example', 'Ibu Sari', 'Diizinkan oleh']) {
      expect(text).toContain(words)
    }
    expect(textOf({})).not.toContain('Diizinkan oleh')
    expect(textOf({})).toContain('Analisis Keamanan Web · Revisi 1')
  })

  it('says that nothing was found where nothing was, in the customer’s language', () => {
    expect(textOf({})).toContain('Tidak ada celah.')
    expect(textOf({ locale: 'en' })).toContain('Web security report')
  })
})

describe('Desks', () => {
  it('of several features bring their facts together and all follow each move', async () => {
    const seen: string[] = []
    const desk = composeDesks(
      { findFacts: () => Promise.resolve({ a: 1, b: 1 }) },
      {
        findFacts: () => Promise.resolve({ b: 2 }),
        follow: () => {
          seen.push('second')
          return Promise.resolve()
        },
      },
    )
    expect(await desk.findFacts?.({} as never, {} as never)).toEqual({ a: 1, b: 2 })
    await desk.follow?.({} as never, {} as never)
    expect(seen).toEqual(['second'])
  })
})
