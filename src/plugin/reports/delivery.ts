import type { PayloadRequest } from 'payload'

import { refuseInHook, sql, statementsOf } from '../kernel/payload'

/** Ids come bare or with their document. */
export const idOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : String(value)

/**
 * Locks the delivery that something is written about, so that two who write count one after the other.
 *
 * @throws APIError `finding.notAnalysis`, `finding.closed`
 */
export const lockWritable = async (req: PayloadRequest, fulfilment: unknown): Promise<string> => {
  const id = idOf(fulfilment)
  const [row] = await statementsOf(req).rows<{ kind: string; state: string }>(
    sql`select kind, state from fulfilments where id::text = ${id} for update`,
  )
  if (row?.kind !== 'security-analysis') {
    return refuseInHook({
      code: 'finding.notAnalysis',
      details: { field: 'fulfilment' },
      req,
    })
  }
  if (row.state === 'done' || row.state === 'cancelled') {
    refuseInHook({ code: 'finding.closed', req })
  }
  return id
}
