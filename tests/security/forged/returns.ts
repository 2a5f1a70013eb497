import type { Random } from '../../support/load/random'
import type { Ground } from '../ground'

import { atLeast, equal, type Measured } from '../../support/figures/row'
import { makeBuyers, type OpenedPayment } from '../../support/load/buyer'
import { inLanes } from '../lanes'
import { sayAll } from '../say'
import { countPaid } from './countPaid'

const FULL = 10_000
const ORDERS = 20
const LANES = 8
const PATH = '/pembayaran/selesai'
const SUCCESS = 'Pembayaran berhasil'
const PENDING = 'Menunggu pembayaran'

type Open = OpenedPayment & { token: string }

/** What somebody who wants goods for nothing writes behind the return address. */
const drawQuery = (random: Random, order: Open): string => {
  const query = new URLSearchParams({
    merchantOrderId: order.merchantOrderId,
    reference: random.pick([order.reference, `DS${random.text(12)}`]),
    resultCode: random.pick(['00', '0', '000', ' 00']),
    token: order.token,
  })
  for (const name of ['paymentState', 'state', 'status', 'statusCode', 'signature', 'amount']) {
    if (random.below(2) === 0) {
      query.append(name, random.pick(['paid', 'lunas', '00', 'SUCCESS', '1', random.text(32)]))
    }
  }
  return query.toString()
}

const readPage = async (ground: Ground, query: string): Promise<string> => {
  const { body, status } = await ground.pool.ask({ path: `${PATH}?${query}` })
  return status === 200 ? body : `HTTP ${status}`
}

/**
 * Ten thousand returns that claim success for orders nobody paid: the page says that it waits. At the
 * end one is paid for real, and the same page says so: else a page that never says it would be green.
 */
export const forgeReturns = async (args: {
  ground: Ground
  random: Random
  size: number
}): Promise<Measured[]> => {
  const { ground, random, size } = args
  const buyers = makeBuyers({ ...ground.stand, random })
  const orders: Open[] = []
  for (let at = 0; at < ORDERS; at++) {
    const { token } = await buyers.placeOrder(`returns-${at}-${random.text(8)}`)
    orders.push({ ...(await buyers.openPayment(token)), token })
  }
  const total = Math.max(300, Math.round(FULL * size))
  const wrong: string[] = []
  await inLanes({
    lanes: LANES,
    total,
    work: async () => {
      const query = drawQuery(random, random.pick(orders))
      const page = await readPage(ground, query)
      if (page.includes(SUCCESS) || !page.includes(PENDING)) {
        wrong.push(`${query} → ${page.slice(0, 60)}`)
      }
    },
  })
  const paid = await countPaid(
    ground,
    orders.map(({ token }) => token),
  )
  sayAll('believed', wrong)
  const [honest] = orders
  if (!honest) {
    throw new Error('There is no order to pay')
  }
  await buyers.pay(honest)
  await buyers.waitUntilPaid({ everyMs: 50, timeoutMs: 30_000, token: honest.token })
  const page = await readPage(ground, `token=${honest.token}`)
  buyers.close()
  return [
    {
      bar: atLeast(total),
      detail: `return pages of ${ORDERS} unpaid orders with a forged result`,
      name: 'returns-tried',
      unit: '',
      value: total,
    },
    {
      bar: equal(0),
      detail: `pages that say "paid" or do not say "waiting" ${wrong.length}, orders paid ${paid}; ${wrong[0] ?? ''}`,
      name: 'returns-believed',
      unit: '',
      value: wrong.length + paid,
    },
    {
      bar: equal(1),
      detail: 'control: a paid order’s return page says so',
      name: 'return-of-paid',
      unit: '',
      value: page.includes(SUCCESS) ? 1 : 0,
    },
  ]
}
