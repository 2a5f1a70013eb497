import type { Payload } from 'payload'

import type { Actor } from '../../kernel/payload'

import { type Author, type Post, writePost } from '../../conversations'
import { runInTransaction, sql } from '../../kernel/payload'
import { tellOfAnswer } from '../messages'
import { fireProblem } from './fireProblem'
import { lockProblem } from './lockProblem'

/** The member of staff as he signs what he writes. */
export const authorOf = (actor: Actor): Author => ({
  kind: 'staff',
  name: actor.label ?? '',
  staffId: actor.id ?? '',
})

/**
 * Writes the shop's answer; the customer is told. Pressed twice, it is one answer.
 *
 * @throws DomainError `problem.notFound`, `conversation.…`, `event.notAllowed`
 */
export const answerProblem = (
  payload: Payload,
  args: { actor: Actor; body: string; id: string; key: string },
): Promise<Post> =>
  runInTransaction(payload, async (tx) => {
    const { actor, body, id, key } = args
    const problem = await lockProblem(tx, sql`p.id = ${id}`)
    const subject = { id, kind: 'problem' }
    const { isNew, post } = await writePost(tx, { author: authorOf(actor), body, key, subject })
    if (isNew) {
      await fireProblem({ actor, event: 'answer', problem, tx })
      await tellOfAnswer(tx, { post, problem })
    }
    return post
  })
