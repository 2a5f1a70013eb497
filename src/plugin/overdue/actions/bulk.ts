import type { Payload } from 'payload'

import type { Actor } from '../../kernel/payload'
import type { QueuedMessage } from '../../notifications'
import type { Shown, Told } from '../messages'

import { blockService } from '../../hosting'
import { isDomainError } from '../../kernel/errors'
import { runInTransaction, sql } from '../../kernel/payload'
import { queueMessages } from '../../notifications'
import { askForChoice, noteSuspension, openCase } from '../cases/openCase'
import { arrearsParams, toCustomer } from '../messages'
import { lockTold } from './lockOwn'
import { type BulkResult, findObstacle, type Outcome } from './obstacle'

/** Does the same to each contract, each in a transaction of its own, and says what became of each. */
const forEachContract = async (
  payload: Payload,
  orderIds: readonly string[],
  work: (told: Told) => Promise<Outcome>,
): Promise<BulkResult[]> => {
  const results: BulkResult[] = []
  for (const orderId of new Set(orderIds)) {
    try {
      const outcome = await runInTransaction(payload, async (tx) =>
        work(await lockTold(tx, orderId)),
      )
      results.push({ orderId, outcome })
    } catch (error) {
      if (!isDomainError(error)) {
        payload.logger.error({ err: error, msg: 'A row of a bulk action failed', orderId })
      }
      results.push({ orderId, outcome: 'failed' })
    }
  }
  return results
}

/**
 * Confirms suspensions that the ladder has proposed. Each is judged again under its lock: who has paid
 * meanwhile, is paying right now, or was given a chance, is not suspended.
 */
export const confirmSuspensions = (
  payload: Payload,
  args: { actor: Actor; orderIds: readonly string[]; reason: string },
): Promise<BulkResult[]> =>
  forEachContract(payload, args.orderIds, async (told) => {
    const obstacle = findObstacle(told)
    if (obstacle) {
      return obstacle
    }
    const { scene, today, tx } = told
    const { actor, reason } = args
    await blockService(tx, { actor, kind: 'unpaid', orderId: scene.orderId, reason })
    await noteSuspension(tx, await openCase(tx, scene, today))
    return 'done'
  })

/** What staff send to customers in arrears. */
export type Notice = {
  actor: Actor
  /** `choice` asks to pay or to be suspended, `notice` only reminds. */
  kind: 'choice' | 'notice'
  /** Sent twice with the same key, it goes out once. */
  key: string
  orderIds: readonly string[]
  /** Words of their own; may be empty. */
  text: string
  ways: readonly ('email' | 'whatsapp')[]
}

const wasSent = async ({ scene, tx }: Told, step: string): Promise<boolean> =>
  (
    await tx.rows(sql`select id from notifications where subject_id = ${scene.orderId}
      and step = ${step} and event in ('overdue.notice', 'overdue.choice') limit 1`)
  ).length > 0

/** What a notice by hand says, with the facts of its contract. */
export const newsOf = (told: Shown, { kind, text }: Pick<Notice, 'kind' | 'text'>) => {
  const params = arrearsParams(told)
  return kind === 'choice'
    ? { event: 'overdue.choice' as const, params }
    : { event: 'overdue.notice' as const, params: { ...params, text: text.trim() } }
}

const buildNotice = (told: Told, notice: Notice, step: string): QueuedMessage =>
  toCustomer(told, { ...newsOf(told, notice), ways: notice.ways }, step)

/**
 * Sends a notice to customers in arrears by hand, once per key. With `choice` the customer must choose
 * to pay or to be suspended. Who has nothing overdue gets nothing.
 */
export const notifyInArrears = (payload: Payload, notice: Notice): Promise<BulkResult[]> =>
  forEachContract(payload, notice.orderIds, async (told) => {
    const { scene, standing, today, tx } = told
    const step = `hand:${notice.key}`
    if (!standing.arrears || scene.state === 'cancelled') {
      return 'paid'
    }
    if (await wasSent(told, step)) {
      return 'alreadyDone'
    }
    const opened = await openCase(tx, scene, today)
    if (notice.kind === 'choice') {
      const { actor, text: reason } = notice
      await askForChoice(tx, { actor, opened, reason, today })
    }
    await queueMessages({ messages: [buildNotice(told, notice, step)], tx })
    return 'done'
  })
