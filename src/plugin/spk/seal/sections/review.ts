import type { Colour, PdfBlock } from '../../../kernel/pdf'
import type { Severity } from '../../evidence/finding'

import { formatInstant } from '../../../kernel/time'
import { heading, note, type Sheet } from './sheet'

/** Dark enough for white letters on them. */
const SEVERITY_INK: Record<Severity, Colour> = {
  amber: '#8a5a00',
  blocking: '#55606e',
  green: '#0b5d4b',
  red: '#8f1414',
}

const DONE_INK: Colour = '#0b5d4b'
const OPEN_INK: Colour = '#8f1414'

/** What the stamp turned out to be, and what the official site said. */
export const buildMeterai = ({ facts, locale, words }: Sheet): PdfBlock[] => {
  const { meterai, mode } = facts
  if (!meterai) {
    return [heading(words.meterai), { kind: 'paragraph', text: words.meteraiNone[mode] }]
  }
  const { official, serial, signedAt, signer, verdict } = meterai
  const rows: [string, null | string][] = [
    [words.verdict, words.verdicts[verdict]],
    [words.serial, serial],
    [words.signer, signer],
    [words.signedAt, signedAt && formatInstant(signedAt, locale)],
    [words.official, official],
  ]
  const known = rows.filter((row): row is [string, string] => row[1] !== null)
  return [heading(words.meterai), { kind: 'facts', rows: known }]
}

/** What the program saw, in plain words. */
export const buildFindings = ({ facts, locale, words }: Sheet): PdfBlock[] => {
  const { findings } = facts
  if (findings.length === 0) {
    return [heading(words.findings), { kind: 'paragraph', text: words.findingsNone }]
  }
  return [
    heading(words.findings),
    note(words.findingsNote),
    {
      columns: [
        { head: words.severity, width: 3 },
        { head: words.finding, width: 9 },
        { align: 'right', head: words.pageShort, width: 1 },
      ],
      kind: 'table',
      rows: findings.map(({ page, severity, text }) => [
        { chip: SEVERITY_INK[severity], text: words.severities[severity] },
        text[locale],
        page === null ? '' : String(page),
      ]),
    },
  ]
}

/** What the reviewer had to look at. */
export const buildChecklist = ({ facts, locale, words }: Sheet): PdfBlock[] =>
  facts.checklist.length === 0
    ? []
    : [
        heading(words.checklist),
        {
          columns: [
            { head: '', width: 2 },
            { head: words.checked, width: 10 },
          ],
          kind: 'table',
          rows: facts.checklist.map(({ isTicked, text }) => [
            isTicked
              ? { chip: DONE_INK, text: words.done }
              : { chip: OPEN_INK, text: words.notDone },
            text[locale],
          ]),
        },
      ]

/** Who agreed to it, and why in spite of something red. */
export const buildDecision = ({ facts, locale, words }: Sheet): PdfBlock[] => {
  const { override, reviewers } = facts
  const parts = { first: words.firstReviewer, second: words.secondReviewer } as const
  return [
    heading(words.decision),
    {
      kind: 'facts',
      rows: reviewers.map(({ at, name, part }) => [
        parts[part],
        `${name}, ${formatInstant(at, locale)}`,
      ]),
    },
    ...(override
      ? ([
          {
            chip: { colour: SEVERITY_INK.red, text: words.override },
            kind: 'heading',
            level: 3,
            text: `${override.by}, ${formatInstant(override.at, locale)}`,
          },
          { kind: 'paragraph', text: override.reason },
        ] satisfies PdfBlock[])
      : []),
  ]
}
