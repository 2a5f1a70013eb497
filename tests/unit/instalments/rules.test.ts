import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allocateOldestFirst as allocateOn,
  type OpenInstalment,
  resolvePaymentState,
} from '@/plugin/instalments'

const allocateOldestFirst = (args: Omit<Parameters<typeof allocateOn>[0], 'today'>) =>
  allocateOn({ ...args, today: '2026-11-21' })

const debt = (changes: Partial<OpenInstalment> = {}): OpenInstalment => ({
  amount: 100_000,
  dueOn: '2026-11-21',
  kind: 'instalment',
  id: `i${changes.seq ?? 1}`,
  paid: 0,
  seq: 1,
  state: 'open',
  ...changes,
})

/** A schedule as it can really be: paid rows are full, closed rows hold whatever they held. */
const schedule = fc
  .array(
    fc.record({
      amount: fc.integer({ max: 1_000_000_000, min: 1 }),
      share: fc.double({ max: 0.999, min: 0, noNaN: true }),
      state: fc.constantFrom('open', 'open', 'open', 'paid', 'void', 'waived'),
    }),
    { maxLength: 36, minLength: 1 },
  )
  .map((rows) =>
    rows.map(({ amount, share, state }, at) =>
      debt({
        amount,
        paid: state === 'paid' ? amount : Math.floor(amount * share),
        seq: at + 1,
        state,
      }),
    ),
  )

const money = fc.integer({ max: 2_000_000_000, min: 1 })

describe('Money on instalments', () => {
  it('goes to the oldest debt first and settles what it fills', () => {
    const instalments = [debt({ seq: 2 }), debt({ paid: 40_000, seq: 1 }), debt({ seq: 3 })]
    expect(allocateOldestFirst({ amount: 100_000, instalments })).toEqual({
      allocations: [
        { amount: 60_000, instalmentId: 'i1', seq: 1, settles: true },
        { amount: 40_000, instalmentId: 'i2', seq: 2, settles: false },
      ],
      left: 0,
    })
  })

  it('leaves paid, void and waived instalments alone', () => {
    const instalments = ['paid', 'void', 'waived'].map((state, at) => debt({ seq: at + 1, state }))
    expect(allocateOldestFirst({ amount: 5, instalments })).toEqual({ allocations: [], left: 5 })
  })

  it('is neither made nor lost, never exceeds a debt and leaves no gap before a younger one', () => {
    fc.assert(
      fc.property(schedule, money, (instalments, amount) => {
        const { allocations, left } = allocateOldestFirst({ amount, instalments })
        const put = allocations.reduce((sum, each) => sum + each.amount, 0)
        expect(put + left).toBe(amount)
        const open = instalments.filter(({ state }) => state === 'open')
        const owed = open.reduce((sum, each) => sum + each.amount - each.paid, 0)
        expect(left).toBe(Math.max(0, amount - owed))
        allocations.forEach((each, at) => {
          const row = open.find(({ id }) => id === each.instalmentId)
          expect(each.amount).toBeGreaterThan(0)
          expect(each.settles).toBe(each.amount === (row?.amount ?? 0) - (row?.paid ?? 0))
          expect(each.settles || at === allocations.length - 1).toBe(true)
        })
        expect(allocations.map(({ seq }) => seq)).toEqual(
          open.slice(0, allocations.length).map(({ seq }) => seq),
        )
      }),
      { numRuns: 500 },
    )
  })

  it('ends the same in one payment or in many', () => {
    fc.assert(
      fc.property(schedule, money, money, (instalments, first, second) => {
        const after = (rows: OpenInstalment[], amount: number): OpenInstalment[] => {
          const { allocations } = allocateOldestFirst({ amount, instalments: rows })
          return rows.map((row) => {
            const part = allocations.find(({ instalmentId }) => instalmentId === row.id)
            const state = part?.settles ? 'paid' : row.state
            return { ...row, paid: row.paid + (part?.amount ?? 0), state }
          })
        }
        expect(after(after(instalments, first), second)).toEqual(after(instalments, first + second))
      }),
    )
  })
})

describe('The payment state of an order', () => {
  it.each([
    ['unpaid', []],
    ['unpaid', [debt()]],
    ['partly_paid', [debt({ paid: 1 })]],
    ['partly_paid', [debt({ paid: 100_000, state: 'paid' }), debt({ seq: 2 })]],
    ['paid', [debt({ paid: 100_000, state: 'paid' })]],
    ['paid', [debt({ paid: 100_000, state: 'paid' }), debt({ seq: 2, state: 'waived' })]],
    ['paid', [debt({ state: 'waived' })]],
    ['paid', [debt({ paid: 40_000, state: 'waived' })]],
    ['partly_paid', [debt({ state: 'waived' }), debt({ paid: 1, seq: 2 })]],
    ['refunded', [{ ...debt({ paid: 100_000, state: 'paid' }), refunded: 100_000 }]],
    ['refunded', [{ ...debt({ paid: 40_000, state: 'void' }), refunded: 40_000 }]],
    ['partly_paid', [{ ...debt({ paid: 100_000, state: 'paid' }), refunded: 60_000 }]],
    ['unpaid', [debt({ state: 'void' })]],
    ['unpaid', [debt({ paid: 50, state: 'void' })]],
  ] as const)('is %s', (state, instalments) => {
    expect(resolvePaymentState(instalments)).toBe(state)
  })

  it('says paid exactly when nothing more can be credited', () => {
    fc.assert(
      fc.property(schedule, (instalments) => {
        const counted = instalments.filter(({ state }) => state !== 'void')
        const { left } = allocateOldestFirst({ amount: 1, instalments })
        const isPaid = resolvePaymentState(instalments) === 'paid'
        expect(isPaid).toBe(counted.length > 0 && left === 1)
      }),
      { numRuns: 500 },
    )
  })
})
