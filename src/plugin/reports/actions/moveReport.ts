import type { Payload } from 'payload'

import { lockFulfilment } from '../../fulfilment'
import { DomainError } from '../../kernel/errors'
import {
  fireEvent,
  noteOf,
  runInTransaction,
  type SQL,
  sql,
  type StaffMove,
  type StaffMoved,
  type Tx,
} from '../../kernel/payload'
import { addJob } from '../../kernel/queue'
import { clock } from '../../kernel/time'
import { buildReportJob } from '../jobs'
import { reportMachine } from '../machine'
import { drawSealedPassword } from '../password'
import { resolveExpiry } from '../rules'
import { reportsRuntime } from '../runtime'

const setOf = (payload: Payload, { event, id: owner }: StaffMove): SQL | undefined => {
  const now = clock.now()
  const { linkDays, secret } = reportsRuntime.get(payload)
  switch (event) {
    case 'extend':
      return sql`expires_at = greatest(expires_at,
        ${resolveExpiry(now, linkDays).toISOString()}::timestamptz)`
    case 'rekey':
      return sql`password = ${drawSealedPassword({ owner, secret })},
        password_since = ${now.toISOString()}`
    default:
      return undefined
  }
}

const findOwner = async (
  tx: Tx,
  id: string,
): Promise<{ fulfilmentId: string; isSent: boolean }> => {
  const [row] = await tx.rows<{ fulfilmentId: string; isSent: boolean }>(
    sql`select fulfilment_id as "fulfilmentId", sent_at is not null as "isSent"
      from reports where id = ${id}`,
  )
  if (!row) {
    throw new DomainError('notFound')
  }
  return row
}

/**
 * What staff do with a report that was issued, with a reason: give it more time, build it again, or give
 * it a new password, which the customer is told once it is built.
 *
 * @throws DomainError `notFound`, `event.notAllowed` for a withdrawn report, `event.notPermitted`,
 * `event.guardRefused`, `transition.conflict`
 */
export const moveReport = (payload: Payload, move: StaffMove): Promise<StaffMoved> =>
  runInTransaction(payload, async (tx) => {
    const { actor, event, id, seen } = move
    const { fulfilmentId, isSent } = await findOwner(tx, id)
    await lockFulfilment(tx, fulfilmentId)
    const set = setOf(payload, move)
    const fired = await fireEvent({
      actor,
      event,
      facts: { isSent },
      id,
      machine: reportMachine,
      note: noteOf(move),
      seen,
      ...(set ? { set } : {}),
      table: 'reports',
      tx,
    })
    if (fired.to === 'building') {
      await addJob({ input: { reportId: id }, task: buildReportJob, tx })
    }
    return fired
  })
