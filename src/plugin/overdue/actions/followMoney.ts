import type { QueuedMessage } from '../../notifications'

import { unblockService } from '../../hosting'
import { fireEvent, sql, SYSTEM, type Tx } from '../../kernel/payload'
import { clock, wibDayOf } from '../../kernel/time'
import { queueMessages } from '../../notifications'
import { resolveCase } from '../cases/openCase'
import { chanceMachine } from '../chances/machine'
import { findScene, type Scene } from '../sweep/scene'
import { contractParams, type Told, toCustomer } from '../messages'
import { standingOf } from '../rules/standingOf'

/** A promise is kept when nothing is overdue any more; what was only asked for is not needed. */
const endChances = async (tx: Tx, scene: Scene): Promise<void> => {
  const ends = [
    { event: 'keep', id: scene.chance?.id },
    { event: 'drop', id: scene.requestedChance },
  ]
  for (const { event, id } of ends) {
    if (id) {
      await fireEvent({
        actor: SYSTEM,
        event,
        id,
        machine: chanceMachine,
        set: sql`ended_at = ${clock.now().toISOString()}`,
        table: 'chances',
        tx,
      })
    }
  }
}

/** Nothing is overdue: the case ends, and with it the reasons to be off that came of it. */
const settle = async (told: Told): Promise<QueuedMessage[]> => {
  const { scene, tx } = told
  await endChances(tx, scene)
  const wasOff = await unblockService(tx, {
    actor: SYSTEM,
    kinds: ['unpaid', 'customer_choice'],
    orderId: scene.orderId,
    reason: 'Tunggakan sudah dibayar',
  })
  if (!scene.openCase) {
    return []
  }
  const isCancelled = scene.state === 'cancelled'
  const reason = isCancelled ? 'Pesanan dibatalkan' : 'Tidak ada lagi yang menunggak'
  await resolveCase(tx, scene.openCase, reason)
  if (isCancelled) {
    return []
  }
  const params = { ...contractParams(told, 0), wasOff }
  return [toCustomer(told, { event: 'overdue.settled', params }, scene.openCase.id)]
}

/** A proposal falls when the debt that it was about is paid, though others are late. */
const dropProposal = async ({ scene, standing, tx }: Told): Promise<void> => {
  const oldest = standing.arrears?.seqs[0]
  const isDue = scene.log.some(
    ({ round, seq, step }) => step === 'suspend' && seq === oldest && round === scene.ended.number,
  )
  if (scene.openCase?.proposedOn && !isDue) {
    await tx.rows(sql`update overdue_cases set proposed_on = null,
      updated_at = ${clock.now().toISOString()} where id = ${scene.openCase.id}`)
  }
}

/**
 * Money has come or gone, or debts have changed: what follows from it for arrears. Payment wins over
 * suspension: with the last late rupiah the case is settled and the service is wanted on again. Part of
 * the transaction that changed the debts, under the order's lock.
 */
export const followContract = async (tx: Tx, orderId: string): Promise<void> => {
  const scene = await findScene(tx, orderId)
  const today = wibDayOf(clock.now())
  const told = { scene, standing: standingOf(scene, today), today, tx }
  if (told.standing.arrears && scene.state !== 'cancelled') {
    await dropProposal(told)
    return
  }
  const messages = await settle(told)
  const isOver = scene.debts.every(({ state }) => state !== 'open')
  const isPaid = isOver && told.standing.paidCount > 0 && scene.state !== 'cancelled'
  if (isPaid) {
    const params = contractParams(told, 0)
    messages.push(toCustomer(told, { event: 'contract.paidOff', params }, 'paid'))
  }
  const along = sql`looked as (update contracts
    set look_at = ${isOver ? null : clock.now().toISOString()} where id = ${scene.contractId})`
  await queueMessages({ along, messages, tx })
}
