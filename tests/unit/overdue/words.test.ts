import { describe, expect, it } from 'vitest'

import { wibDay } from '@/plugin/kernel/time'
import {
  type Decision,
  describeDryRun,
  type DryRun,
  type DryRunRow,
  findDay,
} from '@/plugin/overdue'
import { OUTCOME_WORDS, sayRow, sayStep } from '@/plugin/overdue/words'
import { LADDER_STEPS } from '@/plugin/plans'

const DUE = wibDay('2026-12-05')

const about = (day: string, changes: { locale?: 'en' | 'id'; suspension?: 'auto' } = {}) =>
  ({ day: wibDay(day), locale: 'id', suspension: 'propose', ...changes }) as const

const step = (decision: Omit<Extract<Decision, { kind: 'do' }>, 'seq'>) => ({
  dueOn: DUE,
  seq: 3,
  ...decision,
})

const row = (changes: Partial<DryRunRow> = {}): DryRunRow => ({
  customerName: 'Budi Santoso',
  daysLate: 7,
  decisions: [],
  fees: 0,
  lapses: false,
  number: 'HZ-000001',
  orderId: 'x',
  suspension: 'propose',
  title: 'VPS Kecil',
  toBecomeCurrent: 300_000,
  ...changes,
})

describe('a step of the dry run', () => {
  it('is a sentence with the day on which the debt is due', () => {
    const late = step({ kind: 'do', step: 'late' })
    expect(sayStep(late, about('2026-12-06'))).toBe(
      'Cicilan 3: pemberitahuan terlambat dikirim, 1 hari setelah jatuh tempo (5 Desember 2026).',
    )
    expect(sayStep(late, about('2026-12-06', { locale: 'en' }))).toBe(
      'Instalment 3: the late notice is sent, 1 day after it was due (5 December 2026).',
    )
    expect(sayStep(step({ kind: 'do', step: 'remind1' }), about('2026-11-28'))).toContain(
      '7 hari sebelum jatuh tempo',
    )
    expect(sayStep(step({ kind: 'do', step: 'dueToday' }), about('2026-12-05'))).toContain(
      'jatuh tempo hari itu',
    )
  })

  it('never says that a service is suspended when staff have to confirm it', () => {
    const suspend = step({ kind: 'do', step: 'suspend' })
    expect(sayStep(suspend, about('2026-12-12'))).toContain('penangguhan diusulkan kepada admin')
    expect(sayStep(suspend, about('2026-12-12', { suspension: 'auto' }))).toContain(
      'layanan ditangguhkan',
    )
  })

  it.each([
    ['chance', 'Penangguhan menunggu: kesempatan sedang berjalan.'],
    ['paymentInFlight', 'Penangguhan menunggu: ada pembayaran yang masih terbuka'],
    ['undelivered', 'Penangguhan menunggu: belum ada pemberitahuan yang sampai'],
  ] as const)('says why it waits: %s', (reason, words) => {
    const held = { dueOn: DUE, kind: 'hold', reason, seq: 3, step: 'suspend' } as const
    expect(sayStep(held, about('2026-12-12'))).toContain(words)
  })

  it.each([
    ['beforeOrder', 'Tagihan dilewati: harinya sebelum pesanan dibuat.'],
    ['overtaken', 'Tagihan dilewati: sudah didahului langkah berikutnya.'],
  ] as const)('says why it is left out: %s', (reason, words) => {
    const skipped = { dueOn: DUE, kind: 'skip', reason, seq: 3, step: 'issued' } as const
    expect(sayStep(skipped, about('2026-12-12'))).toBe(`Cicilan 3: ${words}`)
  })

  it('has words of its own for every step in both languages', () => {
    for (const locale of ['en', 'id'] as const) {
      const said = LADDER_STEPS.map((each) =>
        sayStep(step({ kind: 'do', step: each }), about('2026-12-12', { locale })),
      )
      expect(new Set(said).size).toBe(LADDER_STEPS.length)
    }
  })
})

describe('a contract in the dry run', () => {
  it('says what lapses, what is done and what is charged, in this order', () => {
    const decisions = [step({ kind: 'do', step: 'choice' })]
    const lines = sayRow(row({ decisions, fees: 25_000, lapses: true }), DUE, 'id')
    expect(lines).toEqual([
      'Kesempatan sudah lewat dan berakhir.',
      expect.stringContaining('pelanggan diminta memilih') as string,
      'Denda Rp25.000 dibebankan.',
    ])
  })
})

describe('the dry run in the terminal', () => {
  const run = (rows: DryRunRow[]): DryRun => ({ day: DUE, rows, total: 9 })

  it('names customer, order and what he owes, and says that it changes nothing', () => {
    const text = describeDryRun(run([row({ fees: 25_000 })]), 'id')
    expect(text.split('\n')).toEqual([
      'Uji jalan untuk 5 Desember 2026. Ini hanya pratinjau: tidak ada yang berubah atau dikirim.',
      '',
      'HZ-000001  Budi Santoso  VPS Kecil  (terlambat 7 hari, Rp300.000 agar lancar)',
      '  - Denda Rp25.000 dibebankan.',
      '',
      '1 dari 9 kontrak yang waktunya tiba hari itu.',
    ])
  })

  it('says when nothing would happen', () => {
    expect(describeDryRun(run([]), 'en')).toContain('Nothing would happen.')
  })
})

describe('the day of a dry run', () => {
  it.each(['2026-02-30', '2026-13-01', '05-12-2026', '', "2026-12-05'", undefined, ['2026-12-05']])(
    '%j is none',
    (typed) => expect(findDay(typed)).toBeUndefined(),
  )

  it('is a day of the calendar', () => expect(findDay('2026-12-05')).toBe('2026-12-05'))
})

describe('what became of a row', () => {
  it('never reads the same for different outcomes of one action', () => {
    for (const words of Object.values(OUTCOME_WORDS)) {
      for (const locale of ['en', 'id'] as const) {
        const said = Object.values(words).map((labels) => labels[locale])
        expect(new Set(said).size).toBe(said.length)
      }
    }
  })
})
