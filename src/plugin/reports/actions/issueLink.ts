import type { Payload } from 'payload'

import { DomainError } from '../../kernel/errors'
import { queryRows, sql } from '../../kernel/payload'
import { type LinkSort, signLink } from '../../kernel/secrets'
import { type Fetchable, findRefusal, LINK_MS } from '../rules'
import { reportsRuntime } from '../runtime'

/** A link to one report. */
export type IssuedReportLink = { expiresAt: string; url: string }

/** Links of reports, and of nothing else. */
export const sortOf = (payload: Payload): LinkSort => ({
  label: 'reports link',
  secret: reportsRuntime.get(payload).secret,
})

type Row = { expiresAt: null | string; state: string }

/** What decides whether a report can be fetched, as the database has it. */
export const toFetchable = ({ expiresAt, state }: Row): Fetchable => ({
  expiresAt: expiresAt === null ? null : new Date(expiresAt),
  state,
})

/**
 * Refuses what cannot be fetched, with the reason.
 *
 * @throws DomainError `notFound` for what was never sent, `report.withdrawn`, `report.expired`,
 * `report.notReady`
 */
export const assertFetchable = (report: Fetchable, now: Date): void => {
  const refusal = findRefusal(report, now)
  if (refusal) {
    throw new DomainError(refusal)
  }
}

/**
 * A new link to a report of an order, good for ten minutes.
 *
 * @throws DomainError `notFound` for a report of another order, and see {@link assertFetchable}
 */
export const issueReportLink = async (args: {
  now: Date
  payload: Payload
  reportId: string
  token: string
}): Promise<IssuedReportLink> => {
  const { now, payload, reportId: id, token } = args
  const [row] = await queryRows<Row>(
    payload,
    sql`select r.state, r.expires_at as "expiresAt" from reports r join orders o on o.id = r.order_id
      where r.id::text = ${id} and o.token = ${token}`,
  )
  if (!row) {
    throw new DomainError('notFound', { field: 'report' })
  }
  assertFetchable(toFetchable(row), now)
  const { expiresAt, word } = signLink({ goodForMs: LINK_MS, id, now, ...sortOf(payload) })
  const { serverUrl } = reportsRuntime.get(payload)
  const url = `${serverUrl}${payload.config.routes.api}/shop/reports/${word}`
  return { expiresAt: expiresAt.toISOString(), url }
}
