import { describe, expect, it } from 'vitest'

import {
  allocateOldestFirst,
  type OpenInstalment,
  resolveCreditable,
  resolvePayoff,
  resolveStanding,
  sortByTurn,
  type StandingRow,
} from '@/plugin/instalments'
import { wibDay } from '@/plugin/kernel/time'

const row = (changes: Partial<StandingRow> = {}): StandingRow => ({
  amount: 1_000_000,
  dueOn: `2026-${String(8 + (changes.seq ?? 1)).padStart(2, '0')}-05`,
  kind: 'instalment',
  lateFor: null,
  paid: 0,
  paidOn: null,
  refunded: 0,
  seq: 1,
  state: 'open',
  ...changes,
})

const paid = (seq: number, paidOn: string): StandingRow =>
  row({ paid: 1_000_000, paidOn, seq, state: 'paid' })

const on = (today: string, rows: StandingRow[]) => resolveStanding({ rows, today: wibDay(today) })

describe('how a contract stands', () => {
  // Due on 5 September, October, November and December.
  const rows = [paid(1, '2026-09-04'), paid(2, '2026-10-09'), row({ seq: 3 }), row({ seq: 4 })]

  it('says k of n, what is paid and left, and what comes next', () => {
    expect(on('2026-10-20', rows)).toMatchObject({
      arrears: null,
      count: 4,
      left: 2_000_000,
      next: { dueOn: '2026-11-05', left: 1_000_000, seq: 3 },
      paid: 2_000_000,
      paidCount: 2,
      toBecomeCurrent: 0,
      total: 4_000_000,
    })
  })

  it('is late from the first second of the day after, and not on the day itself', () => {
    expect(on('2026-11-05', rows).debts[2]?.status).toBe('dueToday')
    expect(on('2026-11-05', rows).arrears).toBeNull()
    expect(on('2026-11-06', rows)).toMatchObject({
      arrears: { daysLate: 1, principal: 1_000_000, seqs: [3], since: '2026-11-05' },
      toBecomeCurrent: 1_000_000,
    })
  })

  it('names each debt as people read it', () => {
    const statuses = (today: string) => on(today, rows).debts.map(({ status }) => status)
    expect(statuses('2026-10-20')).toEqual(['paid', 'paidLate', 'notIssued', 'notIssued'])
    expect(statuses('2026-10-22')).toEqual(['paid', 'paidLate', 'waiting', 'notIssued'])
    expect(on('2026-10-20', rows).debts[1]?.daysLate).toBe(4)
    const ended = ['waived', 'void', 'replaced'].map((state, at) => row({ seq: at + 1, state }))
    expect(on('2027-01-01', ended).debts.map(({ status }) => status)).toEqual([
      'waived',
      'void',
      'replaced',
    ])
  })

  it('counts what was paid of a late instalment, and asks for the rest with its fees', () => {
    const fee = row({ amount: 25_000, dueOn: '2026-11-09', kind: 'lateFee', lateFor: 3, seq: 5 })
    const late = [row({ paid: 400_000, seq: 3 }), row({ seq: 4 }), fee]
    expect(on('2026-11-20', late)).toMatchObject({
      arrears: { fees: 25_000, principal: 600_000, seqs: [3] },
      count: 2,
      fees: 25_000,
      left: 1_600_000,
      toBecomeCurrent: 625_000,
    })
  })

  it('is not in arrears for a fee alone', () => {
    const fee = row({
      amount: 25_000,
      dueOn: '2026-09-09',
      kind: 'lateFee',
      lateFor: 1,
      seq: 5,
    })
    expect(on('2026-12-20', [paid(1, '2026-09-09'), fee])).toMatchObject({
      arrears: null,
      fees: 25_000,
      toBecomeCurrent: 25_000,
    })
  })

  it('leaves out what a revision has replaced', () => {
    const revised = [paid(1, '2026-09-04'), row({ seq: 2, state: 'replaced' }), row({ seq: 3 })]
    expect(on('2026-09-10', revised)).toMatchObject({ count: 2, left: 1_000_000, total: 2_000_000 })
  })
})

const debt = (changes: Partial<OpenInstalment> & { seq: number }): OpenInstalment => ({
  amount: 100_000,
  dueOn: `2026-${String(8 + changes.seq).padStart(2, '0')}-05`,
  id: `i${changes.seq}`,
  kind: 'instalment',
  paid: 0,
  state: 'open',
  ...changes,
})

const FEE = debt({ amount: 5_000, dueOn: '2026-10-09', kind: 'lateFee', seq: 5 })

describe('the turn of debts', () => {
  it('puts fees behind principal that is due and before principal that is not', () => {
    const instalments = [FEE, debt({ seq: 3 }), debt({ seq: 2 }), debt({ seq: 1 })]
    const turn = sortByTurn({ instalments, today: '2026-10-20' }).map(({ seq }) => seq)
    expect(turn).toEqual([1, 2, 5, 3])
  })

  it('never puts money on a fee while an instalment is overdue', () => {
    const { allocations } = allocateOldestFirst({
      amount: 100_000,
      instalments: [FEE, debt({ seq: 2 })],
      today: '2026-10-20',
    })
    expect(allocations.map(({ seq }) => seq)).toEqual([2])
  })
})

describe('what money is good for', () => {
  const asked = { amount: 100_000, seqs: [2] }
  const credit = (amount: number, instalments: OpenInstalment[], overpaid: 'keep' | 'next') =>
    resolveCreditable({ amount, asked, instalments, overpaid })

  it('what was asked for pays what it was asked for', () => {
    expect(credit(100_000, [debt({ seq: 2 }), debt({ seq: 3 })], 'next')).toBe(100_000)
  })

  it('an instalment paid in two tabs is paid once: the second goes aside, whatever the rule', () => {
    const rows = [debt({ paid: 100_000, seq: 2, state: 'paid' }), debt({ seq: 3 })]
    expect(credit(100_000, rows, 'next')).toBe(0)
    expect(credit(100_000, rows, 'keep')).toBe(0)
  })

  it('more than was asked for goes onto the next instalment or aside, by the rule of the contract', () => {
    const rows = [debt({ seq: 2 }), debt({ seq: 3 })]
    expect(credit(130_000, rows, 'next')).toBe(130_000)
    expect(credit(130_000, rows, 'keep')).toBe(100_000)
  })

  it('pays whatever is owed when its schedule was replaced meanwhile', () => {
    expect(credit(100_000, [debt({ seq: 2, state: 'replaced' }), debt({ seq: 6 })], 'keep')).toBe(
      100_000,
    )
  })
})

describe('paying everything early', () => {
  const rows = [1, 2, 3, 4].map((seq) => (seq === 1 ? paid(1, '2026-09-04') : row({ seq })))
  const payoff = (rule: 'full' | 'markupBack', today: string) =>
    resolvePayoff({ markup: 400_001, payoff: rule, standing: on(today, rows), today })

  it('costs all that is left where the plan gives nothing back', () => {
    expect(payoff('full', '2026-10-01')).toEqual({ amount: 3_000_000, rebate: 0 })
  })

  it('gives the markup of instalments back that are not due yet, to the rupiah', () => {
    expect(payoff('markupBack', '2026-10-01')).toEqual({ amount: 2_700_000, rebate: 300_000 })
  })

  it('gives nothing back for what is due or late', () => {
    expect(payoff('markupBack', '2026-10-05')).toEqual({ amount: 2_800_000, rebate: 200_000 })
    expect(payoff('markupBack', '2027-01-01')).toEqual({ amount: 3_000_000, rebate: 0 })
  })
})
