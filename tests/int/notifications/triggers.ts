import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'

import { fulfilmentTask } from '@/plugin/fulfilment'
import { findCalendar } from '@/plugin/fulfilment/holidays/calendar'
import { queryRows, sql, statementsOn } from '@/plugin/kernel/payload'
import type { TaskContext } from '@/plugin/kernel/queue'
import { addWorkingTime } from '@/plugin/kernel/time'
import type { QueuedEvent } from '@/plugin/notifications'
import { expireTask, settleTask } from '@/plugin/payments'
import { drawCallback, sendCallbacks } from '../../support/callback'
import { NOON_WIB } from '../../support/chatDesk'
import { callShop } from '../../support/purchase'
import type { ShopInUse } from '../../support/useShop'

/**
 * The alarms about messages, and news of files, scopes, sessions, reports, refunds, follow-ups, instalments
 * and agreements, have tests of their own.
 */
export type OrderEvent = Exclude<
  QueuedEvent,
  | 'message.stuck'
  | 'message.undeliverable'
  | 'release.published'
  | `chance.${string}`
  | `contract.${string}`
  | `download.${string}`
  | `followUp.${string}`
  | `hosting.${string}`
  | `instalment.${string}`
  | `overdue.${string}`
  | `problem.${string}`
  | `question.${string}`
  | `refund.${string}`
  | `report.${string}`
  | `retest.${string}`
  | `scope.${string}`
  | `session.${string}`
  | `spk.${string}`
>

/** Who buys; with the headers of his login, if he has an account. */
export type Buyer = { address: string; headers?: Record<string, string>; phone: string }

/** What became of it. */
export type Story = { merchantOrderId: string; token: string }

/** What makes an event happen, the same once more, and all that may be told in between. */
type Trigger = {
  again: (story: Story) => Promise<unknown>
  fire: (buyer: Buyer) => Promise<Story>
  tells: OrderEvent[]
}

const LAPSED_MS = 25 * 3_600_000

const contextOf = ({ shop }: ShopInUse, afterMs = 0): TaskContext => ({
  attempt: 1,
  jobId: '0',
  maxAttempts: 1,
  now: new Date(NOON_WIB.getTime() + afterMs),
  payload: shop.payload,
  signal: new AbortController().signal,
})

const customerOf = ({ address: email, phone }: Buyer) => ({ email, phone })

const checkout = async (inUse: ShopInUse, buyer: Buyer): Promise<Story> => {
  const customer = customerOf(buyer)
  const { order, payment } = await inUse.buyer.checkout({ customer, headers: buyer.headers })
  return { merchantOrderId: payment.merchantOrderId, token: order.token }
}

const pay = async (inUse: ShopInUse, buyer: Buyer, amount?: number): Promise<Story> => {
  const story = await checkout(inUse, buyer)
  await inUse.buyer.pay(story, amount ? { amount } : {})
  return story
}

/** Pays one rupiah too little: an admin has to decide. */
export const payPart = (inUse: ShopInUse, buyer: Buyer): Promise<Story> =>
  pay(inUse, buyer, 749_999)

/** The callback comes again, also with another word in it, and every job that it ever caused. */
const repeat =
  (inUse: ShopInUse, ...variants: string[]) =>
  async ({ merchantOrderId, token }: Story): Promise<void> => {
    const { shop } = inUse
    for (const variant of [...variants, ...variants]) {
      const shapes = drawCallback(shop, merchantOrderId, variant)
      expect(await sendCallbacks(shop, shapes)).toEqual([200])
    }
    const settle = () => settleTask.run({ merchantOrderId }, contextOf(inUse))
    await Promise.all([settle(), settle(), settle()])
    await callShop(shop, `/api/shop/orders/${token}/check`, { body: {} })
    await shop.idle()
  }

