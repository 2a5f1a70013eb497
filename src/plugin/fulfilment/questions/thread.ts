import type { Post } from '../../conversations'

import { normalisePost, selectPosts } from '../../conversations'
import { type SQL, sql } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { canAsk, QUESTIONS } from './rules'

/** The questions about one delivery as its customer sees them. */
export type PublicQuestions = {
  /** Whether he may ask now. */
  canAsk: boolean
  posts: Omit<Post, 'id'>[]
}

/** The thread of a delivery as a JSON expression. */
export const selectQuestions = (deliveryId: SQL): SQL => selectPosts(QUESTIONS, sql`${deliveryId}`)

/** The projection of a thread that the customer may see. */
export const toPublicQuestions = (args: {
  followUpUntil: null | string
  phase: string
  posts: readonly Post[]
}): PublicQuestions => {
  const { followUpUntil, phase, posts } = args
  const until = followUpUntil === null ? null : new Date(followUpUntil)
  return {
    canAsk: canAsk({ followUpUntil: until, phase }, clock.now()),
    posts: posts.map(normalisePost).map(({ id: _, ...post }) => post),
  }
}
