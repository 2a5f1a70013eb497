import { describe, expect, it } from 'vitest'

import { rupiah } from '@/plugin/kernel/money'
import { wibDay } from '@/plugin/kernel/time'
import {
  buildLateCharges,
  DEFAULT_LADDER,
  findLadderFaults,
  findPlanFaults,
  type LadderOffsets,
  type LateFee,
} from '@/plugin/plans'

import { planTerms } from '../../factories/plan'

const ladderOf = (offsets: Partial<LadderOffsets>) => ({
  ...DEFAULT_LADDER,
  offsets: { ...DEFAULT_LADDER.offsets, ...offsets },
})

describe('a plan in the panel', () => {
  const faultsOf = (wish: Parameters<typeof planTerms>[0], price = 12_000_000) =>
    findPlanFaults(planTerms(wish), rupiah(price)).map(({ field }) => field)

  it('is sound as the design proposes it', () => {
    expect(faultsOf({})).toEqual([])
  })

  it.each([
    [{ tenor: 0 }, 'tenor'],
    [{ tenor: 37 }, 'tenor'],
    [{ dueDay: 29 }, 'dueDay'],
    [{ firstDueDays: 61 }, 'firstDueDays'],
    [{ contractMonths: 0 }, 'contractMonths'],
    [{ key: 'Dua Belas' }, 'key'],
    [{ setupFee: 0.5 }, 'setupFee'],
    [{ markup: { basisPoints: 1_001, kind: 'perMonth' } }, 'markup'],
    [{ downPayment: { basisPoints: 10_001, kind: 'percent' } }, 'downPayment'],
  ] as const)('names the field of %j', (wish, field) => {
    expect(faultsOf(wish)).toEqual([field])
  })

  it('leaves at least Rp10.000 for each instalment, which every channel takes', () => {
    expect(faultsOf({ tenor: 12 }, 120_000)).toEqual([])
    expect(faultsOf({ tenor: 12 }, 119_999)).toEqual(['downPayment'])
  })
})

describe('the ladder of a plan', () => {
  it('is sound with the defaults, and with steps switched off', () => {
    expect(findLadderFaults(DEFAULT_LADDER)).toEqual([])
    expect(findLadderFaults(ladderOf({ escalate: null, issued: null, remind2: null }))).toEqual([])
  })

  it('refuses reminders after the due day and claims before it', () => {
    expect(findLadderFaults(ladderOf({ remind1: 1 }))).toContainEqual({
      kind: 'range',
      step: 'remind1',
    })
    expect(findLadderFaults(ladderOf({ late: 0 }))).toContainEqual({ kind: 'range', step: 'late' })
  })

  it('refuses a step before the one that comes first', () => {
    expect(findLadderFaults(ladderOf({ suspend: 5 }))).toEqual([
      { after: 'warning', kind: 'order', step: 'suspend' },
    ])
  })

  it('suspends nobody who was not asked and warned before', () => {
    expect(findLadderFaults(ladderOf({ choice: null }))).toEqual([
      { kind: 'required', step: 'choice' },
    ])
    expect(findLadderFaults(ladderOf({ choice: null, suspend: null, warning: null }))).toEqual([])
  })
})

describe('late fees', () => {
  const chargesOn = (today: string, fee: LateFee) =>
    buildLateCharges({
      amount: rupiah(1_000_000),
      dueOn: wibDay('2026-12-05'),
      fee,
      today: wibDay(today),
    }).map(({ amount }) => amount)

  const once: LateFee = {
    cap: null,
    every: 'once',
    graceDays: 3,
    share: { amount: 25_000, kind: 'amount' },
  }

  it('are off unless the plan has one', () => {
    expect(chargesOn('2027-12-05', null)).toEqual([])
  })

  it('begin on the day after the grace', () => {
    expect(chargesOn('2026-12-08', once)).toEqual([])
    expect(chargesOn('2026-12-09', once)).toEqual([25_000])
    expect(chargesOn('2028-12-09', once)).toEqual([25_000])
  })

  it('come again every thirty days until the cap, whose last rupiah counts', () => {
    const monthly: LateFee = {
      cap: 50_000,
      every: 'month',
      graceDays: 0,
      share: { basisPoints: 200, kind: 'percent' },
    }
    expect(chargesOn('2026-12-06', monthly)).toEqual([20_000])
    expect(chargesOn('2027-01-04', monthly)).toEqual([20_000])
    expect(chargesOn('2027-01-05', monthly)).toEqual([20_000, 20_000])
    expect(chargesOn('2027-12-05', monthly)).toEqual([20_000, 20_000, 10_000])
  })
})
