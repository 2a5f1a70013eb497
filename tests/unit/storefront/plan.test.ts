import { describe, expect, it } from 'vitest'

import { rupiah } from '@/plugin/kernel/money'
import { wibDay } from '@/plugin/kernel/time'
import { DEFAULT_LADDER, type PlanTerms } from '@/plugin/plans'
import en from '@/storefront/messages/en.json'
import id from '@/storefront/messages/id.json'
import { directPath, readDirectChoice } from '@/storefront/plan/address'
import { priceDirect, resolveDirect } from '@/storefront/plan/direct'
import { partsOf, upFrontOf } from '@/storefront/plan/offer'
import { buildPlanRules } from '@/storefront/plan/rules'
import { offerFacts } from '@/storefront/seo/facts'
import type { PublicProduct } from '@/storefront/shop'

import { planTerms } from '../../factories/plan'

const today = wibDay('2026-11-22')

const vps = (plans: PlanTerms[]): PublicProduct => ({
  afterPayment: '',
  cashPrice: rupiah(1_200_000),
  contractMonths: 12,
  description: null,
  faq: [],
  features: [],
  id: 'v',
  images: [],
  kind: 'vps',
  orderPath: 'checkout',
  plans,
  price: rupiah(100_000),
  refundRule: '',
  seo: {},
  slug: 'vps',
  specification: [],
  stock: null,
  summary: '',
  title: 'VPS',
  updatedAt: '',
})

describe('the address of a choice', () => {
  it.each([
    [{ produk: 'vps' }, { quantity: 1, slug: 'vps' }],
    [
      { jumlah: '3', plan: '12x', produk: 'vps' },
      { plan: '12x', quantity: 3, slug: 'vps' },
    ],
    [
      { jumlah: '0', produk: 'vps' },
      { quantity: 1, slug: 'vps' },
    ],
    [
      { jumlah: 'banyak', produk: 'vps' },
      { quantity: 1, slug: 'vps' },
    ],
    [
      { jumlah: '9999', produk: 'vps' },
      { quantity: 1, slug: 'vps' },
    ],
    [{ plan: '12x' }, undefined],
    [{ produk: ['vps', 'a'] }, undefined],
    [{ produk: '../admin' }, { quantity: 1, slug: '' }],
  ])('%j is read as %j', (query, choice) => {
    expect(readDirectChoice(query)).toEqual(choice)
  })

  it('is written as it is read', () => {
    for (const choice of [
      { quantity: 1, slug: 'vps' },
      { plan: '12x', quantity: 7, slug: 'vps' },
      { plan: 'a&b=c', quantity: 1, slug: 'vps' },
    ]) {
      const query = new URL(directPath(choice), 'https://toko.test').searchParams
      expect(readDirectChoice(Object.fromEntries(query))).toEqual(choice)
    }
  })
})

describe('one product at the checkout', () => {
  const product = vps([
    planTerms({ key: '12x', tenor: 12 }),
    planTerms({
      downPayment: { basisPoints: 2_000, kind: 'percent' },
      key: '6x',
      setupFee: 50_000,
      tenor: 6,
    }),
  ])
  const buy = (plan?: string, quantity = 1) =>
    resolveDirect({
      choice: { quantity, slug: 'vps', ...(plan === undefined ? {} : { plan }) },
      product,
      today,
    })

  it('costs the whole contract when it is paid at once', () => {
    expect(priceDirect(buy(undefined, 2))).toMatchObject({
      lines: [{ amount: 2_400_000, quantity: 2 }],
      total: 2_400_000,
    })
  })

  it('costs what all payments of the chosen plan cost', () => {
    const direct = buy('6x', 2)
    expect(priceDirect(direct).total).toBe(2_500_000)
    expect(direct.chosen && upFrontOf(direct.chosen.schedule)).toMatchObject({
      amount: 580_000,
      dueOn: today,
    })
    expect(direct.chosen && partsOf(direct.chosen.schedule)).toHaveLength(6)
  })

  it('orders nothing by a plan that is not offered, and never quietly at once', () => {
    const direct = buy('99x')
    expect(direct).toMatchObject({ chosen: null, isPlanGone: true })
    expect(priceDirect(direct)).toMatchObject({ lines: [], total: 0 })
  })
})

describe('the rules that a customer reads before ordering', () => {
  const keys = (wish: Partial<PlanTerms>) => {
    const { late, usual } = buildPlanRules({ locale: 'id', terms: planTerms(wish) })
    return [...usual, ...late].map(({ key }) => key)
  }
  const valuesOf = (wish: Partial<PlanTerms>, wanted: string) =>
    buildPlanRules({ locale: 'id', terms: planTerms(wish) }).late.find(({ key }) => key === wanted)
      ?.values

  it('are those of the ladder by default', () => {
    expect(keys({})).toEqual([
      'issued',
      'remindersAndDay',
      'payoffFull',
      'overpaidNext',
      'noFee',
      'late',
      'choice',
      'warning',
      'suspendPropose',
      'comesBack',
      'neverDeleted',
    ])
    expect(valuesOf({}, 'suspendPropose')).toEqual({ days: 7 })
  })

  it('leave out what the plan has switched off', () => {
    const offsets = {
      ...DEFAULT_LADDER.offsets,
      choice: null,
      dueToday: null,
      issued: null,
      late: null,
      remind1: null,
      remind2: null,
      suspend: null,
      warning: null,
    }
    expect(keys({ ladder: { offsets, suspension: 'auto' } })).toEqual([
      'reminders',
      'payoffFull',
      'overpaidNext',
      'noFee',
      'noSuspension',
      'neverDeleted',
    ])
  })

  it('say what being late costs, from which day and up to how much', () => {
    const lateFee = {
      cap: 50_000,
      every: 'month' as const,
      graceDays: 3,
      share: { basisPoints: 150, kind: 'percent' as const },
    }
    expect(valuesOf({ lateFee }, 'feeMonthly')).toEqual({ days: 4, fee: '1,5% dari cicilan' })
    expect(valuesOf({ lateFee }, 'feeCap')).toEqual({ cap: 'Rp50.000' })
  })

  it('promise the markup back only where there is one', () => {
    const markup = { basisPoints: 100, kind: 'perMonth' as const }
    expect(keys({ markup, payoff: 'markupBack' })).toContain('payoffWithoutMarkup')
    expect(keys({ payoff: 'markupBack' })).toContain('payoffFull')
  })

  it('have a sentence in both languages, with their numbers in it', () => {
    const all = [
      {},
      { overpaid: 'keep' as const },
      { ladder: { ...DEFAULT_LADDER, suspension: 'auto' as const } },
    ].flatMap((wish) => {
      const { late, usual } = buildPlanRules({ locale: 'en', terms: planTerms(wish) })
      return [...late, ...usual]
    })
    for (const { key, values } of all) {
      for (const texts of [id, en]) {
        const sentence = texts.plan.rules[key]
        expect(sentence, key).toBeTruthy()
        expect(
          Object.keys(values).every((name) => sentence.includes(`{${name}}`)),
          key,
        ).toBe(true)
      }
    }
  })
})

it('search engines read the price of the contract and its months, never one month as the price', () => {
  expect(offerFacts({ product: vps([]), seller: 'Toko' })).toMatchObject({
    price: 1_200_000,
    priceSpecification: {
      price: 1_200_000,
      referenceQuantity: { unitCode: 'MON', value: 12 },
    },
  })
})
