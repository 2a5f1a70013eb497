import type { Payload } from 'payload'

import type { Actor, Tx } from '../../kernel/payload'
import type { FoundScene } from '../queries/scene'

import { lockFulfilment, moveFulfilmentIn, scheduleDelivery } from '../../fulfilment'
import { DomainError } from '../../kernel/errors'
import { fireEvent, runInTransaction } from '../../kernel/payload'
import { clock, endOfWibDay, wibDay, type WibDay, wibDayOf } from '../../kernel/time'
import { scopeMachine } from '../machine'
import { tellCustomer } from '../messages'
import { lockScope } from '../queries/scene'
import { type AnalysisDates, findDateFault, isBeforeAnalysis } from '../rules'
import { keepChecks } from './checks'
import { columnsOf } from './columns'

/** What a member of staff agrees on. */
export type Agreement = {
  actor: Actor
  id: string
  /** Words to the customer; may be empty. */
  note: string
  /** WIB days, as typed. */
  readyOn: string
  /** The revision that he has read. */
  revision: number
  startsOn: string
}

const readDay = (typed: string, field: 'readyOn' | 'startsOn'): WibDay => {
  try {
    return wibDay(typed)
  } catch {
    throw new DomainError('time.invalidDay', { field })
  }
}

const readDates = ({ readyOn, startsOn }: Agreement): AnalysisDates => {
  const dates = {
    readyOn: readDay(readyOn, 'readyOn'),
    startsOn: readDay(startsOn, 'startsOn'),
  }
  const fault = findDateFault(dates, wibDayOf(clock.now()))
  if (fault) {
    throw new DomainError(fault.code, { field: fault.field })
  }
  return dates
}

const assertCurrent = (scene: FoundScene, { revision }: Agreement): void => {
  if (!isBeforeAnalysis(scene.delivery?.state ?? null)) {
    throw new DomainError('scope.analysisBegun')
  }
  if (scene.scope.revision !== revision) {
    throw new DomainError('scope.outdated')
  }
}

/** What was not begun is begun: the first step of the work is to agree. */
const begin = async (tx: Tx, args: { actor: Actor; deliveryId: string }): Promise<void> => {
  const row = await lockFulfilment(tx, args.deliveryId)
  if (row.state === 'new' || row.state === 'assigned') {
    await moveFulfilmentIn(tx, { actor: args.actor, event: 'start', row })
  }
}

const schedule = async (
  tx: Tx,
  args: { actor: Actor; dates: AnalysisDates; deliveryId: string },
): Promise<void> => {
  const { actor, dates, deliveryId } = args
  await begin(tx, { actor, deliveryId })
  const deliverBy = endOfWibDay(dates.readyOn)
  const hostId = actor.id ?? null
  await scheduleDelivery(tx, { actor, deliverBy, deliveryId, endsAt: deliverBy, hostId })
  await keepChecks(tx, deliveryId, { estimate: true, scope: true })
}

/**
 * Agrees on a proven scope, with the day on which the analysis begins and the one on which its report
 * is to be there; or on other days. The delivery is scheduled, due at the end of that day, and the
 * customer is told.
 *
 * @throws DomainError `notFound`, `scope.analysisBegun`, `scope.badDate`, `scope.outdated`,
 * `scope.readyBeforeStart`, `time.invalidDay`, `event.notAllowed`, `event.notPermitted`
 */
export const agreeScope = (payload: Payload, agreement: Agreement): Promise<{ to: string }> =>
  runInTransaction(payload, async (tx) => {
    const { actor, id, note } = agreement
    const dates = readDates(agreement)
    const scene = await lockScope(tx, id)
    assertCurrent(scene, agreement)
    const { delivery, scope } = scene
    const { readyOn, startsOn } = dates
    const at = clock.now().toISOString()
    const written = { agreed_at: at, agreed_note: note || null }
    const fired = await fireEvent({
      actor,
      event: scope.state === 'agreed' ? 'reschedule' : 'agree',
      facts: { isProven: scope.provenAt !== null && scope.provenDomain === scope.domain },
      id,
      locked: scope.state,
      machine: scopeMachine,
      note: { metadata: { readyOn, revision: scope.revision, startsOn } },
      set: columnsOf({ ...written, ready_on: readyOn, starts_on: startsOn }),
      table: 'scopes',
      tx,
    })
    await schedule(tx, { actor, dates, deliveryId: delivery?.id ?? '' })
    const agreed = { ...scope, agreedNote: note || null, ...dates }
    await tellCustomer(tx, {
      event: 'scope.agreed',
      scene: { ...scene, scope: agreed },
      step: `${id}/${at}`,
    })
    return fired
  })
