import type { PublicOrder } from '../shop'

type Delivery = NonNullable<PublicOrder['items'][number]['delivery']>

/** Message key of `order` that names what is promised next. */
export type DueKey = 'dueAnswer' | 'dueDeliver' | 'dueLate' | 'dueStart'

/** What the deadline of a delivery is about; a promise that is broken is said to be. */
export const resolveDue = (
  { dueAt, phase }: Pick<Delivery, 'dueAt' | 'phase'>,
  now: Date,
): DueKey | undefined => {
  if (!dueAt) {
    return undefined
  }
  if (new Date(dueAt) <= now) {
    return 'dueLate'
  }
  if (phase === 'waiting') {
    return 'dueStart'
  }
  return phase === 'working' ? 'dueDeliver' : 'dueAnswer'
}

/** Whether what happens after the payment still lies ahead. */
export const isAhead = (delivery: null | Pick<Delivery, 'phase'>): boolean =>
  !delivery || delivery.phase === 'waiting' || delivery.phase === 'working'
