import type { Payload } from 'payload'

import type { StaffMove, StaffMoved, Tx } from '../../kernel/payload'
import type { FoundScene } from '../queries/scene'

import { unscheduleDelivery } from '../../fulfilment'
import { DomainError } from '../../kernel/errors'
import { fireEvent, noteOf, runInTransaction, type SQL } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { scopeMachine } from '../machine'
import { tellCustomer } from '../messages'
import { lockScope } from '../queries/scene'
import { isBeforeAnalysis } from '../rules'
import { keepChecks } from './checks'
import { columnsOf } from './columns'

const columnsFor = (move: StaffMove, { scope }: FoundScene): SQL => {
  const at = clock.now().toISOString()
  const reason = move.reason ?? ''
  return move.event === 'waive'
    ? columnsOf({
        proven_at: at,
        proven_by: 'waiver',
        proven_domain: scope.domain,
        waived_reason: reason,
      })
    : columnsOf({
        agreed_at: null,
        agreed_note: null,
        ready_on: null,
        starts_on: null,
        wanted: reason,
      })
}

/** A date that was agreed on is off when the scope is open again. */
const unschedule = async (tx: Tx, move: StaffMove, scene: FoundScene): Promise<void> => {
  const { delivery } = scene
  if (move.event === 'askChanges' && delivery?.state === 'scheduled') {
    const reason = move.reason ?? ''
    await unscheduleDelivery(tx, { actor: move.actor, deliveryId: delivery.id, reason })
  }
}

/**
 * Staff waive the proof of a domain, or ask the customer for changes: he is told, and a date that was
 * agreed on is off.
 *
 * @throws DomainError `notFound`, `scope.analysisBegun`, `event.notAllowed`, `event.notPermitted`,
 * `transition.conflict`
 */
export const moveScope = (payload: Payload, move: StaffMove): Promise<StaffMoved> =>
  runInTransaction(payload, async (tx) => {
    const { actor, event, id, reason = '', seen } = move
    const scene = await lockScope(tx, id)
    const { delivery, scope } = scene
    if (!delivery || !isBeforeAnalysis(delivery.state)) {
      throw new DomainError('scope.analysisBegun')
    }
    const fired = await fireEvent({
      actor,
      event,
      id,
      locked: scope.state,
      machine: scopeMachine,
      note: noteOf(move),
      seen,
      set: columnsFor(move, scene),
      table: 'scopes',
      tx,
    })
    await unschedule(tx, move, scene)
    await keepChecks(tx, delivery.id, { estimate: false, scope: event === 'waive' })
    if (event === 'askChanges') {
      await tellCustomer(tx, {
        event: 'scope.changesWanted',
        scene: { ...scene, scope: { ...scope, wanted: reason } },
        step: `${id}/${scope.revision}/${clock.now().toISOString()}`,
      })
    }
    return fired
  })
