import type { Payload } from 'payload'

import { removeStrays } from '../../kernel/files'
import {
  fireEvent,
  queryRows,
  runInTransaction,
  type SQL,
  sql,
  SYSTEM,
  type Tx,
} from '../../kernel/payload'
import { doEach } from '../../kernel/queue'
import { packageMachine } from '../machine'
import { PACKAGES_FOLDER } from '../rules'
import { downloadsRuntime } from '../runtime'

const DAY = 86_400_000

/** A right that nobody can fetch by: revoked, or over for as long as the shop keeps things. */
const isOver = (before: Date): SQL =>
  sql`(e.state = 'revoked' or e.valid_until < ${before.toISOString()})`

/** Right before package: the order in which staff lock who grant it anew. */
const discard = async (tx: Tx, args: { before: Date; id: string }): Promise<void> => {
  const { before, id } = args
  const [row] = await tx.rows<{ state: string }>(
    sql`with held as (select e.id from entitlements e join packages p on p.entitlement_id = e.id
        where p.id = ${id} and ${isOver(before)} for update of e)
      select p.state from packages p join held on held.id = p.entitlement_id
      where p.id = ${id} and p.store_key is not null for update of p`,
  )
  if (row && row.state !== 'removed') {
    await fireEvent({
      actor: SYSTEM,
      event: 'discard',
      id,
      locked: row.state,
      machine: packageMachine,
      set: sql`store_key = null`,
      table: 'packages',
      tx,
    })
  }
}

const findKept =
  (payload: Payload) =>
  async (keys: string[]): Promise<string[]> => {
    const rows = await queryRows<{ key: string }>(
      payload,
      sql`select store_key as key from packages where store_key in
        (select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))`,
    )
    return rows.map(({ key }) => key)
  }

/**
 * Empties the store of packages that nobody can fetch: the row forgets the file, then the file goes, so
 * that a death between the two leaves a stray for the next night. A right that is granted anew has its
 * packages built again.
 */
export const clearPackages = async (payload: Payload, now: Date): Promise<void> => {
  const { keepDays, store } = downloadsRuntime.get(payload)
  const before = new Date(now.getTime() - keepDays * DAY)
  const over = await queryRows<{ id: string }>(
    payload,
    sql`select p.id from packages p join entitlements e on e.id = p.entitlement_id
      where p.store_key is not null and ${isOver(before)} order by p.id`,
  )
  await doEach(over, ({ id }) => runInTransaction(payload, (tx) => discard(tx, { before, id })))
  await removeStrays({ findKept: findKept(payload), now, prefix: PACKAGES_FOLDER, store })
}
