import type { CollectionAfterChangeHook, CollectionBeforeOperationHook } from 'payload'

import { sql, statementsOf } from '../payload'

/**
 * Payload reads the link and writes the password in two statements: of many who use one link at the
 * same moment, all are believed. They queue here; whoever comes second finds the link used.
 */
export const queueResets: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  const { data } = args as { data?: Record<string, unknown> }
  const token = operation === 'resetPassword' ? data?.token : undefined
  if (typeof token === 'string') {
    const table = sql.identifier(String(collection.dbName))
    await statementsOf(req).rows(
      sql`select 1 from ${table} where reset_password_token = ${token} for update`,
    )
  }
  return args
}

/** A link that was mailed to an address is worth nothing once the account has another. */
export const forgetLinkOfOldAddress: CollectionAfterChangeHook = async ({
  collection,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const [now, before] = [doc, previousDoc] as { email?: unknown; id?: unknown }[]
  if (operation === 'update' && now?.email !== before?.email) {
    const table = sql.identifier(String(collection.dbName))
    await statementsOf(req).rows(
      sql`update ${table} set reset_password_token = null, reset_password_expiration = null
        where id = ${String(now?.id)}`,
    )
  }
  return doc as unknown
}
