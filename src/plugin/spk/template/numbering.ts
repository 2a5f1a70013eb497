import { partsOfDay, type WibDay } from '../../kernel/time'

const MONTHS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const

const ROMAN: readonly (readonly [value: number, letters: string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** A whole number from 1 to 399 in Roman letters. */
export const toRoman = (value: number): string => {
  if (!Number.isInteger(value) || value < 1 || value > 399) {
    throw new RangeError(`No Roman number for ${value}`)
  }
  let rest = value
  let letters = ''
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      letters += sign
      rest -= worth
    }
  }
  return letters
}

/** Whether a word can be the prefix or the house of a number: `SPK`, `HZ`. */
export const isNumberPart = (text: string): boolean => /^[A-Z][A-Z0-9]{0,9}$/.test(text)

/** What a number is made of; `day` is the WIB day of issue, `seq` counts within prefix and year. */
export type NumberParts = {
  day: WibDay
  house: string
  prefix: string
  revision: number
  seq: number
}

/** A number as it is printed, and the file's name, in which no slash may stand. */
export type SpkNumber = {
  /** `SPK-HZ-2026-XI-001-r1.pdf`; says nothing of the customer. */
  fileName: string
  /** `001/SPK/HZ/XI/2026`; every revision keeps it. */
  number: string
  /** `001/SPK/HZ/XI/2026 Rev. 1`; without revision the number alone. */
  printed: string
}

const check = ({ house, prefix, revision, seq }: NumberParts): void => {
  if (![house, ...prefix.split('-')].every(isNumberPart)) {
    throw new RangeError('Prefix and house of a number are capital letters and digits')
  }
  if (!Number.isSafeInteger(seq) || seq < 1 || !Number.isSafeInteger(revision) || revision < 0) {
    throw new RangeError('A number counts from 1, its revisions from 0')
  }
}

/** Puts a number together; it is pure, who calls has drawn `seq` from a sequence. */
export const buildNumber = (parts: NumberParts): SpkNumber => {
  check(parts)
  const { day, house, prefix, revision, seq } = parts
  const [year, month] = partsOfDay(day)
  const [count, roman] = [String(seq).padStart(3, '0'), MONTHS[month - 1] ?? '']
  const number = [count, prefix, house, roman, year].join('/')
  return {
    fileName: `${[prefix, house, year, roman, count, `r${revision}`].join('-')}.pdf`,
    number,
    printed: revision > 0 ? `${number} Rev. ${revision}` : number,
  }
}

/** Which addendum to its agreement it is: `Adendum I`. */
export const nameAddendum = (ordinal: number): string => `Adendum ${toRoman(ordinal)}`

/**
 * An addendum has a number of its own, from a sequence of its own, and says which it is of its
 * agreement: `001/ADD-SPK/HZ/XII/2026`, `Adendum I`.
 */
export const buildAddendumNumber = (
  parts: { ordinal: number } & NumberParts,
): { title: string } & SpkNumber => ({
  ...buildNumber({ ...parts, prefix: `ADD-${parts.prefix}` }),
  title: nameAddendum(parts.ordinal),
})
