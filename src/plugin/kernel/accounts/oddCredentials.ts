import type { CollectionBeforeOperationHook } from 'payload'

import { refuseInHook } from '../payload'

/** What a login consists of, and what proves that it may be changed. */
const TEXTS = ['email', 'username', 'password', 'token'] as const

/** Payload reads these from the body itself and takes what is no text for an empty one. */
const READ_FROM_BODY = new Set<string>(['login', 'resetPassword'])

const partsOf = (data: unknown): Record<string, unknown> =>
  typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {}

const isOdd = (value: unknown): boolean =>
  value !== undefined && value !== null && typeof value !== 'string'

/**
 * Refuses a list, a number or an object where an account has a text, and says which field it was.
 * Payload writes an address in small letters before it looks whether it is a text, and passes by a
 * password that is none as if it had been saved.
 */
export const refuseOddCredentials: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const { data } = args as { data?: unknown }
  const sent = READ_FROM_BODY.has(operation) && req.payloadAPI !== 'local' ? req.data : data
  const parts = partsOf(sent)
  const field = TEXTS.find((name) => isOdd(parts[name]))
  return field === undefined
    ? args
    : refuseInHook({ code: 'input.invalid', details: { field }, req })
}
