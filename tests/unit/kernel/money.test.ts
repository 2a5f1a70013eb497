import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  addRupiah,
  allocateRupiah,
  formatRupiah,
  MAX_PARTS,
  multiplyRupiah,
  parseRupiah,
  rupiah,
  splitRupiah,
  type Rupiah,
} from '@/plugin/kernel/money'

const amounts = fc.integer({ min: 0, max: 1_000_000_000_000 }).map(rupiah)
const anyAmount = fc.maxSafeInteger().map(rupiah)
const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0)
const invalid = expect.objectContaining({ code: 'money.invalid', status: 422 })

describe('an amount of rupiah', () => {
  it.each([0.5, NaN, Infinity, 2 ** 53, -(2 ** 53)])('refuses %d', (value) => {
    expect(() => rupiah(value)).toThrow(invalid)
  })

  it('never is minus zero', () => {
    expect(Object.is(rupiah(-0), 0)).toBe(true)
  })

  it('is added exactly, in any order', () => {
    fc.assert(
      fc.property(fc.array(amounts), (list) => {
        const total = addRupiah(...list)
        expect(total).toBe(sum(list))
        expect(addRupiah(...[...list].reverse())).toBe(total)
      }),
    )
  })

  it('passes through sums that leave the exact range, as long as the result is exact', () => {
    const max = rupiah(Number.MAX_SAFE_INTEGER)
    expect(addRupiah(max, max, rupiah(-max))).toBe(max)
    expect(() => addRupiah(max, rupiah(1))).toThrow(invalid)
  })

  it('is multiplied by whole quantities only', () => {
    expect(multiplyRupiah(rupiah(150_000), 3)).toBe(450_000)
    expect(multiplyRupiah(rupiah(150_000), 0)).toBe(0)
    for (const quantity of [-1, 1.5, NaN]) {
      expect(() => multiplyRupiah(rupiah(1), quantity)).toThrow(invalid)
    }
    expect(() => multiplyRupiah(rupiah(Number.MAX_SAFE_INTEGER), 2)).toThrow(invalid)
  })
})

describe('splitting an amount into instalments', () => {
  it('sums to the total, with parts that differ by at most one rupiah, the larger first', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 36 }), (total, count) => {
        const parts = splitRupiah(total, count)
        expect(parts).toHaveLength(count)
        expect(sum(parts)).toBe(total)
        expect(parts).toEqual([...parts].sort((a, b) => b - a))
        expect((parts[0] ?? 0) - (parts[count - 1] ?? 0)).toBeLessThanOrEqual(1)
      }),
      { numRuns: 5_000 },
    )
  })

  it('stays exact up to the largest amount', () => {
    fc.assert(
      fc.property(
        anyAmount.filter((a) => a >= 0),
        fc.integer({ min: 1, max: 60 }),
        (total, n) => {
          const parts = splitRupiah(total, n).map(BigInt)
          expect(parts.reduce((left, right) => left + right, 0n)).toBe(BigInt(total))
        },
      ),
    )
  })

  it('gives the remainder to the first parts', () => {
    expect(splitRupiah(rupiah(1_000_000), 3)).toEqual([333_334, 333_333, 333_333])
    expect(splitRupiah(rupiah(2), 3)).toEqual([1, 1, 0])
  })

  it('refuses no parts, broken parts, too many parts and debts', () => {
    for (const parts of [0, -1, 1.5, NaN, MAX_PARTS + 1]) {
      expect(() => splitRupiah(rupiah(100), parts)).toThrow(invalid)
    }
    expect(() => splitRupiah(rupiah(-100), 2)).toThrow(invalid)
  })
})

describe('allocating an amount by weight', () => {
  const weights = fc
    .array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 20 })
    .filter((list) => list.some((weight) => weight > 0))

  it('sums to the total, in whatever order the weights come', () => {
    fc.assert(
      fc.property(amounts, weights, (total, list) => {
        expect(sum(allocateRupiah(total, list))).toBe(total)
        expect(sum(allocateRupiah(total, [...list].reverse()))).toBe(total)
      }),
      { numRuns: 2_000 },
    )
  })

  it('stays within one rupiah of the exact share, and gives nothing to a weight of 0', () => {
    fc.assert(
      fc.property(amounts, weights, (total, list) => {
        const whole = list.reduce((left, right) => left + BigInt(right), 0n)
        allocateRupiah(total, list).forEach((share, index) => {
          const floor = (BigInt(total) * BigInt(list[index] ?? 0)) / whole
          expect(BigInt(share) - floor).toBeGreaterThanOrEqual(0n)
          expect(BigInt(share) - floor).toBeLessThanOrEqual(1n)
          if (list[index] === 0) expect(share).toBe(0)
        })
      }),
    )
  })

  it('gives the odd rupiah to the largest remainder, and to the earlier one of two equals', () => {
    expect(allocateRupiah(rupiah(10), [1, 1, 1])).toEqual([4, 3, 3])
    expect(allocateRupiah(rupiah(10), [1, 2, 4])).toEqual([1, 3, 6])
    expect(allocateRupiah(rupiah(0), [3, 4])).toEqual([0, 0])
  })

  it('does as an even split does when the weights are equal', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 36 }), (total, count) => {
        const equal = Array.from({ length: count }, () => 7)
        expect(allocateRupiah(total, equal)).toEqual(splitRupiah(total, count))
      }),
    )
  })

  it('refuses weights that say nothing', () => {
    for (const list of [[], [0, 0], [-1, 2], [0.5], [NaN]]) {
      expect(() => allocateRupiah(rupiah(100), list)).toThrow(invalid)
    }
    expect(() => allocateRupiah(rupiah(-1), [1])).toThrow(invalid)
  })
})

describe('writing and reading rupiah', () => {
  it('writes dots in Indonesian, commas in English, and the sign before Rp', () => {
    expect(formatRupiah(1_250_000)).toBe('Rp1.250.000')
    expect(formatRupiah(1_250_000, 'en')).toBe('Rp1,250,000')
    expect(formatRupiah(-50_000)).toBe('-Rp50.000')
    expect(formatRupiah(0)).toBe('Rp0')
    expect(formatRupiah(999)).toBe('Rp999')
  })

  it('never writes a broken amount', () => {
    for (const value of [NaN, 0.5, Infinity]) expect(() => formatRupiah(value)).toThrow(invalid)
  })

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(
        anyAmount.filter((amount) => amount >= 0),
        (amount: Rupiah) => {
          expect(parseRupiah(formatRupiah(amount))).toBe(amount)
          expect(parseRupiah(String(amount))).toBe(amount)
        },
      ),
    )
  })

  it.each([
    ['1.250.000', 1_250_000],
    ['1250000', 1_250_000],
    ['Rp 1.250.000', 1_250_000],
    ['Rp\u00a01.250.000', 1_250_000],
    ['rp1.250.000', 1_250_000],
    [' 500 ', 500],
    ['0', 0],
  ])('reads %j', (text, amount) => {
    expect(parseRupiah(text)).toBe(amount)
  })

  it.each([
    '',
    'Rp',
    '1.25',
    '1,250,000',
    '1.250.00',
    '12.50.000',
    '1.250.000,00',
    '-1',
    '+1',
    '007',
    '0.500',
    '1e6',
    '0x10',
    '1 000',
    '١٢٣',
    '9007199254740992',
    '9'.repeat(400),
    `${' '.repeat(60)}12345678`,
  ])('refuses %j', (text) => {
    expect(() => parseRupiah(text)).toThrow(invalid)
  })
})
