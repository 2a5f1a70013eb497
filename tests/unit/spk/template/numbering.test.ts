import { describe, expect, it } from 'vitest'
import { wibDay } from '@/plugin/kernel/time'
import { buildAddendumNumber, buildNumber, isNumberPart } from '@/plugin/spk/template'

const parts = { day: wibDay('2026-11-21'), house: 'HZ', prefix: 'SPK', revision: 0, seq: 1 }

describe('The number of an agreement', () => {
  it('counts, and names kind, house, Roman month and year', () => {
    expect(buildNumber(parts)).toEqual({
      fileName: 'SPK-HZ-2026-XI-001-r0.pdf',
      number: '001/SPK/HZ/XI/2026',
      printed: '001/SPK/HZ/XI/2026',
    })
  })

  it('stays with every revision, which is printed beside it', () => {
    expect(buildNumber({ ...parts, revision: 1 })).toEqual({
      fileName: 'SPK-HZ-2026-XI-001-r1.pdf',
      number: '001/SPK/HZ/XI/2026',
      printed: '001/SPK/HZ/XI/2026 Rev. 1',
    })
  })

  it('grows past three digits', () => {
    expect(buildNumber({ ...parts, seq: 1_234 }).number).toBe('1234/SPK/HZ/XI/2026')
  })

  it('writes all twelve months', () => {
    const months = Array.from({ length: 12 }, (_, at) => {
      const day = wibDay(`2027-${String(at + 1).padStart(2, '0')}-01`)
      return buildNumber({ ...parts, day }).number.split('/')[3]
    })
    expect(months.join(' ')).toBe('I II III IV V VI VII VIII IX X XI XII')
  })

  it('makes file names that every system takes', () => {
    expect(buildNumber({ ...parts, revision: 12, seq: 999 }).fileName).toMatch(/^[\w.-]+$/)
  })

  it.each([
    { seq: 0 },
    { seq: 1.5 },
    { revision: -1 },
    { prefix: 'spk' },
    { house: 'H/Z' },
    { house: '' },
  ])('is not made of %o', (wish) => {
    expect(() => buildNumber({ ...parts, ...wish })).toThrow(RangeError)
  })

  it('takes short words of capitals for its parts', () => {
    expect(['SPK', 'HZ', 'A1'].every(isNumberPart)).toBe(true)
    expect(['', 'hz', '1A', 'H Z', 'H/Z', 'TERLALUPANJANG'].some(isNumberPart)).toBe(false)
  })
})

describe('The number of an addendum', () => {
  it('is its own, and says which it is', () => {
    const day = wibDay('2026-12-01')
    expect(buildAddendumNumber({ ...parts, day, ordinal: 4, seq: 7 })).toEqual({
      fileName: 'ADD-SPK-HZ-2026-XII-007-r0.pdf',
      number: '007/ADD-SPK/HZ/XII/2026',
      printed: '007/ADD-SPK/HZ/XII/2026',
      title: 'Adendum IV',
    })
  })

  it.each([
    [1, 'I'],
    [9, 'IX'],
    [14, 'XIV'],
    [49, 'XLIX'],
    [99, 'XCIX'],
  ])('%i is %s', (ordinal, roman) => {
    expect(buildAddendumNumber({ ...parts, ordinal }).title).toBe(`Adendum ${roman}`)
  })
})
