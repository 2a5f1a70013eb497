import type { Payload } from 'payload'

import { type Actor, runInTransaction, sql, type StaffMoved } from '../../kernel/payload'
import { getWorkerName } from '../../staff'
import { fireProblem } from './fireProblem'
import { lockProblem } from './lockProblem'

/**
 * Gives a report to a member of staff, or with null back to everybody while nobody has it in hand. Its
 * promise stays. The same person twice changes nothing.
 *
 * @throws DomainError `problem.notFound`, `fulfilment.badAssignee`, `event.notAllowed`,
 * `transition.conflict`
 */
export const assignProblem = (
  payload: Payload,
  args: { actor: Actor; assignee: null | string; id: string; seen?: string | undefined },
): Promise<StaffMoved> =>
  runInTransaction(payload, async (tx) => {
    const { actor, assignee, id, seen } = args
    const problem = await lockProblem(tx, sql`p.id = ${id}`)
    const name = assignee === null ? '' : await getWorkerName(tx, assignee)
    if (problem.assignee === assignee) {
      return { to: problem.state }
    }
    const event = assignee === null ? 'release' : 'assign'
    const note = { metadata: { assignee: name } }
    return fireProblem({ actor, assignee, event, note, problem, seen, tx })
  })
