import type { Payload } from 'payload'

import type { KnownCustomer } from '../../customers'

import { DomainError } from '../../kernel/errors'
import { queryRows, sql, statementsOn } from '../../kernel/payload'
import { type Link, readLink } from '../../kernel/secrets'
import { reportsRuntime } from '../runtime'
import { assertFetchable, sortOf, toFetchable } from './issueLink'
import { noteAccess } from './noteAccess'

/** A report that is being fetched; without a body for whoever only looks. */
export type FetchedReport = {
  body: null | ReadableStream<Uint8Array>
  filename: string
  sha256: string
  size: number
}

type Row = {
  customerId: null | string
  expiresAt: null | string
  filename: string
  sha256: null | string
  size: null | number
  state: string
  storeKey: null | string
}

const getLink = (payload: Payload, word: string, now: Date): Link => {
  const link = readLink(word, sortOf(payload))
  if (!link) {
    throw new DomainError('report.linkInvalid')
  }
  if (link.expiresAt <= now) {
    throw new DomainError('report.linkExpired')
  }
  return link
}

const getRow = async (payload: Payload, id: string, now: Date): Promise<Row> => {
  const [row] = await queryRows<Row>(
    payload,
    sql`select r.state, r.expires_at as "expiresAt", r.filename, r.sha256, r.size::float8 as size,
        r.store_key as "storeKey", o.customer_id::text as "customerId"
      from reports r join orders o on o.id = r.order_id where r.id = ${id}`,
  )
  if (!row) {
    throw new DomainError('report.linkInvalid')
  }
  assertFetchable(toFetchable(row), now)
  return row
}

const openFile = async (payload: Payload, row: Row): Promise<ReadableStream<Uint8Array>> => {
  const { store } = reportsRuntime.get(payload)
  const body = row.storeKey ? await store.open(row.storeKey) : null
  if (!body) {
    payload.logger.error({ msg: `Report ${row.filename} is not in the store` })
    throw new DomainError('report.notReady')
  }
  return body
}

/**
 * Opens a report by its link and writes down who fetched it: once for a link. With `isLook` (HEAD)
 * nothing is written down.
 *
 * @throws DomainError `report.linkInvalid`, `report.linkExpired`, and see `assertFetchable`
 */
export const fetchReport = async (args: {
  /** The customer who is logged in. */
  customer: KnownCustomer | null
  isLook: boolean
  now: Date
  payload: Payload
  word: string
}): Promise<FetchedReport> => {
  const { customer, isLook, now, payload, word } = args
  const { id: reportId, session } = getLink(payload, word, now)
  const row = await getRow(payload, reportId, now)
  const { filename, sha256, size } = row
  const body = isLook ? null : await openFile(payload, row)
  if (body) {
    const byName = customer && customer.id === row.customerId ? customer.label : null
    const access = { at: now, byName, reportId, session, what: 'downloaded' } as const
    await noteAccess(statementsOn(payload), access).catch(async (error: unknown) => {
      await body.cancel()
      throw error
    })
  }
  return { body, filename, sha256: sha256 ?? '', size: size ?? 0 }
}
