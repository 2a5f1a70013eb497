import type {
  CollectionBeforeChangeHook,
  CollectionBeforeValidateHook,
  PayloadRequest,
} from 'payload'

import { ValidationError } from 'payload'

import type { MeteraiMode, SpkClause } from '../content'

import { resolvePanelLocale } from '../../kernel/payload'
import { canonicalJson } from '../../kernel/history'
import { METERAI_MODES } from '../content'
import { buildDefaultTemplate, findClauseFaults, isNumberPart, type SpkFault } from '../template'

type Draft = {
  clauses?: (Partial<SpkClause> & { id?: string })[] | null
  fontSize?: number
  house?: string
  mode?: MeteraiMode
} & Record<string, unknown>

const isMode = (mode: unknown): mode is MeteraiMode => METERAI_MODES.some((known) => known === mode)

const bodyOf = (mode: MeteraiMode, key: string | undefined): string | undefined =>
  buildDefaultTemplate(mode).clauses.find((clause) => clause.key === key)?.body

/** Clauses as we offer them speak of the way of stamping: unchanged ones follow when it is changed. */
export const followMode = (clauses: readonly Partial<SpkClause>[], mode: MeteraiMode) =>
  clauses.map((clause) => {
    const isOffered = METERAI_MODES.some((other) => bodyOf(other, clause.key) === clause.body)
    const body = isOffered ? bodyOf(mode, clause.key) : undefined
    return body === undefined ? clause : { ...clause, body }
  })

/** Offers our clauses to a template that has none, and keeps those that are ours in step with its mode. */
export const offerClauses: CollectionBeforeValidateHook<Draft & { id: string }> = ({
  data,
  operation,
  originalDoc,
}) => {
  if (!data) {
    return data
  }
  const mode = data.mode ?? originalDoc?.mode
  const clauses = data.clauses ?? originalDoc?.clauses ?? []
  if (!isMode(mode) || !Array.isArray(clauses)) {
    return data
  }
  if (clauses.length === 0 && operation === 'create') {
    return { ...data, clauses: buildDefaultTemplate(mode).clauses.map((clause) => ({ ...clause })) }
  }
  return { ...data, clauses: followMode(clauses, mode) }
}

const findHouseFaults = (house: unknown): SpkFault[] =>
  typeof house === 'string' && isNumberPart(house)
    ? []
    : [
        {
          code: 'house',
          field: 'house',
          text: {
            en: 'Capital letters and digits only, beginning with a letter: HZ.',
            id: 'Hanya huruf besar dan angka, diawali huruf: HZ.',
          },
        },
      ]

const refuse = (faults: readonly SpkFault[], req: PayloadRequest): never => {
  const locale = resolvePanelLocale(req.i18n?.language ?? 'id')
  throw new ValidationError({
    errors: faults.map(({ field, text }) => ({ message: text[locale], path: field })),
    req,
  })
}

const CONTENT_FIELDS = ['clauses', 'fontSize', 'house', 'mode', 'place', 'provider'] as const

const wordingOf = (doc: Draft): string =>
  canonicalJson(
    CONTENT_FIELDS.map((field) =>
      field === 'clauses'
        ? (doc.clauses ?? []).map(({ body, key, title }) => ({ body, key, title }))
        : (doc[field] ?? null),
    ),
  )

/**
 * Refuses wording that must not be used, every fault at its field, and counts each change of it: an
 * agreement names the version that it was made of.
 */
export const lintAndCount: CollectionBeforeChangeHook<Draft & { id: string }> = ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const whole: Draft = { ...originalDoc, ...data }
  const clauses = (whole.clauses ?? []).map(({ body = '', key = '', title = '' }) => ({
    body,
    key,
    title,
  }))
  const { fontSize = 0, mode = 'e-first' } = whole
  const faults = [...findClauseFaults({ clauses, fontSize, mode }), ...findHouseFaults(whole.house)]
  if (faults.length > 0) {
    refuse(faults, req)
  }
  if (operation === 'create' || !originalDoc) {
    return { ...data, version: 1 }
  }
  const version = Number(originalDoc.version ?? 1)
  const isChanged = wordingOf(whole) !== wordingOf(originalDoc)
  return { ...data, version: isChanged ? version + 1 : version }
}
