import type { MeteraiMode, SpkClause } from '../content'

/** What staff write and version: the clauses before the facts of an order are filled in. */
export type SpkTemplate = {
  clauses: readonly SpkClause[]
  /** Points; at least 10. */
  fontSize: number
  mode: MeteraiMode
}

/** A template as it is kept. */
export type StoredTemplate = { id: string; version: number } & SpkTemplate

/** Clauses that no agreement of ours does without, in their usual order. */
export const REQUIRED_CLAUSES = [
  'definitions',
  'object',
  'term',
  'price',
  'late',
  'provider',
  'customer',
  'privacy',
  'termination',
  'forceMajeure',
  'disputes',
  'signature',
  'closing',
] as const

/** Smallest type of what is read, in points. */
export const LEAST_FONT_SIZE = 10

/** Largest type with which tables and boxes still fit. */
export const MOST_FONT_SIZE = 13
