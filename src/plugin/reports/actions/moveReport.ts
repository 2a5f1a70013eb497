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
import { noteAccess } from './noteAccess'

const setOf = (payload: Payload, { event, id: owner }: StaffMove): SQL | undefined => {
  const now = clock.now()
  const { linkDays, secret } = reportsRuntime.get(payload)
  const at = now.toISOString()
  const longer = sql`expires_at = greatest(expires_at,
    ${resolveExpiry(now, linkDays).toISOString()}::timestamptz)`
  switch (event) {
    case 'extend':
      return longer
    case 'rekey':
      return sql`password = ${drawSealedPassword({ owner, secret })},
        password_since = ${at}`
    case 'resend':
      // Sent at the very instant of its password: whoever builds it knows what to tell.
      return sql`password = ${drawSealedPassword({ owner, secret })}, password_since = ${at},
        sent_at = ${at}, ${longer}`
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

const noteResent = (tx: Tx, reportId: string): Promise<void> => {
  const byName = reportsRuntime.get(tx.payload).shopName
  return noteAccess(tx, { at: clock.now(), byName, reportId, session: null, what: 'resent' })
}

/** {@link moveReport} in the transaction of whoever has a reason of his own, and the delivery's lock. */
export const moveReportIn = async (tx: Tx, move: StaffMove): Promise<StaffMoved> => {
  const { actor, event, id, seen } = move
  const { isSent } = await findOwner(tx, id)
  const set = setOf(tx.payload, move)
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
  if (event === 'resend') {
    await noteResent(tx, id)
  }
  if (fired.to === 'building') {
    await addJob({ input: { reportId: id }, task: buildReportJob, tx })
  }
  return fired
}

/**
 * What staff do with a report that was issued, with a reason: give it more time, build it again, give it
 * a new password, which the customer is told once it is built, or send way and new password again.
 *
 * @throws DomainError `notFound`, `event.notAllowed` for a withdrawn report, `event.notPermitted`,
 * `event.guardRefused`, `transition.conflict`
 */
export const moveReport = (payload: Payload, move: StaffMove): Promise<StaffMoved> =>
  runInTransaction(payload, async (tx) => {
    await lockFulfilment(tx, (await findOwner(tx, move.id)).fulfilmentId)
    return moveReportIn(tx, move)
  })
