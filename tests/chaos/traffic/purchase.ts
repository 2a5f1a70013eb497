import { setTimeout as wait } from 'node:timers/promises'

import type { Buyers, OpenedPayment, PlacedOrder } from '../../support/load/buyer'
import type { Database } from '../../support/stand/database'
import type { Gateway } from './gateway'

import { patiently } from './patience'

/** How a purchase goes on once its invoice exists. */
export type Fate =
  /** Never paid; the invoice lapses. */
  | 'abandoned'
  /** Paid, no callback ever comes; found when the invoice lapses. */
  | 'lapsed'
  /** Paid, no callback comes; the buyer's return page asks. */
  | 'returns'
  /** Paid, no callback comes, nobody returns; found by the sweep. */
  | 'swept'
  /** Paid, the gateway calls (and calls again until it hears 200). */
  | 'told'
  /** As `told`, but the gateway has three callbacks about it. */
  | 'toldThrice'

/** What shop and gateway have acknowledged: all of it must be found afterwards. */
export type Acknowledged = {
  abandoned: OpenedPayment[]
  attempts: OpenedPayment[]
  orders: ({ key: string } & PlacedOrder)[]
  /** Orders that the shop itself has called paid. */
  paid: string[]
}

/** What a purchase needs. */
export type Market = {
  acknowledged: Acknowledged
  buyers: Buyers
  database: Database
  gateway: Gateway
}

/** Moves an attempt's end into the past, as if a day had gone by. */
const letLapse = ({ database }: Market, merchantOrderId: string): Promise<unknown> =>
  patiently(() =>
    database.rows(
      `with moved as (update payments set expires_at = now() - interval '3 minutes'
         where merchant_order_id = $1)
       update graphile_worker._private_jobs set run_at = now() where key = 'expire:' || $1`,
      [merchantOrderId],
    ),
  )

/** Moves an attempt's beginning into the past: the sweep leaves young ones alone. */
const letAge = ({ database }: Market, merchantOrderId: string): Promise<unknown> =>
  patiently(() =>
    database.rows(
      `update payments set created_at = now() - interval '11 minutes' where merchant_order_id = $1`,
      [merchantOrderId],
    ),
  )

const TOLD: Partial<Record<Fate, number>> = { told: 1, toldThrice: 3 }

const followFate = async (args: {
  fate: Fate
  market: Market
  payment: OpenedPayment
}): Promise<void> => {
  const { fate, market, payment } = args
  const { merchantOrderId } = payment
  if (fate === 'abandoned') {
    market.acknowledged.abandoned.push(payment)
  } else {
    await patiently(() => market.gateway.pay({ merchantOrderId, times: TOLD[fate] ?? 0 }))
  }
  if (fate === 'abandoned' || fate === 'lapsed') {
    await letLapse(market, merchantOrderId)
  }
  if (fate === 'swept') {
    await letAge(market, merchantOrderId)
  }
}

/** Looks at the order page until it says paid; not for ever: what is late is judged at the end. */
const watchOrder = async (args: {
  fate: Fate
  market: Market
  ms: number
  token: string
}): Promise<void> => {
  const { fate, market, ms, token } = args
  const deadline = performance.now() + ms
  for (let look = 0; performance.now() < deadline; look++) {
    if (fate === 'returns' && look % 20 === 0) {
      await market.buyers.check(token).catch(() => undefined)
    }
    const status = await market.buyers.askStatus(token).catch(() => undefined)
    if (status?.paymentState === 'paid') {
      market.acknowledged.paid.push(token)
      return
    }
    await wait(250)
  }
}

const WATCH_MS: Record<Fate, number> = {
  abandoned: 0,
  lapsed: 3_000,
  returns: 15_000,
  swept: 0,
  told: 15_000,
  toldThrice: 15_000,
}

/**
 * One whole guest purchase by a buyer who asks again whenever the shop is away. `onStage` hears when
 * the order stands and when the invoice does.
 */
export const buy = async (args: {
  fate: Fate
  key: string
  market: Market
  onStage?: () => void
}): Promise<PlacedOrder> => {
  const { fate, key, market, onStage } = args
  const { acknowledged, buyers } = market
  const order = await patiently(() => buyers.placeOrder(key))
  acknowledged.orders.push({ key, ...order })
  onStage?.()
  const payment = await patiently(() => buyers.openPayment(order.token))
  acknowledged.attempts.push(payment)
  onStage?.()
  await followFate({ fate, market, payment })
  await watchOrder({ fate, market, ms: WATCH_MS[fate], token: order.token })
  return order
}
