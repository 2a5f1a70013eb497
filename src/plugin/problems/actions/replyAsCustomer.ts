import type { Payload } from 'payload'

import type { Actor } from '../../kernel/payload'
import type { LockedProblem } from './lockProblem'

import { type Post, writePost } from '../../conversations'
import { DomainError } from '../../kernel/errors'
import { runInTransaction, sql, type Tx } from '../../kernel/payload'
import { tellOfReply } from '../messages'
import { isProblemToken } from '../runtime'
import { fireProblem } from './fireProblem'
import { lockProblem } from './lockProblem'

const lockByToken = async (tx: Tx, token: string): Promise<LockedProblem> => {
  if (!isProblemToken(token)) {
    throw new DomainError('problem.notFound')
  }
  return lockProblem(tx, sql`p.token = ${token}`)
}

const actorOf = ({ customerId, name }: LockedProblem): Actor => ({
  ...(customerId ? { id: customerId } : {}),
  label: name,
  role: 'customer',
})

/**
 * Writes what the customer has to say; whoever looks after the report is told. A report that was solved
 * is open again, while the days for that last.
 *
 * @throws DomainError `problem.notFound`, `conversation.…`, `event.guardRefused` when it is too late
 */
export const replyAsCustomer = (
  payload: Payload,
  args: { body: string; key: string; token: string },
): Promise<Post> =>
  runInTransaction(payload, async (tx) => {
    const { body, key, token } = args
    const problem = await lockByToken(tx, token)
    const { isNew, post } = await writePost(tx, {
      author: { kind: 'customer', name: problem.name },
      body,
      key,
      subject: { id: problem.id, kind: 'problem' },
    })
    if (isNew) {
      const event = problem.state === 'resolved' ? 'reopen' : 'reply'
      await fireProblem({ actor: actorOf(problem), event, problem, tx })
      await tellOfReply(tx, { post, problem })
    }
    return post
  })

/**
 * The customer says that it is solved. Said twice, it changes nothing.
 *
 * @throws DomainError `problem.notFound`
 */
export const resolveAsCustomer = (payload: Payload, token: string): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const problem = await lockByToken(tx, token)
    if (problem.state !== 'resolved') {
      await fireProblem({ actor: actorOf(problem), event: 'resolve', problem, tx })
    }
  })
