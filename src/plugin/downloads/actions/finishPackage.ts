import type { Payload } from 'payload'

import { lockFulfilment, moveFulfilmentIn, tickBySystem } from '../../fulfilment'
import { fireEvent, runInTransaction, sql, SYSTEM, type Tx } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { queueMessages } from '../../notifications'
import { packageMachine } from '../machine'
import { buildNews, findNewsFacts } from '../messages'

/** A package that lies in the store. */
export type BuiltPackage = {
  filename: string
  key: string
  packageId: string
  /** The sealed password that it was built with. */
  password: string
  sha256: string
  size: number
}

type Before = {
  entitlementId: string
  fulfilmentId: string
  isFirst: boolean
  password: string
  right: string
  state: string
  storeKey: null | string
}

const readBefore = async (tx: Tx, packageId: string): Promise<Before | undefined> => {
  const [row] = await tx.rows<Before>(
    sql`select e.id as "entitlementId", f.id as "fulfilmentId", p.built_at is null as "isFirst",
        e.password, e.state as right, p.state, p.store_key as "storeKey"
      from packages p join entitlements e on e.id = p.entitlement_id
        join fulfilments f on f.order_item_id = e.order_item_id
      where p.id = ${packageId}`,
  )
  return row
}

const noteBuilt = (tx: Tx, built: BuiltPackage): Promise<unknown> =>
  fireEvent({
    actor: SYSTEM,
    event: 'finish',
    id: built.packageId,
    machine: packageMachine,
    set: sql`filename = ${built.filename}, store_key = ${built.key}, size = ${built.size},
      sha256 = ${built.sha256}, built_at = ${clock.now().toISOString()}, failure = null`,
    table: 'packages',
    tx,
  })

/** What the buyer has waited for is with him; a further release is news about what he has. */
const deliver = async (tx: Tx, args: { before: Before; packageId: string }): Promise<void> => {
  const { before, packageId } = args
  const row = await lockFulfilment(tx, before.fulfilmentId)
  const arrives = row.state === 'preparing'
  if (arrives) {
    await tickBySystem(tx, row)
    await moveFulfilmentIn(tx, { actor: SYSTEM, event: 'deliver', row })
  }
  const facts = await findNewsFacts(tx, packageId)
  const messages = buildNews({
    facts,
    kinds: [
      ...(arrives ? (['download.ready'] as const) : []),
      ...(before.isFirst && !arrives ? (['release.published'] as const) : []),
      'download.password',
    ],
    payload: tx.payload,
  })
  await queueMessages({ messages, tx })
}

/**
 * Notes that a package is built and delivers it, in one transaction. Answers the key of a file that
 * nobody needs any more: the one before, or this one when the right has ended, the password has changed
 * or somebody else was faster.
 */
export const finishPackage = (payload: Payload, built: BuiltPackage): Promise<null | string> =>
  runInTransaction(payload, async (tx) => {
    const { key, packageId, password } = built
    const found = await readBefore(tx, packageId)
    if (!found) {
      return key
    }
    // Order, delivery, package: the order in which everybody locks.
    await lockFulfilment(tx, found.fulfilmentId)
    await tx.rows(sql`select 1 from packages where id = ${packageId} for update`)
    const before = (await readBefore(tx, packageId)) ?? found
    if (before.state !== 'building' || before.right !== 'active' || before.password !== password) {
      return key
    }
    await noteBuilt(tx, built)
    await deliver(tx, { before, packageId })
    return before.storeKey
  })
