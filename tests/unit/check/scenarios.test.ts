import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Row = { name: string; number: number; where: string }

const rows: Row[] = readFileSync('tests/README.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const match = /^\| (\d+) \| [^|]*\| `([^`]+)` \| (.+) \|$/.exec(line)
    return match ? [{ name: match[3] ?? '', number: Number(match[1]), where: match[2] ?? '' }] : []
  })

const tests = rows.filter(({ where }) => where.startsWith('tests/'))
const groups = rows.filter(({ where }) => where.startsWith('npm run '))

/** Every number of the list from 1 to 34; it has no 5 and no 29. */
const NUMBERS = Array.from({ length: 34 }, (_, at) => at + 1).filter(
  (number) => number !== 5 && number !== 29,
)

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
    expect(tests.length + groups.length).toBe(rows.length)
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
