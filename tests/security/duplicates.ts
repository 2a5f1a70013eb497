import type { Group } from '../support/figures/program'

import { drainQueue } from '../bench/queue'
import { atLeast, equal, type Measured } from '../support/figures/row'
import { rawRequest, releaseTogether } from '../support/lastByte'
import { targetOf } from '../support/load/address'
import { type Buyers, makeBuyers } from '../support/load/buyer'
import { makeRandom, type Random } from '../support/load/random'
import { faultsOfPaidOnce, readEnds } from './ends'
import { drawShape, pullLever } from './gateway'
import { ensureWorker, enterGround, type Ground } from './ground'
import { inLanes } from './lanes'

const FULL = 10_000
const WIDTH = 100
const MIXED = 10

type Paid = { request: Buffer; token: string }

/** An order whose money is at the gateway, while the shop has not heard of it. */
const payUnheard = async (args: { buyers: Buyers; ground: Ground; key: string }): Promise<Paid> => {
  const { buyers, ground, key } = args
  const { token } = await buyers.placeOrder(key)
  const { merchantOrderId } = await buyers.openPayment(token)
  await pullLever(ground.stand, 'pay', { merchantOrderId, sendCallback: false, wait: true })
  const { body, contentType } = await drawShape({ merchantOrderId, stand: ground.stand })
  const headers = { 'Content-Type': contentType }
  return { request: rawRequest({ body, headers, path: '/api/duitku/callback' }), token }
}

const payMany = async (ground: Ground, random: Random, count: number): Promise<Paid[]> => {
  const buyers = makeBuyers({ ...ground.stand, random })
  const paid: Paid[] = []
  const run = random.text(8)
  await inLanes({
    lanes: 8,
    total: count,
    work: async (at) => {
      paid.push(await payUnheard({ buyers, ground, key: `duplicates-${run}-${at}` }))
    },
  })
  buyers.close()
  return paid
}

/** A hundred of one order, then ten of each of ten orders, in turn. */
const drawBatch = (paid: readonly Paid[], at: number): Buffer[] =>
  Array.from({ length: WIDTH }, (_, place) => {
    const offset = at % 2 === 0 ? 0 : place % MIXED
    return paid[(at + offset) % paid.length]?.request ?? Buffer.alloc(0)
  })

const countKinds = (statuses: readonly number[]): string =>
  [...new Set(statuses)]
    .map((status) => `${status} × ${statuses.filter((other) => other === status).length}`)
    .join(', ')

const judge = async (args: {
  ground: Ground
  paid: readonly Paid[]
  statuses: readonly number[]
}): Promise<Measured[]> => {
  const { ground, paid, statuses } = args
  const tokens = paid.map(({ token }) => token)
  const ends = await readEnds(ground.stand.database, tokens)
  const faulty = tokens.flatMap((token) => {
    const end = ends.get(token)
    const faults = end ? faultsOfPaidOnce(end) : ['is gone']
    const events = end?.attempts.reduce((sum, attempt) => sum + attempt.events, 0)
    return events === 1 ? faults : [...faults, `kept its callback ${events} times`]
  })
  const doubled = [...ends.values()].filter(
    ({ allocated, arrivals, doubledMessages, receipts, total }) =>
      allocated > total || arrivals > 1 || receipts > 1 || doubledMessages > 0,
  )
  return [
    {
      bar: equal(0),
      detail: 'orders with two credits, two arrivals in the books or two receipts to one recipient',
      name: 'double-credits',
      unit: '',
      value: doubled.length,
    },
    {
      bar: equal(0),
      detail: countKinds(statuses),
      name: 'duplicate-non-200',
      unit: '',
      value: statuses.filter((status) => status !== 200).length,
    },
    {
      bar: equal(0),
      detail: `of ${paid.length} orders not paid once, in full, told once: ${faulty[0] ?? 'none'}`,
      name: 'duplicates-not-credited-once',
      unit: '',
      value: faulty.length,
    },
  ]
}

/** Genuine callbacks, a hundred in one moment: every one is answered 200, the money counts once. */
export const duplicates: Group = async ({ seed, size }) => {
  const ground = await enterGround()
  await ensureWorker(ground)
  const total = Math.max(600, Math.round(FULL * size))
  const batches = Math.ceil(total / WIDTH)
  const paid = await payMany(ground, makeRandom(seed + 1), batches)
  const { port } = targetOf(ground.stand.webUrl)
  const statuses: number[] = []
  for (let at = 0; at < batches; at++) {
    const answers = await releaseTogether({ port, requests: drawBatch(paid, at) })
    statuses.push(...answers.map(({ status }) => status))
  }
  await drainQueue(ground.stand, 180)
  return [
    {
      bar: atLeast(total),
      detail: `${batches} batches of ${WIDTH}, released on the last byte, about ${paid.length} orders`,
      name: 'duplicates-tried',
      unit: '',
      value: statuses.length,
    },
    ...(await judge({ ground, paid, statuses })),
  ]
}
