import type { Payload } from 'payload'

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
import { addJob, jobPriority } from '../../kernel/queue'
import { drawPassword } from '../../kernel/secrets'
import { clock } from '../../kernel/time'
import { buildJob } from '../jobs'
import { entitlementMachine, packageMachine } from '../machine'
import { sealPassword } from '../password'
import { resolveValidUntil } from '../rules'
import { downloadsRuntime } from '../runtime'

/** What a right itself becomes. */
const setOf = (payload: Payload, { event, id }: StaffMove): SQL | undefined => {
  const now = clock.now()
  const { secret, validDays } = downloadsRuntime.get(payload)
  switch (event) {
    case 'rekey': {
      const sealed = sealPassword({ owner: id, password: drawPassword(), secret })
      return sql`password = ${sealed}, password_since = ${now.toISOString()}`
    }
    case 'reset':
      return sql`valid_until = case when valid_until <= ${now.toISOString()}
        then ${resolveValidUntil(now, validDays).toISOString()}::timestamptz else valid_until end`
    default:
      return undefined
  }
}

/** As many as were bought, on top of those used. */
const grantAnew = (tx: Tx, id: string): Promise<unknown> =>
  tx.rows(sql`update packages p set allowed = p.used + e.per_file, updated_at = now()
    from entitlements e where e.id = p.entitlement_id and e.id = ${id}`)

/**
 * Packages of a right are built anew; those there are serve nobody from now on. Downloads that are granted
 * anew want only those that were removed.
 */
const rebuildPackages = async (tx: Tx, move: StaffMove): Promise<void> => {
  const wanted = move.event === 'reset' ? sql`and state = 'removed'` : sql``
  const packages = await tx.rows<{ id: string; state: string }>(
    sql`select id, state from packages where entitlement_id = ${move.id} ${wanted}
      order by id for update`,
  )
  for (const { id, state } of packages) {
    await fireEvent({
      actor: move.actor,
      event: 'rebuild',
      id,
      locked: state,
      machine: packageMachine,
      note: noteOf(move),
      table: 'packages',
      tx,
    })
    const input = { packageId: id }
    await addJob({ input, priority: jobPriority.bulk, task: buildJob, tx })
  }
}

/** {@link moveEntitlement} in the transaction of whoever has a reason of his own. */
export const moveEntitlementIn = async (tx: Tx, move: StaffMove): Promise<StaffMoved> => {
  const { actor, event, id, seen } = move
  const set = setOf(tx.payload, move)
  const fired = await fireEvent({
    actor,
    event,
    id,
    machine: entitlementMachine,
    note: noteOf(move),
    seen,
    ...(set ? { set } : {}),
    table: 'entitlements',
    tx,
  })
  if (event === 'reset') {
    await grantAnew(tx, id)
  }
  await rebuildPackages(tx, move)
  return fired
}

/**
 * What staff do with a right, with a reason: grant its downloads anew (and its time, when that is over),
 * build its packages again, or give it a new password, which the buyer is told once they are built.
 *
 * @throws DomainError `notFound`, `event.notAllowed` for a revoked right, `event.notPermitted`,
 * `transition.conflict`
 */
export const moveEntitlement = (payload: Payload, move: StaffMove): Promise<StaffMoved> =>
  runInTransaction(payload, (tx) => moveEntitlementIn(tx, move))
