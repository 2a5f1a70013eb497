import type { Payload } from 'payload'

import type { Actor } from '../../kernel/payload'
import type { LockedProblem } from './lockProblem'

import { writePost } from '../../conversations'
import { reopenFulfilment } from '../../fulfilment'
import { DomainError } from '../../kernel/errors'
import { runInTransaction, sql, type Tx } from '../../kernel/payload'
import { tellOfAnswer } from '../messages'
import { fireProblem } from './fireProblem'
import { lockProblem } from './lockProblem'

const TEXT = {
  en: (title: string) => `We are delivering “${title}” again.`,
  id: (title: string) => `Kami mengerjakan dan mengirim ulang “${title}”.`,
}

const tell = async (
  tx: Tx,
  args: { key: string; problem: LockedProblem; title: string },
): Promise<void> => {
  const { key, problem, title } = args
  const { post } = await writePost(tx, {
    author: { kind: 'system' },
    body: TEXT[problem.locale](title),
    key,
    subject: { id: problem.id, kind: 'problem' },
  })
  await tellOfAnswer(tx, { post, problem })
}

/**
 * “Kirim ulang”: the delivery of one item of the reported order is open again, with a new deadline; the
 * customer reads it in the thread. What that means for each kind is the delivery's affair. Locks the
 * order, its delivery, then the report.
 *
 * @throws DomainError `problem.notFound`, `problem.otherOrder` when the item is not of the reported
 * order, `event.notAllowed` when it is not delivered yet
 */
export const redeliver = (
  payload: Payload,
  args: { actor: Actor; fulfilment: string; id: string; reason: string },
): Promise<{ to: string }> =>
  runInTransaction(payload, async (tx) => {
    const { actor, fulfilment, id, reason } = args
    const item = await reopenFulfilment(tx, { actor, id: fulfilment, reason })
    const problem = await lockProblem(tx, sql`p.id = ${id}`)
    if (problem.orderId !== item.orderId) {
      throw new DomainError('problem.otherOrder', { field: 'fulfilment' })
    }
    const note = { metadata: { item: item.title }, reason }
    const promisedBy = item.dueAt
    const fired = await fireProblem({ actor, event: 'redeliver', note, problem, promisedBy, tx })
    await tell(tx, { key: `redeliver-${item.seq}`, problem, title: item.title })
    return fired
  })
