import { APIError, type CollectionBeforeOperationHook } from 'payload'

import { comparesTooMuch, sortsTooMuch } from './breadth'
import { areJoinsAnswerable, isCondition } from './conditions'

/** Bounds of one read over REST. */
export type ReadBounds = { maxDepth: number; maxLimit: number; maxPage: number }

type ReadArgs = {
  data?: unknown
  depth?: unknown
  id?: unknown
  joins?: unknown
  limit?: unknown
  page?: unknown
  pagination?: unknown
  sort?: unknown
  where?: unknown
}

const DEFAULT_BOUNDS: ReadBounds = { maxDepth: 2, maxLimit: 100, maxPage: 100_000 }
const LARGEST_SENSIBLE = 1_000_000_000
const NUL = String.fromCharCode(0)
const MAX_NESTING = 12

const refuse = (message: string): never => {
  throw new APIError(message, 400, null, true)
}

/** A whole number within reason, or the refusal of the request. */
const wholeNumber = (args: { name: string; value: unknown }): number => {
  const { name, value } = args
  const isWhole = typeof value === 'number' && Number.isSafeInteger(value)
  return isWhole && value >= 0 && value <= LARGEST_SENSIBLE
    ? value
    : refuse(`"${name}" must be a whole number`)
}

const isAbsent = (value: unknown): value is null | undefined =>
  value === undefined || value === null

const clampCount = (args: { max: number; name: string; value: unknown }): number => {
  const count = wholeNumber(args)
  return count === 0 ? args.max : Math.min(count, args.max)
}

/**
 * Whether anything inside cannot be kept: a NUL byte, which Postgres refuses with a crash, or a number
 * like 1e999, which it keeps as one that nobody can count with.
 */
const isUnkeepable = (value: unknown, nesting = 0): boolean => {
  if (typeof value === 'string') {
    return value.includes(NUL)
  }
  if (typeof value !== 'object' || value === null || nesting > MAX_NESTING) {
    return typeof value === 'number' && !Number.isFinite(value)
  }
  return Object.entries(value).some(
    ([key, part]) => key.includes(NUL) || isUnkeepable(part, nesting + 1),
  )
}

/** What Payload hides of an account, yet sorts by when asked, at the latest through a relation. */
const SECRET_PATH =
  /(?:^-?|\.)(?:hash|salt|resetPassword\w+|loginAttempts|lockUntil|sessions|_verif\w+|apiKey\w*)(?:\.|$)/

const sortsBySecret = (sort: unknown): boolean =>
  [sort]
    .flat()
    .some(
      (path) => typeof path === 'string' && path.split(',').some((one) => SECRET_PATH.test(one)),
    )

const clampJoins = (joins: unknown, max: number): unknown => {
  if (typeof joins !== 'object' || joins === null) {
    return joins
  }
  const clamp = (join: unknown): unknown =>
    typeof join === 'object' && join !== null && 'limit' in join
      ? { ...join, limit: clampCount({ max, name: 'joins.limit', value: Number(join.limit) }) }
      : join
  return Object.fromEntries(Object.entries(joins).map(([name, join]) => [name, clamp(join)]))
}

/** System fields that Payload takes for texts without looking. */
const TEXTS_OF_THE_SYSTEM = ['createdAt', 'deletedAt', 'filename', 'mimeType', 'updatedAt', 'url']

const hasOddSystemField = (data: unknown): boolean =>
  typeof data === 'object' &&
  data !== null &&
  TEXTS_OF_THE_SYSTEM.some((name) => {
    const value = (data as Record<string, unknown>)[name]
    return !isAbsent(value) && typeof value !== 'string'
  })

const assertObject = (data: unknown): void => {
  if (!isAbsent(data) && typeof data !== 'object') {
    refuse('The body must be an object')
  }
}

const assertAnswerable = ({ joins, sort, where }: ReadArgs): void => {
  if (!isAbsent(where) && !isCondition(where)) {
    refuse('"where" must hold conditions')
  }
  if (!areJoinsAnswerable(joins)) {
    refuse('"joins" must hold conditions')
  }
  if ([where, joins].some(comparesTooMuch) || sortsTooMuch(sort)) {
    refuse('This asks for too much at once')
  }
  if (sortsBySecret(sort)) {
    refuse('This cannot be sorted by')
  }
}

/** Bounded copy of the arguments of a read; throws a 400 on nonsense. */
export const boundReadArgs = <A extends ReadArgs>(args: A, bounds: ReadBounds): A => {
  const { maxDepth, maxLimit, maxPage } = bounds
  for (const part of [args.id, args.where, args.sort, args.data]) {
    if (isUnkeepable(part)) {
      refuse('The request holds a NUL byte or an endless number')
    }
  }
  assertObject(args.data)
  if (hasOddSystemField(args.data)) {
    refuse('A system field holds something else than a text')
  }
  assertAnswerable(args)
  const bounded: ReadArgs = { ...args, joins: clampJoins(args.joins, maxLimit) }
  if (!isAbsent(args.limit)) {
    bounded.limit = clampCount({ max: maxLimit, name: 'limit', value: args.limit })
  } else if (args.pagination === false) {
    bounded.limit = maxLimit
  }
  if (!isAbsent(args.depth)) {
    bounded.depth = Math.min(wholeNumber({ name: 'depth', value: args.depth }), maxDepth)
  }
  if (!isAbsent(args.page) && wholeNumber({ name: 'page', value: args.page }) > maxPage) {
    refuse('"page" is too large')
  }
  return bounded as A
}

/** Payload takes a text per language of every field then, also of those that have only one. */
const assertOneLanguage = (operation: string, locale: unknown): void => {
  if (locale === 'all' && (operation === 'create' || operation === 'update')) {
    refuse('Write one language at a time')
  }
}

/** A clamp with other bounds than the house's. */
export const createClamp =
  (bounds: Partial<ReadBounds>): CollectionBeforeOperationHook =>
  ({ args, operation, req }) => {
    if (req.payloadAPI === 'local') {
      return args
    }
    assertOneLanguage(operation, req.locale)
    return boundReadArgs(args as ReadArgs, { ...DEFAULT_BOUNDS, ...bounds }) as typeof args
  }

/**
 * Hook for every collection: a REST caller reads at most 100 rows at a time and two relations deep,
 * and senseless numbers or NUL bytes are refused with 400 instead of crashing in the database.
 * Payload itself has no such limit: `?limit=0` gives the whole table. Local calls pass untouched.
 */
export const clampLimit: CollectionBeforeOperationHook = createClamp({})
