import type { Payload } from 'payload'

import { lockFulfilment, tickBySystem } from '../../fulfilment'
import { fireEvent, runInTransaction, sql, SYSTEM, type Tx } from '../../kernel/payload'
import { queueMessages } from '../../notifications'
import { reportMachine } from '../machine'
import { buildNews, findNewsFacts } from '../messages'

/** A report whose file lies in the store. */
export type BuiltReport = {
  id: string
  key: string
  /** The sealed password that it was built with. */
  password: string
  sha256: string
  size: number
}

type Before = {
  fulfilmentId: string
  /** Whether it was sent again with this very password. */
  isResent: boolean
  isSent: boolean
  password: string
  state: string
  storeKey: null | string
}

const readBefore = async (tx: Tx, id: string, isLocking = false): Promise<Before | undefined> => {
  const [row] = await tx.rows<Before>(
    sql`select fulfilment_id as "fulfilmentId", sent_at is not null as "isSent",
        password, sent_at is not distinct from password_since as "isResent", state,
        store_key as "storeKey"
      from reports where id = ${id} ${isLocking ? sql`for update` : sql``}`,
  )
  return row
}

const noteBuilt = (tx: Tx, { id, key, sha256, size }: BuiltReport): Promise<unknown> =>
  fireEvent({
    actor: SYSTEM,
    event: 'finish',
    id,
    machine: reportMachine,
    set: sql`store_key = ${key}, size = ${size}, sha256 = ${sha256}, failure = null`,
    table: 'reports',
    tx,
  })

/** Whoever has the report already hears of its password, when it is another one, and the way if it was sent again. */
const tellAgain = async (tx: Tx, { id, isResent }: { id: string; isResent: boolean }) => {
  const facts = await findNewsFacts(tx, id)
  const kinds = isResent
    ? (['report.ready', 'report.password'] as const)
    : (['report.password'] as const)
  await queueMessages({ messages: buildNews({ facts, kinds, payload: tx.payload }), tx })
}

/**
 * Notes that a report is built, and ticks that off, in one transaction. Answers the key of a file that
 * nobody needs any more: the one before, or this one when the report was withdrawn, has another password
 * or was finished by somebody else.
 */
export const finishReport = (payload: Payload, built: BuiltReport): Promise<null | string> =>
  runInTransaction(payload, async (tx) => {
    const { id, key, password } = built
    const found = await readBefore(tx, id)
    if (!found) {
      return key
    }
    // Order, delivery, report: the order in which everybody locks.
    const row = await lockFulfilment(tx, found.fulfilmentId)
    const before = (await readBefore(tx, id, true)) ?? found
    if (before.state !== 'building' || before.password !== password) {
      return key
    }
    await noteBuilt(tx, built)
    await tickBySystem(tx, row, ['report'])
    if (before.isSent) {
      await tellAgain(tx, { id, isResent: before.isResent })
    }
    return before.storeKey
  })
