import type { Group, GroupOptions } from '../support/figures/program'

import { atLeast, atMost, equal, type Measured } from '../support/figures/row'
import { targetOf } from '../support/load/address'
import { makeBuyers } from '../support/load/buyer'
import { runClosedLoop } from '../support/load/closedLoop'
import { makeRandom, type Random } from '../support/load/random'
import { median, percentile } from '../support/load/samples'
import { type Stand, startStand } from '../support/stand'
import { measureAccount } from './accountPage'

const CONNECTIONS = 16
/** Many and short: a machine that is busy elsewhere for seconds then meets both pages alike. */
const ROUNDS = 21
/** Readers who have their order's page open and reload it at the same time. */
const ORDER_READERS = 8
const PRODUCTS = ['analisis-keamanan-web', 'konsultasi-it-1-jam', 'template-portofolio-premium']
/** The form that finds an order: nothing on it comes from the catalogue. */
const STATIC = '/pesanan'

type Pressed = { bytes: number; failed: number; perSecond: number; samples: number[] }

const press = async (args: {
  connections: number
  ms: number
  nextPath: () => string
  stand: Stand
}): Promise<Pressed> => {
  const { connections, ms, nextPath, stand } = args
  let bytes = 0
  let count = 0
  const result = await runClosedLoop({
    connections,
    isGood: ({ body, status }) => {
      bytes += body.length
      count++
      return status === 200 && body.includes('</html>')
    },
    makeAsk: () => ({ path: nextPath() }),
    ms,
    target: targetOf(stand.webUrl),
  })
  return { ...result, bytes: count === 0 ? 0 : bytes / count }
}

/** A baseline that is rendered anew for each reader would flatter whatever stands beside it. */
const assertPrerendered = async (stand: Stand, path: string): Promise<void> => {
  const { headers } = await fetch(`${stand.webUrl}${path}`)
  if (headers.get('x-nextjs-cache') !== 'HIT') {
    throw new Error(`${path} is no static page`)
  }
}

const measureProducts = async (args: {
  ms: number
  random: Random
  stand: Stand
}): Promise<Measured[]> => {
  const { ms, random, stand } = args
  const shared = { connections: CONNECTIONS, stand }
  const product = (length: number): Promise<Pressed> =>
    press({ ...shared, ms: length, nextPath: () => `/produk/${random.pick(PRODUCTS)}` })
  const fixed = (length: number): Promise<Pressed> =>
    press({ ...shared, ms: length, nextPath: () => STATIC })
  await product(2000)
  await fixed(2000)
  await assertPrerendered(stand, STATIC)
  const rounds: { fixed: Pressed; product: Pressed }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({ product: await product(ms / 4), fixed: await fixed(ms / 4) })
  }
  const kilobytes = (name: 'fixed' | 'product'): string =>
    ((rounds[0]?.[name].bytes ?? 0) / 1000).toFixed(0)
  const baseline = median(rounds.map((round) => round.fixed.perSecond))
  return [
    {
      bar: atLeast(0.9),
      baseline: 1,
      detail: `product pages (${kilobytes('product')} kB) to the static page ${STATIC} (${kilobytes('fixed')} kB); median of ${rounds.length} interleaved rounds of ${ms / 4} ms`,
      name: 'product-page-ratio',
      unit: '×',
      value: median(rounds.map((round) => round.product.perSecond / round.fixed.perSecond)),
    },
    {
      baseline,
      detail: `${CONNECTIONS} connections, not compressed; baseline: the static page`,
      name: 'product-page-rate',
      unit: '/s',
      value: median(rounds.map((round) => round.product.perSecond)),
    },
    {
      bar: equal(0),
      detail: 'answers other than a whole page',
      name: 'product-page-failed',
      unit: '',
      value: rounds.reduce((sum, round) => sum + round.product.failed + round.fixed.failed, 0),
    },
  ]
}

/** Order pages: half of them wait for their payment, half are not yet asked to pay. */
const measureOrders = async (args: {
  ms: number
  random: Random
  stand: Stand
}): Promise<Measured[]> => {
  const { ms, random, stand } = args
  const buyers = makeBuyers({ ...stand, random })
  const tokens: string[] = []
  for (let index = 0; index < 40; index++) {
    const { token } = await buyers.placeOrder(`pages-${index}-${random.text(8)}`)
    if (index % 2 === 0) {
      await buyers.openPayment(token)
    }
    tokens.push(token)
  }
  buyers.close()
  const read = (length: number): Promise<Pressed> =>
    press({
      connections: ORDER_READERS,
      ms: length,
      nextPath: () => `/pesanan/${random.pick(tokens)}`,
      stand,
    })
  await read(3000)
  const { failed, perSecond, samples } = await read(ms)
  return [
    {
      bar: atMost(200),
      detail: `${samples.length} pages of ${tokens.length} orders, ${ORDER_READERS} readers at once; p50 ${percentile(samples, 0.5).toFixed(0)} ms, ${perSecond.toFixed(0)}/s`,
      name: 'order-page-p95',
      unit: 'ms',
      value: percentile(samples, 0.95),
    },
    {
      bar: equal(0),
      detail: `of ${samples.length}`,
      name: 'order-page-failed',
      unit: '',
      value: failed,
    },
  ]
}

const measure = async (stand: Stand, { seed, size }: GroupOptions): Promise<Measured[]> => {
  const random = makeRandom(seed)
  const ms = Math.max(1000, 4000 * size)
  const products = await measureProducts({ ms, random, stand })
  const orders = await measureOrders({ ms: 3 * ms, random, stand })
  return [...products, ...orders, ...(await measureAccount({ ms: 2 * ms, stand }))]
}

/** What visitors see: product pages against a static page, and the page of an order. */
export const pages: Group = async (options) => {
  const stand = await startStand()
  try {
    return await measure(stand, options)
  } finally {
    await stand.stop()
  }
}
