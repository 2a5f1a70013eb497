import type { Group } from '../../support/figures/program'

import { type Issued, issueDocument } from '../../support/spk/issue'
import { atLeast, equal, type Measured } from '../../support/figures/row'
import { sayAll } from '../say'
import { type Judged, judgeAttacks } from './attacks'
import { judgeWet } from './wet'

const FULL = 20
const LEAST = 1

/** What counts as seen: for L0 a fault, or amber for a form that nobody signed; above, red and only red. */
const isMissed = ({ level, severities }: Judged): boolean =>
  level === 'l0'
    ? !severities.includes('fault') && !severities.includes('amber')
    : !severities.includes('red')

const shareOf = (judged: readonly Judged[], severity: string): number =>
  (judged.filter(({ severities }) => severities.includes(severity)).length * 100) /
  Math.max(1, judged.length)

const lineOf = (name: string, judged: readonly Judged[]): string => {
  const percent = (severity: string): string => `${shareOf(judged, severity).toFixed(0)} %`
  return `${name.padEnd(28)} ${String(judged.length).padStart(4)} files · refused ${percent('fault')} · red ${percent('red')} · amber ${percent('amber')}`
}

/** One line for each class of files: what was seen of it. */
const tableOf = (judged: readonly Judged[]): string[] => {
  const names = [...new Set(judged.map(({ kind, level }) => `${level} ${kind}`))]
  return names.map((name) =>
    lineOf(
      name,
      judged.filter(({ kind, level }) => `${level} ${kind}` === name),
    ),
  )
}

const missesOf = (judged: readonly Judged[], level: string): Measured => {
  const own = judged.filter((each) => each.level === level)
  const missed = own.filter(isMissed)
  const names = [...new Set(missed.map(({ kind }) => kind))].join(', ')
  return {
    bar: equal(0),
    detail: `${own.length} files${names === '' ? '' : `; missed: ${names}`}`,
    name: `missed-${level}`,
    unit: '',
    // Nothing tried is nothing proven.
    value: own.length === 0 ? Number.NaN : missed.length,
  }
}

const seenOf = (judged: readonly Judged[], level: string): Measured => {
  const own = judged.filter((each) => each.level === level)
  const seen = own.filter(({ severities }) => severities.some((each) => each !== 'green'))
  return {
    detail: `${own.length} files; reported: pixels and a missing code only hint`,
    name: `seen-${level}-percent`,
    unit: '%',
    value: Math.round((seen.length * 100) / Math.max(1, own.length)),
  }
}

const figuresOf = (wet: readonly Judged[], attacks: readonly Judged[], least: number) => {
  const reds = wet.filter(({ severities }) => severities.includes('red'))
  const refused = wet.filter(({ severities }) => severities.includes('fault'))
  return [
    { bar: atLeast(least), name: 'wet-tried', unit: '', value: wet.length },
    {
      bar: equal(0),
      detail: `honest wet ink with a red finding: ${reds.map(({ kind }) => kind).join(', ') || 'none'}`,
      name: 'red-on-wet',
      unit: '',
      value: reds.length,
    },
    {
      bar: equal(0),
      detail: `honest wet ink that was sent back: ${refused.map(({ kind }) => kind).join(', ') || 'none'}`,
      name: 'refused-wet',
      unit: '',
      value: refused.length,
    },
    {
      detail: 'reported: false alarms that ask a person to look closely',
      name: 'amber-on-wet-percent',
      unit: '%',
      value: Math.round(shareOf(wet, 'amber')),
    },
    { bar: atLeast(least), name: 'attacks-tried', unit: '', value: attacks.length },
    ...['l0', 'l1', 'l2'].map((level) => missesOf(attacks, level)),
    ...['l3', 'l4', 'l5'].map((level) => seenOf(attacks, level)),
  ] satisfies Measured[]
}

/** Scans, photographs and forgeries of a document, each looked at as a returned one is. */
export const evidence: Group = async ({ seed, size }) => {
  const each = Math.max(LEAST, Math.round(FULL * size))
  const issued: Issued[] = []
  for (let at = 0; at < Math.min(3, each); at++) {
    issued.push(await issueDocument({ pages: 2, seed: (seed % 1_000) + at }))
  }
  const wet = await judgeWet({ each, issued })
  const attacks = await judgeAttacks({ each, issued })
  sayAll('evidence', tableOf([...wet, ...attacks]))
  return figuresOf(wet, attacks, each * 4)
}
