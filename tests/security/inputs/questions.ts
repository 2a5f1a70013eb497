import type { Random } from '../../support/load/random'

import { OPERATORS } from '../operators'
import { encode, nastyValue, nastyWord } from './nasties'

const ODD_OPERATORS = [...OPERATORS, 'nonsense', '', '$ne', '__proto__'] as const

const word = (random: Random): string => encode(nastyWord(random))

const fieldOf = (random: Random, names: readonly string[]): string =>
  random.below(5) === 0 ? word(random) : random.pick(names)

const nest = (random: Random, key: string): string =>
  Array.from(
    { length: random.below(30) },
    (_, at) => `[${random.pick(['and', 'or'])}][${at % 2}]`,
  ).join('') + key

const condition = (random: Random, names: readonly string[]): string => {
  const key = `[${fieldOf(random, names)}][${random.pick(ODD_OPERATORS)}]`
  const place =
    random.below(6) === 0 ? nest(random, key) : random.pick(['', '[or][0]', '[and][0]']) + key
  return `where${place}${random.below(8) === 0 ? '[]' : ''}=${word(random)}`
}

/** What a condition in JSON may hold where an address could only hold a text. */
const inJson = (random: Random, names: readonly string[], depth = 0): unknown => {
  const below = (): unknown => inJson(random, names, depth + 1)
  const kind = depth > 4 ? 0 : random.below(8)
  if (kind < 2) {
    return nastyValue(random)
  }
  if (kind === 2) {
    return [below(), below()]
  }
  if (kind === 3) {
    return { [random.pick(['and', 'or', 'AND', 'Or'])]: [below()] }
  }
  const name = fieldOf(random, names)
  return kind === 4
    ? { [`${name}.${random.pick(['id', 'x', '0', 'value', 'relationTo'])}`]: below() }
    : { [name]: kind === 5 ? below() : { [random.pick(ODD_OPERATORS)]: below() } }
}

const MOST_IN_ADDRESS = 4_000

const jsonWord = (random: Random, names: readonly string[]): string => {
  const text = encode(JSON.stringify(inJson(random, names)) ?? 'null')
  return text.length > MOST_IN_ADDRESS ? encode('{"$ne":null}') : text
}

const NUMBERS = [
  '0',
  '-1',
  '1e21',
  'abc',
  '',
  '1.5',
  '99999999999999999999',
  'NaN',
  '[]',
  '%00',
  '1&limit=2',
] as const

const option = (random: Random, names: readonly string[]): string =>
  random.pick([
    () => `limit=${random.pick(NUMBERS)}`,
    () => `page=${random.pick(NUMBERS)}`,
    () => `depth=${random.pick(NUMBERS)}`,
    () => `sort=${random.pick(['', '-', '--', ','])}${fieldOf(random, names)}`,
    () => `sort[]=${fieldOf(random, names)}&sort[]=${word(random)}`,
    () => `select[${fieldOf(random, names)}]=${word(random)}`,
    () => `populate[${fieldOf(random, names)}][${word(random)}]=true`,
    () => `joins[${fieldOf(random, names)}][limit]=${random.pick(NUMBERS)}`,
    () => `joins[${fieldOf(random, names)}][sort]=${word(random)}`,
    () => `joins=${word(random)}`,
    () => `locale=${random.pick(['all', 'xx', word(random)])}`,
    () => `fallback-locale=${word(random)}`,
    () => `draft=${word(random)}`,
    () => `trash=${word(random)}`,
    () => `pagination=${word(random)}`,
    () => `where=${word(random)}`,
    () => `where=${jsonWord(random, names)}`,
    () => `where=${jsonWord(random, names)}`,
    () => `data=${jsonWord(random, names)}`,
    () => `sort=${jsonWord(random, names)}`,
    () => `select=${jsonWord(random, names)}`,
    () => `select[${fieldOf(random, names)}][${word(random)}][x]=true`,
    () => `populate=${jsonWord(random, names)}`,
    () => `joins[${fieldOf(random, names)}][where]=${jsonWord(random, names)}`,
    () =>
      `joins[${fieldOf(random, names)}][where][${fieldOf(random, names)}][${random.pick(ODD_OPERATORS)}]=${word(random)}`,
    () => `joins[${fieldOf(random, names)}][page]=${random.pick(NUMBERS)}`,
    () => `locale[${word(random)}]=${word(random)}`,
    () => `${random.pick(['limit', 'page', 'depth', 'draft', 'trash'])}[]=${word(random)}`,
    () => `where[${word(random)}]=${word(random)}`,
    () => `${word(random)}=${word(random)}`,
  ])()

/** A query of a read: conditions and options, in every dress that an address or JSON allows. */
export const askOddly = (random: Random, names: readonly string[]): string =>
  Array.from({ length: 1 + random.below(3) }, () =>
    random.below(2) === 0 ? condition(random, names) : option(random, names),
  ).join('&')
