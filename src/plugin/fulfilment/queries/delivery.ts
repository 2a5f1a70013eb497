import type { Post } from '../../conversations'
import type { Labels } from '../../kernel/errors'
import type { FulfilmentKind } from '../kinds'

import { type SQL, sql } from '../../kernel/payload'
import { getStep } from '../kinds'
import { type PublicQuestions, selectQuestions, toPublicQuestions } from '../questions/thread'
import type { Phase } from '../kind'

/** A delivery as its buyer sees it: what is done, by when, what was done. No reasons, no notes. */
export type PublicDelivery = {
  deliveredAt?: string
  /** By when we begin or deliver; absent when nothing is promised any more. */
  dueAt?: string
  /** Last instant at which the buyer may come back about it. */
  followUpUntil?: string
  /** Name of whoever looks after it. */
  handledBy?: string
  label: Labels
  phase: Phase
  /** What was asked about it since it was delivered. */
  questions: PublicQuestions
  state: string
  /** What has happened, the oldest first. */
  steps: { at: string; label: Labels }[]
}

/** What {@link selectDelivery} reads. */
export type DeliveryRow = {
  deliveredAt: null | string
  dueAt: null | string
  followUpUntil: null | string
  handledBy: null | string
  kind: FulfilmentKind
  posts: Post[]
  startedAt: string
  state: string
  steps: { at: string; state: string }[]
}

const STEPS = sql`(select coalesce(json_agg(json_build_object('at', t.at, 'state', t.to_state)
    order by t.seq), '[]')
  from transitions t where t.machine = f.kind and t.subject = f.id::text
    and t.from_state <> t.to_state)`

/** The delivery of one order item as a JSON expression: a {@link DeliveryRow}, or null. */
export const selectDelivery = (itemId: SQL): SQL => sql`(
  select json_build_object('kind', f.kind, 'state', f.state, 'dueAt', f.due_at,
    'deliveredAt', f.delivered_at, 'followUpUntil', f.follow_up_until, 'handledBy', s.name,
    'startedAt', f.created_at, 'steps', ${STEPS}, 'posts', ${selectQuestions(sql`f.id`)})
  from fulfilments f left join staff s on s.id = f.assignee_id where f.order_item_id = ${itemId})`

const toInstant = (at: string): string => new Date(at).toISOString()

/** The projection of a delivery that its buyer may see; null while nothing was paid. */
export const toPublicDelivery = (row: DeliveryRow | null): null | PublicDelivery => {
  if (!row) {
    return null
  }
  const { deliveredAt, dueAt, followUpUntil, handledBy, kind, posts, startedAt, state, steps } = row
  const { phase, told } = getStep(kind, state)
  const first = { at: startedAt, state: 'new' }
  return {
    ...(deliveredAt ? { deliveredAt: toInstant(deliveredAt) } : {}),
    ...(dueAt ? { dueAt: toInstant(dueAt) } : {}),
    ...(followUpUntil ? { followUpUntil: toInstant(followUpUntil) } : {}),
    ...(handledBy ? { handledBy } : {}),
    label: told,
    phase,
    questions: toPublicQuestions({ followUpUntil, phase, posts }),
    state,
    steps: [first, ...steps].map((step) => ({
      at: toInstant(step.at),
      label: getStep(kind, step.state).told,
    })),
  }
}
