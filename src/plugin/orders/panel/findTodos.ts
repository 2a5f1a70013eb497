import type { Payload } from 'payload'

import { cache } from 'react'

import { WORK_PATH } from '../../fulfilment'
import { queryRows, slugsOf, sql } from '../../kernel/payload'
import { BY_HAND_PATH, WAITS_FOR_A_HAND } from '../../notifications'
import { ordersRuntime, type Todo } from '../runtime'

type Counts = {
  byHand: number
  dead: number
  marked: number
  review: number
  unpaid: number
  work: number
}

const countAll = async (payload: Payload): Promise<Counts> => {
  const [row] = await queryRows<Counts>(
    payload,
    sql`select
      (select count(*)::int from fulfilments where due_at is not null) as work,
      (select count(*)::int from orders where state = 'open'
        and payment_state = 'unpaid') as unpaid,
      (select count(*)::int from reviews where state = 'open') as review,
      (select count(*)::int from reviews where state = 'refundMarked') as marked,
      (select count(*)::int from notifications where state = 'dead') as dead,
      (select count(*)::int from notifications where ${WAITS_FOR_A_HAND}) as "byHand"`,
  )
  return row ?? { byHand: 0, dead: 0, marked: 0, review: 0, unpaid: 0, work: 0 }
}

const listUrl = (base: string, where: Record<string, string>): string => {
  const parts = Object.entries(where).map(
    ([field, value], at) => `where[or][0][and][${at}][${field}][equals]=${value}`,
  )
  return `${base}?${parts.join('&')}`
}

const findMessageTodos = (counts: Counts, urls: { byHand: string; list: string }): Todo[] => [
  {
    count: counts.dead,
    label: { en: 'Undeliverable messages', id: 'Pesan gagal terkirim' },
    urgent: true,
    url: listUrl(urls.list, { state: 'dead' }),
  },
  {
    count: counts.byHand,
    label: { en: 'WhatsApp messages to send', id: 'Pesan WhatsApp perlu dikirim' },
    urgent: true,
    url: urls.byHand,
  },
]

/** What waits in features that lie above. */
const findOthers = async (payload: Payload): Promise<Todo[]> => {
  const { todos } = ordersRuntime.get(payload)
  return (await Promise.all(todos.map((find) => find(payload)))).flat()
}

/**
 * What waits, the most urgent first. One statement, and one for each feature above; the board and the bell of one page share it.
 * Whoever calls has checked that it is for admins.
 */
export const findTodos = cache(async (payload: Payload): Promise<Todo[]> => {
  const [counts, others] = await Promise.all([countAll(payload), findOthers(payload)])
  const slugs = slugsOf(payload)
  const { admin } = payload.config.routes
  const base = (slug: string): string => `${admin}/collections/${slug}`
  return [
    {
      count: counts.work,
      label: { en: 'Paid items to deliver', id: 'Pekerjaan lunas, belum diserahkan' },
      urgent: true,
      url: `${admin}${WORK_PATH}`,
    },
    ...others,
    {
      count: counts.review,
      label: { en: 'Money to decide about', id: 'Uang perlu diputuskan' },
      urgent: true,
      url: listUrl(base(slugs.reviews), { state: 'open' }),
    },
    {
      count: counts.marked,
      label: { en: 'Refunds to send', id: 'Pengembalian dana perlu dikirim' },
      urgent: true,
      url: listUrl(base(slugs.reviews), { state: 'refundMarked' }),
    },
    ...findMessageTodos(counts, {
      byHand: `${admin}${BY_HAND_PATH}`,
      list: base(slugs.notifications),
    }),
    {
      count: counts.unpaid,
      label: { en: 'Orders waiting for payment', id: 'Pesanan menunggu pembayaran' },
      urgent: false,
      url: listUrl(base(slugs.orders), { paymentState: 'unpaid', state: 'open' }),
    },
  ]
})

/** How much needs a person of ours. What waits for customers is none of that. */
export const countUrgent = (todos: readonly Todo[]): number =>
  todos.reduce((sum, { count, urgent }) => sum + (urgent ? count : 0), 0)
