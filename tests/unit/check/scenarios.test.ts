import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Row = { name: string; number: number; where: string }

const rows: Row[] = readFileSync('tests/README.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const match = /^\| (\d+) \| [^|]*\| (?:`([^`]+)`|(later)) \| (.+) \|$/.exec(line)
    const [, number, where, later, name = ''] = match ?? []
    return match ? [{ name, number: Number(number), where: where ?? later ?? '' }] : []
  })

const tests = rows.filter(({ where }) => where.startsWith('tests/'))
const groups = rows.filter(({ where }) => where.startsWith('npm run '))

const later = rows.filter(({ where }) => where === 'later')

/** From the first number to the last. */
const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at)

/** The numbers of the list whose flows exist; it has no 5, no 29 and no 49. */
const NUMBERS = [
  ...range(1, 34).filter((number) => number !== 5 && number !== 29),
  ...range(38, 41),
  ...range(46, 57).filter((number) => number !== 49),
  59,
  60,
  61,
  ...range(67, 70),
  ...range(73, 83),
  ...range(87, 89),
]

const programOf = (command: string): string => {
  const folder = `tests/${command.replace('npm run ', '')}`
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
    .join('\n')
}

describe('the table of scenarios', () => {
  it('has every number, in order', () => {
    const numbers = rows.map(({ number }) => number)
    expect([...new Set(numbers)]).toEqual(NUMBERS)
    expect(numbers).toEqual(numbers.toSorted((one, other) => one - other))
    expect(tests.length + groups.length + later.length).toBe(rows.length)
  })

  it('puts off parts of a scenario alone: something of each number is proven now', () => {
    expect(later.map(({ number }) => number)).toEqual([])
    for (const { number } of later) {
      expect([...tests, ...groups].map((row) => row.number)).toContain(number)
    }
  })

  it.each(tests)('$number is proven by a test of that name in $where', ({ name, where }) => {
    expect(existsSync(where)).toBe(true)
    const titles = readFileSync(where, 'utf8').match(/'[^'\n]{10,}'|"[^"\n]{10,}"/g) ?? []
    expect(titles.map((title) => title.slice(1, -1))).toContain(name)
  })

  it.each(groups)('$number is proven by the group $name of $where', ({ name, where }) => {
    expect(programOf(where)).toMatch(new RegExp(`groups: \\{[^}]*\\b${name}\\b`))
  })
})
