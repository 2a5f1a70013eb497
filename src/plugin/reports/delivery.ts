import type { PayloadRequest } from 'payload'

import { DomainError } from '../kernel/errors'
import { refuseInHook, sql, statementsOf, type Tx } from '../kernel/payload'

/** Ids come bare or with their document. */
export const idOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : String(value)

type Fault = 'finding.closed' | 'finding.notAnalysis'

const lockAndFindFault = async (tx: Pick<Tx, 'rows'>, id: string): Promise<Fault | undefined> => {
  const [row] = await tx.rows<{ kind: string; state: string }>(
    sql`select kind, state from fulfilments where id::text = ${id} for update`,
  )
  if (row?.kind !== 'security-analysis') {
    return 'finding.notAnalysis'
  }
  return row.state === 'done' || row.state === 'cancelled' ? 'finding.closed' : undefined
}

/**
 * Locks the delivery that something is written about, so that two who write count one after the other.
 *
 * @throws APIError `finding.notAnalysis`, `finding.closed`
 */
export const lockWritable = async (req: PayloadRequest, fulfilment: unknown): Promise<string> => {
  const id = idOf(fulfilment)
  const code = await lockAndFindFault(statementsOf(req), id)
  return code ? refuseInHook({ code, details: { field: 'fulfilment' }, req }) : id
}

/**
 * {@link lockWritable} for actions of ours.
 *
 * @throws DomainError `finding.notAnalysis`, `finding.closed`
 */
export const lockOpenAnalysis = async (tx: Tx, fulfilmentId: string): Promise<void> => {
  const code = await lockAndFindFault(tx, fulfilmentId)
  if (code) {
    throw new DomainError(code)
  }
}
