import type { Payload } from 'payload'

import type { EventOf } from '../../kernel/machine'
import type { problemMachine } from '../machine'

import {
  noteOf,
  runInTransaction,
  sql,
  type StaffMove,
  type StaffMoved,
} from '../../kernel/payload'
import { tellOfEnd } from '../messages'
import { fireProblem } from './fireProblem'
import { lockProblem } from './lockProblem'

/**
 * Lets staff take a report on, end it or open it again. The customer is told of its end.
 *
 * @throws DomainError `problem.notFound`, `event.notAllowed`, `event.notPermitted`,
 * `transition.conflict`
 */
export const moveProblem = (payload: Payload, move: StaffMove): Promise<StaffMoved> =>
  runInTransaction(payload, async (tx) => {
    const { actor, id, seen } = move
    // The endpoint takes only events of the table that have a button.
    const event = move.event as EventOf<typeof problemMachine>
    const problem = await lockProblem(tx, sql`p.id = ${id}`)
    const fired = await fireProblem({ actor, event, note: noteOf(move), problem, seen, tx })
    if (event === 'resolve') {
      await tellOfEnd(tx, problem)
    }
    return fired
  })
