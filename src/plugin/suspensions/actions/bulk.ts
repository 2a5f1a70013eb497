import type { Payload } from 'payload'

import type { Actor } from '../../kernel/payload'
import type { SuspensionCause, SuspensionOutcome, SuspensionResult } from '../outcome'

import { blockService, findBlockers, unblockService } from '../../hosting'
import { isDomainError } from '../../kernel/errors'
import { runInTransaction } from '../../kernel/payload'
import { orderFulfilmentOwner } from '../../orders'
import {
  confirmSuspensions,
  type Grant,
  grantChanceIn,
  isInArrears,
  previewSuspensions,
} from '../../overdue'
import { type ChosenService, findChosen } from '../queries/findAccounts'

/** What staff want of many services at once. `isDry` changes nothing and foresees what would become of each. */
export type BulkWish = {
  accountIds: readonly string[]
  actor: Actor
  isDry?: boolean
  reason: string
}

type Judge = (service: ChosenService) => Promise<SuspensionOutcome>

const guarded = async (
  payload: Payload,
  work: () => Promise<SuspensionOutcome>,
): Promise<SuspensionOutcome> => {
  try {
    return await work()
  } catch (error) {
    if (isDomainError(error, 'chance.badDay')) {
      throw error
    }
    if (isDomainError(error, 'chance.running')) {
      return 'chance'
    }
    if (isDomainError(error, 'chance.noneLeft')) {
      return 'noneLeft'
    }
    if (!isDomainError(error)) {
      payload.logger.error({ err: error, msg: 'A row of a bulk action failed' })
    }
    return 'failed'
  }
}

/** Services of one order go on and off together: it is judged once, and answered for each of them. */
const forEachOrder = async (
  payload: Payload,
  accountIds: readonly string[],
  judge: Judge,
): Promise<SuspensionResult[]> => {
  const outcomes = new Map<string, SuspensionOutcome>()
  const results: SuspensionResult[] = []
  for (const service of await findChosen(payload, accountIds)) {
    const known = outcomes.get(service.orderId)
    const outcome = service.isMade
      ? (known ?? (await guarded(payload, () => judge(service))))
      : 'notMade'
    if (service.isMade) {
      outcomes.set(service.orderId, outcome)
    }
    results.push({ accountId: service.accountId, outcome })
  }
  return results
}

class DryRun extends Error {}

/** Runs to the end what a decision would do and takes it back: the same rules, and nothing stays. */
const judgeDry = async (
  payload: Payload,
  work: Parameters<typeof runInTransaction<SuspensionOutcome>>[1],
): Promise<SuspensionOutcome> => {
  let outcome: SuspensionOutcome = 'failed'
  try {
    await runInTransaction(payload, async (tx) => {
      outcome = await work(tx)
      throw new DryRun()
    })
  } catch (error) {
    if (!(error instanceof DryRun)) {
      throw error
    }
  }
  return outcome
}

const inTransaction = (
  payload: Payload,
  isDry: boolean,
  work: Parameters<typeof runInTransaction<SuspensionOutcome>>[1],
): Promise<SuspensionOutcome> => (isDry ? judgeDry(payload, work) : runInTransaction(payload, work))

/**
 * Switches services off. For arrears only what the ladder has proposed, judged again under its lock: who
 * has paid, is paying, or was given a chance stays on. For abuse, or as an admin's own decision, at once.
 */
export const suspendServices = (
  payload: Payload,
  { accountIds, actor, cause, isDry = false, reason }: { cause: SuspensionCause } & BulkWish,
): Promise<SuspensionResult[]> =>
  forEachOrder(payload, accountIds, async ({ hasContract, orderId }) => {
    if (cause === 'unpaid' && !hasContract) {
      // What is paid at once is made after its money: nothing of it can be overdue.
      return 'paid'
    }
    if (cause === 'unpaid') {
      const [result] = isDry
        ? await previewSuspensions(payload, [orderId])
        : await confirmSuspensions(payload, { actor, orderIds: [orderId], reason })
      return result?.outcome ?? 'failed'
    }
    return inTransaction(payload, isDry, async (tx) => {
      await orderFulfilmentOwner.lock(tx, orderId)
      const isNew = await blockService(tx, { actor, kind: cause, orderId, reason })
      return isNew ? 'done' : 'alreadyDone'
    })
  })

/**
 * Switches services on again: takes every reason away that staff gave, and those of money once nothing is
 * overdue. Whoever still owes needs a chance instead.
 */
export const resumeServices = (
  payload: Payload,
  { accountIds, actor, isDry = false, reason }: BulkWish,
): Promise<SuspensionResult[]> =>
  forEachOrder(payload, accountIds, ({ orderId }) =>
    inTransaction(payload, isDry, async (tx) => {
      await orderFulfilmentOwner.lock(tx, orderId)
      const kinds = (await findBlockers(tx, orderId)).map(({ kind }) => kind)
      if (kinds.length === 0) {
        return 'alreadyDone'
      }
      const ofMoney = kinds.some((kind) => kind === 'unpaid' || kind === 'customer_choice')
      if (ofMoney && (await isInArrears(tx, orderId))) {
        return 'owes'
      }
      await unblockService(tx, { actor, kinds, orderId, reason })
      return 'done'
    }),
  )

/** Gives many customers a chance at once: what was off for their arrears is wanted on again. */
export const grantChances = (
  payload: Payload,
  { accountIds, actor, isDry = false, reason, until }: Pick<Grant, 'until'> & BulkWish,
): Promise<SuspensionResult[]> =>
  forEachOrder(payload, accountIds, ({ orderId }) =>
    inTransaction(payload, isDry, async (tx) => {
      if (!(await isInArrears(tx, orderId))) {
        return 'paid'
      }
      await grantChanceIn(tx, { actor, orderId, reason, until })
      return 'done'
    }),
  )
