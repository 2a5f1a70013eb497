/** Deeper than any question that a page or the panel asks. */
const MAX_NESTING = 12

type Parts = Record<string, unknown>

const isParts = (value: unknown): value is Parts =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Payload's own reads in between hand over a Date, or nothing: no caller from outside can. */
const isValue = (value: unknown): boolean =>
  value === null ||
  value instanceof Date ||
  ['boolean', 'number', 'string', 'undefined'].includes(typeof value)

const isValueOrList = (operand: unknown): boolean =>
  Array.isArray(operand) ? operand.every(isValue) : isValue(operand)

const isText = (operand: unknown): boolean => typeof operand === 'string'

/**
 * What each operator can be compared with. Payload knows more operators, on which Postgres crashes:
 * `all` it cannot do, `intersects`, `near` and `within` want places.
 */
const OPERANDS = new Map<string, (operand: unknown) => boolean>([
  ['contains', isValueOrList],
  ['equals', isValueOrList],
  ['exists', isValue],
  ['greater_than', isValueOrList],
  ['greater_than_equal', isValueOrList],
  ['in', isValueOrList],
  ['less_than', isValueOrList],
  ['less_than_equal', isValueOrList],
  // Payload splits these into words.
  ['like', isText],
  ['not_equals', isValueOrList],
  ['not_in', isValueOrList],
  ['not_like', isText],
])

const isComparison =
  (nesting: number) =>
  ([operator, operand]: [string, unknown]): boolean =>
    // A relation to many may contain a row that meets a condition of its own.
    operator === 'contains' && isParts(operand)
      ? isCondition(operand, nesting + 1)
      : (OPERANDS.get(operator)?.(operand) ?? false)

/**
 * Whether this is a condition that a read can be answered by: lists of conditions under "and" and "or",
 * and under every other name an operator with something it compares. A `where` in JSON may hold
 * anything at any place, and Payload looks at none of it before it walks through.
 */
export const isCondition = (where: unknown, nesting = 0): boolean =>
  isParts(where) &&
  nesting <= MAX_NESTING &&
  Object.entries(where).every(([name, part]) =>
    /^(?:and|or)$/i.test(name)
      ? Array.isArray(part) && part.every((one) => isCondition(one, nesting + 1))
      : isParts(part) && Object.entries(part).every(isComparison(nesting)),
  )

/** Whether the conditions of all joins can be answered; a join may also be switched off. */
export const areJoinsAnswerable = (joins: unknown): boolean =>
  !isParts(joins) ||
  Object.values(joins).every(
    (join) => !isParts(join) || join.where === undefined || isCondition(join.where),
  )
