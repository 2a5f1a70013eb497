import type { Payload } from 'payload'

import { findWork } from '@/plugin/fulfilment/queries/findWork'

import type { Group } from '../support/figures/program'

import { atLeast, atMost, type Measured } from '../support/figures/row'
import { percentile } from '../support/load/samples'
import { withManyOrders } from './manyOrders'

const LOOKS = 200
const ON_A_PAGE = 25

const look = async (payload: Payload): Promise<{ found: number; ms: number }> => {
  const before = performance.now()
  const { items } = await findWork({ limit: ON_A_PAGE, now: new Date(), payload })
  return { found: items.length, ms: performance.now() - before }
}

const measure = async (payload: Payload, orders: number): Promise<Measured[]> => {
  const looks: { found: number; ms: number }[] = []
  for (let count = 0; count < LOOKS; count++) {
    looks.push(await look(payload))
  }
  return [
    {
      bar: atMost(100),
      detail: `the list of work, ${ON_A_PAGE} of ${orders / 100} promised among ${orders} orders`,
      name: 'work-list-p95',
      unit: 'ms',
      value: percentile(
        looks.map(({ ms }) => ms),
        0.95,
      ),
    },
    {
      bar: atLeast(LOOKS),
      detail: `looks that found ${ON_A_PAGE} deliveries`,
      name: 'work-list-tried',
      unit: '',
      value: looks.filter(({ found }) => found === ON_A_PAGE).length,
    },
  ]
}

/** What the panel's list of work takes among many orders. */
export const work: Group = ({ size }) => withManyOrders(size, measure)