/** One order, and the same request three times more at once. */
const placing = (inUse: ShopInUse): Trigger => {
  const first = new Map<string, { buyer: Buyer; key: string }>()
  const place = async (buyer: Buyer, key: string): Promise<string> => {
    const headers = { ...buyer.headers, 'idempotency-key': key }
    return (await inUse.buyer.place({ customer: customerOf(buyer), headers })).token
  }
  return {
    again: async ({ token }) => {
      const { buyer, key } = first.get(token) ?? expect.unreachable('Nobody placed this order')
      const tokens = await Promise.all([1, 2, 3].map(() => place(buyer, key)))
      expect(tokens).toEqual([token, token, token])
    },
    fire: async (buyer) => {
      const key = randomUUID()
      const token = await place(buyer, key)
      first.set(token, { buyer, key })
      return { merchantOrderId: '', token }
    },
    tells: ['order.placed'],
  }
}

const lapsing = (inUse: ShopInUse): Trigger => {
  const expire = ({ merchantOrderId }: Story): Promise<void> =>
    expireTask.run({ merchantOrderId }, contextOf(inUse, LAPSED_MS))
  return {
    again: (story) => Promise.all([expire(story), expire(story), expire(story)]),
    fire: async (buyer) => {
      const story = await checkout(inUse, buyer)
      await expire(story)
      return story
    },
    tells: ['order.placed', 'payment.expired'],
  }
}

const failing = (inUse: ShopInUse): Trigger => ({
  again: repeat(inUse, 'failed02'),
  fire: async (buyer) => {
    const story = await checkout(inUse, buyer)
    await inUse.shop.gateway.fail({ merchantOrderId: story.merchantOrderId, wait: true })
    await inUse.shop.idle()
    return story
  },
  tells: ['order.placed', 'payment.failed'],
})

/** Half an hour of work before or after the deadline of the order's only item. */
const atDeadline = async ({ shop }: ShopInUse, token: string, hours: -0.5 | 0.5): Promise<Date> => {
  const { payload } = shop
  const [row] = await queryRows<{ dueAt: string }>(
    payload,
    sql`select f.due_at as "dueAt" from fulfilments f join orders o on o.id = f.order_id
      where o.token = ${token}`,
  )
  const dueAt = new Date(row?.dueAt ?? expect.unreachable('Nothing is promised'))
  const calendar = await findCalendar({ payload, ...statementsOn(payload) }, dueAt)
  return hours < 0
    ? new Date(dueAt.getTime() + hours * 3_600_000)
    : addWorkingTime(new Date(dueAt.getTime() + 1), hours, calendar)
}

/** A paid item that nobody has touched when its deadline comes near, or has passed. */
const waiting = (inUse: ShopInUse, args: { event: OrderEvent; hours: -0.5 | 0.5 }): Trigger => {
  const tend = async ({ token }: Story): Promise<void> => {
    const now = await atDeadline(inUse, token, args.hours)
    await fulfilmentTask.run({}, { ...contextOf(inUse), now })
  }
  return {
    again: (story) => Promise.all([tend(story), tend(story), tend(story)]),
    fire: async (buyer) => {
      const story = await pay(inUse, buyer)
      await tend(story)
      return story
    },
    tells: ['order.placed', 'payment.received', 'payment.receivedByStaff', args.event],
  }
}

/**
 * What makes each event happen. A new event without a line here does not compile. The link to a password
 * passes by the outbox: `tests/int/customers/accounts.test.ts` asks for it.
 */
export const makeTriggers = (inUse: ShopInUse) => {
  const paid: Trigger = {
    again: repeat(inUse, 'normal', 'failed02', 'replayed'),
    fire: (buyer) => pay(inUse, buyer),
    tells: ['order.placed', 'payment.received', 'payment.receivedByStaff'],
  }
  const tooLittle: Trigger = {
    again: repeat(inUse, 'normal', 'failed02'),
    fire: (buyer) => payPart(inUse, buyer),
    tells: ['order.placed', 'payment.inReview', 'payment.needsReview'],
  }
  return {
    'item.dueSoon': waiting(inUse, { event: 'item.dueSoon', hours: -0.5 }),
    'item.late': waiting(inUse, { event: 'item.late', hours: 0.5 }),
    'order.placed': placing(inUse),
    'payment.expired': lapsing(inUse),
    'payment.failed': failing(inUse),
    'payment.inReview': tooLittle,
    'payment.needsReview': tooLittle,
    'payment.received': paid,
    'payment.receivedByStaff': paid,
  } satisfies Record<OrderEvent, Trigger>
}
