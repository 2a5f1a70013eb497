import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { rupiah, spellNumber, terbilang } from '@/plugin/kernel/money'

import { readTerbilang } from './readTerbilang'

const invalid = expect.objectContaining({ code: 'money.invalid' })

describe('an amount in words', () => {
  it.each([
    [0, 'nol'],
    [1, 'satu'],
    [10, 'sepuluh'],
    [11, 'sebelas'],
    [12, 'dua belas'],
    [19, 'sembilan belas'],
    [20, 'dua puluh'],
    [100, 'seratus'],
    [101, 'seratus satu'],
    [111, 'seratus sebelas'],
    [1_000, 'seribu'],
    [1_001, 'seribu satu'],
    [1_100, 'seribu seratus'],
    [2_000, 'dua ribu'],
    [11_000, 'sebelas ribu'],
    [21_000, 'dua puluh satu ribu'],
    [100_000, 'seratus ribu'],
    [101_000, 'seratus satu ribu'],
    [1_000_000, 'satu juta'],
    [1_001_000, 'satu juta seribu'],
    [1_250_000, 'satu juta dua ratus lima puluh ribu'],
    [1_000_000_000, 'satu miliar'],
    [1_000_000_000_000, 'satu triliun'],
    [1_000_000_000_001_000, 'satu kuadriliun seribu'],
  ])('%d is %s', (value, words) => {
    expect(spellNumber(value)).toBe(words)
    expect(terbilang(rupiah(value))).toBe(`${words} rupiah`)
  })

  it('is read back as the same number, up to the largest amount', () => {
    const sizes = [2_000, 1_000_000, 10 ** 9, 10 ** 12, Number.MAX_SAFE_INTEGER]
    const values = fc.oneof(...sizes.map((max) => fc.integer({ min: 0, max })))
    fc.assert(
      fc.property(values, (value) => {
        expect(readTerbilang(spellNumber(value))).toBe(BigInt(value))
      }),
      { numRuns: 5_000 },
    )
  })

  it('is read back for every number up to ten thousand', () => {
    for (let value = 0; value <= 10_000; value += 1) {
      expect(readTerbilang(spellNumber(value))).toBe(BigInt(value))
    }
  })

  it('has single spaces and small letters only', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        expect(spellNumber(value)).toMatch(/^[a-z]+(?: [a-z]+)*$/)
      }),
    )
  })

  it('refuses debts and fractions', () => {
    expect(() => terbilang(rupiah(-1))).toThrow(invalid)
    for (const value of [-5, 1.5, NaN, 2 ** 53]) expect(() => spellNumber(value)).toThrow(invalid)
  })
})
