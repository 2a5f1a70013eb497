import type { Payload } from 'payload'

import type { Labels } from '../kernel/errors'
import type { TimelineSource } from '../kernel/history'

import { defineRuntime, type Tx } from '../kernel/payload'

/** Something that waits, with the page that shows it: urgent for us, else for customers. */
export type Todo = { count: number; label: Labels; urgent: boolean; url: string }

/** Wiring of the orders feature. */
export type OrdersRuntime = {
  /** Told, under the order's lock, when the money of a purchase in instalments has changed. */
  followContract: (tx: Tx, orderId: string) => Promise<void>
  /** Tells the customer, under the order's lock, that his contract has a new schedule. */
  tellRevision: (tx: Tx, orderId: string, news: { revision: number; text: string }) => Promise<void>
  /** Letters at the head of public numbers, e.g. `HZ`. */
  numberPrefix: string
  /** Public address of the shop, without a slash at its end. */
  serverUrl: string
  /** What the moves of other features add to the timeline of an order. */
  timeline: readonly TimelineSource[]
  /** What waits in features that lie above, for the board of what needs action. */
  todos: readonly ((payload: Payload) => Promise<Todo[]>)[]
}

export const ordersRuntime = defineRuntime<OrdersRuntime>('orders')

/** Address of an order's page. */
export const buildOrderUrl = (args: { locale: string; serverUrl: string; token: string }): string =>
  `${args.serverUrl}${args.locale === 'en' ? '/en' : ''}/pesanan/${args.token}`
