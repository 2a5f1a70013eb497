import type { SpkClause } from '../content'
import type { SpkFault } from './fault'
import type { SpkTemplate } from './template'

import { findFontSizeFaults } from './fontSize'
import { findForbidden, FORBIDDEN_TEXTS, type ForbiddenKind } from './forbidden'
import { findUnknownPlaceholders } from './placeholders'
import { REQUIRED_CLAUSES } from './template'

/** What can be wrong with a template. */
export type ClauseFaultCode =
  | 'duplicateKey'
  | 'empty'
  | 'fontSize'
  | 'key'
  | 'missingClause'
  | 'unknownPlaceholder'
  | ForbiddenKind

type Fault = SpkFault<ClauseFaultCode>

const KEY = /^[a-z][A-Za-z0-9-]{0,39}$/

const findMissing = ({ clauses }: SpkTemplate): Fault[] =>
  REQUIRED_CLAUSES.filter((key) => !clauses.some((clause) => clause.key === key)).map((key) => ({
    code: 'missingClause',
    field: 'clauses',
    text: {
      id: `Pasal wajib belum ada: ${key}.`,
      en: `A required clause is missing: ${key}.`,
    },
  }))

const findEmpty = ({ body, title }: SpkClause, field: string): Fault[] =>
  (
    [
      ['body', body],
      ['title', title],
    ] as const
  )
    .filter(([, text]) => text.trim() === '')
    .map(([part]) => ({
      code: 'empty',
      field: `${field}.${part}`,
      text:
        part === 'body'
          ? { id: 'Isi pasal masih kosong.', en: 'The clause has no text.' }
          : { id: 'Judul pasal masih kosong.', en: 'The clause has no title.' },
    }))

const findKeyFaults = (clauses: readonly SpkClause[], at: number): Fault[] => {
  const { key = '' } = clauses[at] ?? {}
  const field = `clauses.${at}.key`
  if (!KEY.test(key)) {
    const text = {
      id: 'Kunci pasal harus diawali huruf kecil, tanpa spasi, paling banyak 40 huruf.',
      en: 'The key begins with a small letter, has no blanks and at most 40 letters.',
    }
    return [{ code: 'key', field, text }]
  }
  const isRepeated = clauses.findIndex((other) => other.key === key) < at
  const text = { id: `Kunci pasal ganda: ${key}.`, en: `This key stands twice: ${key}.` }
  return isRepeated ? [{ code: 'duplicateKey', field, text }] : []
}

const findStrange = ({ body, title }: SpkClause, field: string, keys: string[]): Fault[] =>
  Object.entries({ body, title }).flatMap(([part, text]) =>
    findUnknownPlaceholders(text, keys).map((name) => ({
      code: 'unknownPlaceholder' as const,
      field: `${field}.${part}`,
      text: { id: `Isian tidak dikenal: ${name}.`, en: `Unknown placeholder: ${name}.` },
    })),
  )

const findSentences = ({ body, title }: SpkClause, field: string): Fault[] =>
  findForbidden(`${title}\n${body}`).map(({ kind, phrase }) => ({
    code: kind,
    field: `${field}.body`,
    text: {
      id: `Kalimat ini ${FORBIDDEN_TEXTS[kind].id} (UU 8/1999 Pasal 18): “${phrase}”.`,
      en: `This sentence ${FORBIDDEN_TEXTS[kind].en} (UU 8/1999 art. 18): “${phrase}”.`,
    },
  }))

/**
 * Everything that keeps a template from being used, all at once; an empty list means that it may be.
 * Words are searched, not understood: a template without faults still needs a lawyer.
 */
export const findClauseFaults = (template: SpkTemplate): Fault[] => {
  const { clauses } = template
  const keys = clauses.map(({ key }) => key)
  const inClauses = clauses.flatMap((clause, at) => {
    const field = `clauses.${at}`
    return [
      ...findKeyFaults(clauses, at),
      ...findEmpty(clause, field),
      ...findStrange(clause, field, keys),
      ...findSentences(clause, field),
    ]
  })
  return [...findFontSizeFaults(template.fontSize), ...findMissing(template), ...inClauses]
}
