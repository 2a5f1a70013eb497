import type { SQL, Tx } from '../../kernel/payload'
import type { SpkFacts } from '../machine'
import type { SpkScene } from '../queries/scene'
import type { SpkState } from '../states'

import { assertSeen, fireSpk, type SpkSeen } from '../actions/fireSpk'
import { DomainError } from '../../kernel/errors'
import { spkMachine } from '../machine'
import { customerActor, noteOfStep, type SpkEntrance, type SpkProof } from './door'

/** What a customer may do with an agreement by himself. */
export type CustomerEvent =
  'bringPhoto' | 'bringScan' | 'confirmContent' | 'decline' | 'refuseContent' | 'remark'

/** Whether the table of moves lets a customer do this where the agreement stands. */
export const isOpenTo = (state: SpkState, event: CustomerEvent): boolean =>
  spkMachine.moves.some(
    (move) =>
      move.event === event &&
      (move.from as readonly string[]).includes(state) &&
      (move.by as readonly string[]).includes('customer'),
  )

/** That something is not asked for where the agreement stands, in words for its customer. */
export const refuseStep = ({ state }: Pick<SpkScene, 'state'>, event: CustomerEvent): DomainError =>
  new DomainError('event.notAllowed', {
    event,
    machine: spkMachine.name,
    state: spkMachine.states[state].label,
  })

/**
 * A step of the customer, under the order's lock, with how he took it.
 *
 * @throws DomainError `spk.movedOn`, `event.notAllowed`, `event.guardRefused`
 */
export const fireStep = async (
  tx: Tx,
  entrance: SpkEntrance,
  step: {
    along?: readonly SQL[]
    event: CustomerEvent
    facts?: Partial<SpkFacts>
    proof: SpkProof
    reason?: string
    seen?: SpkSeen
    set?: SQL
  },
): Promise<void> => {
  const { scene } = entrance
  const { event, proof, reason, seen = {}, ...rest } = step
  await assertSeen(tx, scene, seen)
  if (!isOpenTo(scene.state, event)) {
    throw refuseStep(scene, event)
  }
  await fireSpk(tx, scene, {
    ...rest,
    actor: customerActor(scene),
    event,
    note: noteOfStep(tx.payload, { entrance, proof, ...(reason && { reason }) }),
  })
}
