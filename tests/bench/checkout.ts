import type { Group, GroupOptions } from '../support/figures/program'

import { atLeast, atMost, equal, type Measured } from '../support/figures/row'
import { makeBuyers } from '../support/load/buyer'
import { makeRandom } from '../support/load/random'
import { percentile } from '../support/load/samples'
import { type Stand, startStand } from '../support/stand'

const WORKERS = 16

const countOpen = async (stand: Stand, tokens: string[]): Promise<number> => {
  const [row] = await stand.database.rows<{ open: number }>(
    `select count(*)::int as open from orders o join payments p on p.order_id = o.id
      where o.token = any($1::text[]) and p.state = 'pending' and p.payment_url is not null
        and p.reference is not null and p.amount = o.total`,
    [tokens],
  )
  return row?.open ?? 0
}

const measure = async (stand: Stand, { seed, size }: GroupOptions): Promise<Measured[]> => {
  const buyers = makeBuyers({ ...stand, random: makeRandom(seed) })
  const total = Math.max(100, Math.round(3000 * size))
  const tokens: string[] = []
  const samples: number[] = []
  let failed = 0
  let next = 0
  const checkOut = async (key: string): Promise<void> => {
    const startedAt = performance.now()
    const { token } = await buyers.placeOrder(key)
    await buyers.openPayment(token)
    samples.push(performance.now() - startedAt)
    tokens.push(token)
  }
  const work = async (): Promise<void> => {
    while (next < total) {
      await checkOut(`checkout-${next++}`).catch(() => failed++)
    }
  }
  for (let index = 0; index < 100; index++) {
    await checkOut(`checkout-warm-${index}`)
  }
  tokens.length = 0
  samples.length = 0
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: WORKERS }, work))
  const seconds = (performance.now() - startedAt) / 1000
  const open = await countOpen(stand, tokens)
  buyers.close()
  const detail = `${total} checkouts, ${WORKERS} at once, simulator, worker and mails on the same machine`
  return [
    { bar: atLeast(50), detail, name: 'checkout-rate', unit: '/s', value: open / seconds },
    {
      bar: atMost(800),
      detail: `p50 ${percentile(samples, 0.5).toFixed(0)} ms`,
      name: 'checkout-p99',
      unit: 'ms',
      value: percentile(samples, 0.99),
    },
    {
      bar: equal(0),
      detail: `of ${total}`,
      name: 'checkout-failed',
      unit: '',
      value: failed + tokens.length - open,
    },
  ]
}

/** Order placed and attempt open at the gateway, sixteen guests at once. */
export const checkout: Group = async (options) => {
  const stand = await startStand()
  try {
    return await measure(stand, options)
  } finally {
    await stand.stop()
  }
}
