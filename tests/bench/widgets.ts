import type { Payload } from 'payload'

import { findToday } from '@/plugin/booking/queries/findToday'
import { findReportsDue } from '@/plugin/fulfilment/queries/findReportsDue'
import { findWork } from '@/plugin/fulfilment/queries/findWork'
import { findNewOrders } from '@/plugin/orders/panel/findNewOrders'
import { findOpenReviews } from '@/plugin/payments/reviews/findOpen'
import { findWaiting } from '@/plugin/problems/queries/findWaiting'

import type { Group } from '../support/figures/program'

import { atLeast, atMost, type Measured } from '../support/figures/row'
import { percentile } from '../support/load/samples'
import { withManyOrders } from './manyOrders'

const LOOKS = 200
const SHOWN = 5

type Look = (args: { limit: number; now: Date; payload: Payload }) => Promise<unknown>

/** What each card of the panel's first page asks. */
const WIDGETS: Readonly<Record<string, Look>> = {
  money: findOpenReviews,
  orders: findNewOrders,
  problems: findWaiting,
  reports: (args) => findReportsDue({ ...args, days: 2 }),
  sessions: findToday,
  work: findWork,
}

type Seen = { found: number; ms: number }

const lookAt = async (payload: Payload, look: Look): Promise<Seen> => {
  const before = performance.now()
  const found = (await look({ limit: SHOWN, now: new Date(), payload })) as {
    count?: number
    total?: number
  }
  return { found: found.total ?? found.count ?? 0, ms: performance.now() - before }
}

const measure = async (payload: Payload, orders: number): Promise<Measured[]> => {
  const slowest: Record<string, number> = {}
  let tried = 0
  for (const [name, look] of Object.entries(WIDGETS)) {
    const looks: Seen[] = []
    for (let count = 0; count < LOOKS; count++) {
      looks.push(await lookAt(payload, look))
    }
    tried += looks.filter(({ found }) => found > 0).length
    slowest[name] = percentile(
      looks.map(({ ms }) => ms),
      0.95,
    )
  }
  return [
    {
      bar: atMost(100),
      detail: `of the slowest card, among ${orders} orders: ${Object.entries(slowest)
        .map(([name, ms]) => `${name} ${ms.toFixed(1)}`)
        .join(', ')}`,
      name: 'widget-p95',
      unit: 'ms',
      value: Math.max(...Object.values(slowest)),
    },
    {
      bar: atLeast(LOOKS * Object.keys(WIDGETS).length),
      detail: 'looks that found something to show',
      name: 'widget-tried',
      unit: '',
      value: tried,
    },
  ]
}

/** What the cards of the panel's first page take among many orders. */
export const widgets: Group = ({ size }) => withManyOrders(size, measure)
