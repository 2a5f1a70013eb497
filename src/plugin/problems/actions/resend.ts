import type { Payload } from 'payload'

import type { Actor, StaffMoved } from '../../kernel/payload'

import { writePost } from '../../conversations'
import { lockFulfilment, resendDelivery } from '../../fulfilment'
import { DomainError } from '../../kernel/errors'
import { runInTransaction, sql, type Tx } from '../../kernel/payload'
import { tellOfAnswer } from '../messages'
import { fireProblem } from './fireProblem'
import { lockProblem } from './lockProblem'

const TEXT = {
  en: (title: string) =>
    `We are sending you the access to “${title}” again: the way by email, a new password by WhatsApp. The old password is no longer valid.`,
  id: (title: string) =>
    `Kami mengirim ulang akses “${title}”: jalannya lewat email, kata sandi baru lewat WhatsApp. Kata sandi lama tidak berlaku lagi.`,
}

const findTitle = async (tx: Tx, fulfilment: string): Promise<string> => {
  const [item] = await tx.rows<{ title: string }>(
    sql`select i.title from fulfilments f join order_items i on i.id = f.order_item_id
      where f.id = ${fulfilment}`,
  )
  return item?.title ?? ''
}

/**
 * “Kirim ulang akses”: the customer gets the way to what he has once more, with a new password; the work
 * stays done and the report is answered. Pressed twice under one key, it happens once. Locks the order,
 * its delivery, then the report.
 *
 * @throws DomainError `notFound`, `problem.notFound`, `problem.otherOrder`, `event.notAllowed` for a
 * solved report, `fulfilment.nothingToResend`, `report.nothingToResend`, `report.notReady`
 */
export const resend = (
  payload: Payload,
  args: { actor: Actor; fulfilment: string; id: string; key: string; reason: string },
): Promise<StaffMoved> =>
  runInTransaction(payload, async (tx) => {
    const { actor, fulfilment, id, key, reason } = args
    const row = await lockFulfilment(tx, fulfilment)
    const problem = await lockProblem(tx, sql`p.id = ${id}`)
    if (problem.orderId !== row.orderId) {
      throw new DomainError('problem.otherOrder', { field: 'fulfilment' })
    }
    const item = await findTitle(tx, fulfilment)
    const { isNew, post } = await writePost(tx, {
      author: { kind: 'system' },
      body: TEXT[problem.locale](item),
      key: `resend-${key}`,
      subject: { id, kind: 'problem' },
    })
    if (!isNew) {
      return { to: problem.state }
    }
    const note = { metadata: { item }, reason }
    const fired = await fireProblem({ actor, event: 'resend', note, problem, tx })
    await resendDelivery(tx, { actor, reason, row })
    await tellOfAnswer(tx, { post, problem })
    return fired
  })
