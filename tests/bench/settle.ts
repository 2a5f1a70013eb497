import type { Group, GroupOptions } from '../support/figures/program'

import { atMost, equal, type Measured } from '../support/figures/row'
import { targetOf } from '../support/load/address'
import { type Buyers, makeBuyers, type OpenedPayment } from '../support/load/buyer'
import { askCallback } from '../support/load/callback'
import { runOpenLoop } from '../support/load/openLoop'
import { openConnectionPool } from '../support/load/pool'
import { makeRandom } from '../support/load/random'
import { percentile } from '../support/load/samples'
import { type Stand, startStand } from '../support/stand'
import { drainQueue } from './queue'

const PER_SECOND = 50

type Open = { payment: OpenedPayment; token: string }

/** Orders whose money has reached the gateway, of which the shop was told nothing yet. */
const prepareOrders = async (args: {
  buyers: Buyers
  stand: Stand
  total: number
}): Promise<Open[]> => {
  const { buyers, stand, total } = args
  const simulator = openConnectionPool(targetOf(stand.simulatorUrl))
  const open: Open[] = []
  let next = 0
  const prepare = async (): Promise<void> => {
    while (next < total) {
      const { token } = await buyers.placeOrder(`settle-${next++}-${Date.now()}`)
      const payment = await buyers.openPayment(token)
      const { merchantOrderId } = payment
      const body = JSON.stringify({ merchantOrderId, sendCallback: false })
      await simulator.ask({ body, method: 'POST', path: '/__control/pay' })
      open.push({ payment, token })
    }
  }
  await Promise.all(Array.from({ length: 6 }, prepare))
  simulator.close()
  return open
}

const measure = async (stand: Stand, { seed, size }: GroupOptions): Promise<Measured[]> => {
  const buyers = makeBuyers({ ...stand, random: makeRandom(seed) })
  const total = Math.max(100, Math.round(1500 * size))
  const warm = 100
  const orders = await prepareOrders({ buyers, stand, total: total + warm })
  await drainQueue(stand, 240)
  const shop = openConnectionPool(targetOf(stand.webUrl))
  const settled: number[] = []
  const settle = async ({ payment, token }: Open): Promise<void> => {
    const { status } = await shop.ask(askCallback('/api/duitku/callback', payment))
    if (status !== 200) {
      throw new Error(`callback: ${status}`)
    }
    const acceptedAt = performance.now()
    await buyers.waitUntilPaid({ everyMs: 5, timeoutMs: 20_000, token })
    settled.push(performance.now() - acceptedAt)
  }
  const run = (list: Open[]): ReturnType<typeof runOpenLoop> =>
    runOpenLoop({
      ms: (list.length / PER_SECOND) * 1000,
      perSecond: PER_SECOND,
      work: (index) => settle(list[index] as Open),
    })
  await run(orders.slice(0, warm))
  settled.length = 0
  const { failed } = await run(orders.slice(warm))
  shop.close()
  buyers.close()
  const detail = `${total} callbacks at ${PER_SECOND}/s, each followed by polls every 5 ms; mails go out meanwhile`
  return [
    { bar: atMost(100), detail, name: 'settle-p50', unit: 'ms', value: percentile(settled, 0.5) },
    { bar: atMost(400), detail, name: 'settle-p99', unit: 'ms', value: percentile(settled, 0.99) },
    { bar: equal(0), detail: `of ${total}`, name: 'settle-failed', unit: '', value: failed },
  ]
}

/** From the callback's 200 until the status address says paid, at a steady fifty a second. */
export const settle: Group = async (options) => {
  const stand = await startStand()
  try {
    return await measure(stand, options)
  } finally {
    await stand.stop()
  }
}
