import { redactText } from './redactText'

/** Fields whose values are nobody's business, whatever they hold. */
const PRIVATE_KEYS =
  /^(?:authorization|cookie|set-cookie|password|.*token|.*secret|api_?key|signature|x-duitku-signature|e?mail|.*email|phone|.*phone(?:number)?|first_?name|last_?name|customer_?name|address|notes|params|parameters)$/i

/** What of an error helps; the rest of a database error repeats the row at fault. */
const ERROR_FACTS = [
  'code',
  'column',
  'constraint',
  'schema',
  'severity',
  'status',
  'table',
] as const

const MAX_DEPTH = 6

type Walk = { depth: number; secrets: readonly string[] }

const redactError = (error: Error, walk: Walk): Record<string, unknown> => {
  const { cause, message, name, stack } = error
  const facts = error as unknown as Record<string, unknown>
  const known = ERROR_FACTS.filter((key) => facts[key] !== undefined)
  return {
    name,
    message: redactText(message, walk.secrets),
    ...Object.fromEntries(known.map((key) => [key, facts[key]])),
    ...(cause === undefined ? {} : { cause: redactValue(cause, walk) }),
    stack: redactText(stack ?? '', walk.secrets),
  }
}

const redactValue = (value: unknown, walk: Walk): unknown => {
  if (typeof value === 'string') {
    return redactText(value, walk.secrets)
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) {
    return value
  }
  if (walk.depth >= MAX_DEPTH) {
    return '[deep]'
  }
  const deeper = { ...walk, depth: walk.depth + 1 }
  if (value instanceof Error) {
    return redactError(value, deeper)
  }
  if (Array.isArray(value)) {
    return value.map((part) => redactValue(part, deeper))
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      PRIVATE_KEYS.test(key) && part !== null ? '[private]' : redactValue(part, deeper),
    ]),
  )
}

/**
 * A copy for the log: without secrets, personal data and the values of failed statements. Errors
 * become plain objects that keep message, code, cause and stack.
 */
export const redactDeep = (value: unknown, secrets: readonly string[] = []): unknown =>
  redactValue(value, { depth: 0, secrets })
