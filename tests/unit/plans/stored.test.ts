import { describe, expect, it } from 'vitest'

import { rupiah } from '@/plugin/kernel/money'
import { wibDay } from '@/plugin/kernel/time'
import {
  DEFAULT_LADDER,
  findContractPrice,
  findPlanFaults,
  findSoundPlans,
  toPlanTerms,
} from '@/plugin/plans'
import { buildPlanPreview } from '@/plugin/plans/preview'

const read = (stored: unknown) => toPlanTerms({ contractMonths: 12, stored })

describe('a plan as an editor stored it', () => {
  it('is the plan of the design when only its name and number are written', () => {
    expect(read({ key: '12x', tenor: 12 })).toEqual({
      contractMonths: 12,
      downPayment: { kind: 'none' },
      dueDay: null,
      firstDueDays: 0,
      key: '12x',
      ladder: DEFAULT_LADDER,
      lateFee: null,
      markup: { kind: 'none' },
      overpaid: 'next',
      payoff: 'full',
      setupFee: 0,
      tenor: 12,
    })
  })

  it.each([
    [1.15, 115],
    [0.01, 1],
    [33.33, 3333],
    [100, 10_000],
  ])('reads %s per cent as %s hundredths of a percent', (percent, basisPoints) => {
    expect(read({ downPayment: { kind: 'percent', percent } }).downPayment).toEqual({
      basisPoints,
      kind: 'percent',
    })
  })

  it('reads every percentage of two decimals exactly', () => {
    for (let points = 1; points <= 10_000; points += 1) {
      const { markup } = read({
        markup: { kind: 'percent', percent: Number((points / 100).toFixed(2)) },
      })
      expect(markup).toEqual({ basisPoints: points, kind: 'percent' })
    }
  })

  it('lets no percentage of three decimals through', () => {
    const terms = read({ key: '12x', markup: { kind: 'percent', percent: 1.005 }, tenor: 12 })
    expect(findPlanFaults(terms, rupiah(12_000_000))).toEqual([{ field: 'markup' }])
  })

  it('tells a step that was switched off from one that was never written', () => {
    const { offsets } = read({ ladder: { escalate: null } }).ladder
    expect([offsets.escalate, offsets.suspend]).toEqual([null, 7])
  })

  it.each([null, undefined, 7, 'x', [], { tenor: 'twelve' }, { ladder: 3, lateFee: [] }])(
    'is read without a crash and never sold when it is %j',
    (stored) => {
      const terms = read(stored)
      expect(findPlanFaults(terms, rupiah(12_000_000)).length).toBeGreaterThan(0)
      expect(findSoundPlans({ plans: [stored], price: 1_000_000 })).toEqual([])
    },
  )
})

describe('the plans that may be sold', () => {
  const plan = (key: string, more: object = {}) => ({ key, tenor: 12, ...more })

  it('are the sound ones, each name once', () => {
    const plans = [plan('12x'), plan('12x', { tenor: 6 }), plan('40x', { tenor: 40 })]
    expect(findSoundPlans({ plans, price: 100_000 }).map(({ key, tenor }) => [key, tenor])).toEqual(
      [['12x', 12]],
    )
  })

  it('need a price; the cash price is that of the whole contract', () => {
    expect(findSoundPlans({ plans: [plan('12x')] })).toEqual([])
    expect(findContractPrice({ contractMonths: 24, price: 100_000 })).toBe(2_400_000)
    expect(findContractPrice({ contractMonths: 99, price: 100_000 })).toBe(1_200_000)
    expect(findContractPrice({ price: 0.5 })).toBeNull()
  })
})

describe('what an editor sees while writing', () => {
  const today = wibDay('2026-11-21')
  const preview = (product: object, locale: 'en' | 'id' = 'id') =>
    buildPlanPreview({ locale, product, row: 0, today })

  it('is the schedule of an order of today', () => {
    const shown = preview({ plans: [{ key: '3x', tenor: 3 }], price: 100_000 })
    expect(shown).toMatchObject({
      kind: 'sound',
      schedule: {
        difference: 0,
        rows: [
          { amount: 400_000, dueOn: '2026-11-21' },
          { amount: 400_000, dueOn: '2026-12-21' },
          { amount: 400_000, dueOn: '2027-01-21' },
        ],
        total: 1_200_000,
      },
    })
  })

  it('is a request for the price while there is none', () => {
    expect(preview({ plans: [{ key: '3x', tenor: 3 }] })).toEqual({ kind: 'priceless' })
  })

  it('is what is wrong, in the own language and each thing once', () => {
    const product = { plans: [{ key: '3x', ladder: { suspend: 2 }, tenor: 99 }], price: 100_000 }
    expect(preview(product)).toEqual({
      kind: 'faulty',
      messages: ['Tulis bilangan bulat dari 1 sampai 36.', 'Harus setelah: Peringatan terakhir.'],
    })
    expect(preview(product, 'en')).toMatchObject({
      messages: ['Write a whole number from 1 to 36.', 'Must come later than: Last warning.'],
    })
  })
})
