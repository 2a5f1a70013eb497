import type { Payload } from 'payload'

import type { Author, Post } from '../../conversations'
import type { Actor, Tx } from '../../kernel/payload'

import { writePost } from '../../conversations'
import { DomainError } from '../../kernel/errors'
import { runInTransaction, type SQL, sql } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { type FulfilmentKind, getStep } from '../kinds'
import { fulfilmentRuntime } from '../runtime'
import { tellAnswer, tellQuestion } from './messages'
import { canAsk, QUESTIONS } from './rules'

/** A delivery as its thread needs it. */
export type AskedAbout = {
  assignee: { address: string; name: string } | null
  customerId: null | string
  customerName: string
  email: string
  followUpUntil: null | string
  id: string
  kind: FulfilmentKind
  locale: 'en' | 'id'
  number: string
  orderId: string
  phone: string
  state: string
  title: string
  token: string
}

const find = async (tx: Tx, where: SQL): Promise<AskedAbout> => {
  const [row] = await tx.rows<AskedAbout>(sql`
    select f.id, f.kind, f.state, f.follow_up_until as "followUpUntil", f.order_id as "orderId",
      i.title, o.number, o.token, o.locale, o.email, o.phone, o.customer_name as "customerName",
      o.customer_id::text as "customerId", case when s.role in ('admin', 'owner') then
        json_build_object('address', s.email, 'name', coalesce(s.name, s.email)) end as assignee
    from fulfilments f join order_items i on i.id = f.order_item_id join orders o on o.id = f.order_id
      left join staff s on s.id = f.assignee_id
    where ${where}`)
  if (!row) {
    throw new DomainError('notFound')
  }
  return row
}

/** Locks the order first, as everything about a delivery does. */
const lock = async (tx: Tx, where: SQL): Promise<AskedAbout> => {
  const { id, orderId } = await find(tx, where)
  await fulfilmentRuntime.get(tx.payload).owner.lock(tx, orderId)
  return find(tx, sql`f.id = ${id}`)
}

type Words = { body: string; key: string }

const write = (tx: Tx, id: string, post: { author: Author } & Words) =>
  writePost(tx, { ...post, subject: { id, kind: QUESTIONS } })

/**
 * The customer asks about what was delivered. Pressed twice, it is one question.
 *
 * @throws DomainError `notFound`, `fulfilment.noMoreQuestions`, `conversation.…`
 */
export const askQuestion = (payload: Payload, args: { where: SQL } & Words): Promise<Post> =>
  runInTransaction(payload, async (tx) => {
    const { body, key, where } = args
    const about = await lock(tx, where)
    const { phase } = getStep(about.kind, about.state)
    const until = about.followUpUntil
    if (!canAsk({ followUpUntil: until ? new Date(until) : null, phase }, clock.now())) {
      throw new DomainError('fulfilment.noMoreQuestions')
    }
    const author: Author = { kind: 'customer', name: about.customerName }
    const { isNew, post } = await write(tx, about.id, { author, body, key })
    if (isNew) {
      await tellQuestion(tx, { about, post })
    }
    return post
  })

/**
 * The shop answers, or adds something; the customer is told. Also after his days are over: what was
 * asked in time is answered.
 *
 * @throws DomainError `notFound`, `conversation.…`
 */
export const answerQuestion = (
  payload: Payload,
  args: { actor: Actor; id: string } & Words,
): Promise<Post> =>
  runInTransaction(payload, async (tx) => {
    const { actor, body, id, key } = args
    const about = await lock(tx, sql`f.id = ${id}`)
    const author: Author = { kind: 'staff', name: actor.label ?? '', staffId: actor.id ?? '' }
    const { isNew, post } = await write(tx, about.id, { author, body, key })
    if (isNew) {
      await tellAnswer(tx, { about, post })
    }
    return post
  })
