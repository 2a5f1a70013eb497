import { settleAttempt } from '@/plugin/payments'

import type { Buyers } from '../../support/load/buyer'
import type { End } from '../ends'
import type { Ground } from '../ground'

import { type RawAnswer, rawRequest } from '../../support/lastByte'
import { faultsOfPaidOnce } from '../ends'
import { pullLever } from '../gateway'
import {
  type Act,
  callbackRequest,
  checkRequest,
  expireAct,
  moveRequest,
  openRequest,
  returnRequest,
  statusRequest,
} from './acts'

/** One race, ready to be released: who runs, and what is wrong with an end. */
export type Race = {
  acts: Act[]
  /** What is wrong with the answers, seen together. */
  faultsOfAnswers?: (answers: readonly RawAnswer[]) => string[]
  faultsOfEnd: (end: End) => string[]
  requests: Buffer[]
  token: string
}

/** Makes a race of its kind about a new order. */
export type Plan = (args: { buyers: Buyers; ground: Ground; key: string }) => Promise<Race>

const when = (...facts: [boolean, string][]): string[] =>
  facts.filter(([holds]) => !holds).map(([, fault]) => fault)

const faultsOfUnpaid = (end: End): string[] =>
  when(
    [end.paymentState === 'unpaid', `says ${end.paymentState}`],
    [end.allocated === 0, `has ${end.allocated} credited`],
    [end.openAttempts <= 1, `has ${end.openAttempts} open attempts`],
    [end.receipts === 0, 'was told of money that never came'],
    [end.doubledMessages === 0, `has ${end.doubledMessages} messages twice`],
  )

type Opened = { amount: number; merchantOrderId: string; token: string }

const open = async ({ buyers, key }: { buyers: Buyers; key: string }): Promise<Opened> => {
  const { token } = await buyers.placeOrder(key)
  const { amount, merchantOrderId } = await buyers.openPayment(token)
  return { amount, merchantOrderId, token }
}

/** The money reaches the gateway, which keeps silent. */
const payQuietly = (ground: Ground, merchantOrderId: string, amount?: number): Promise<unknown> =>
  pullLever(ground.stand, 'pay', {
    merchantOrderId,
    sendCallback: false,
    wait: true,
    ...(amount === undefined ? {} : { amount }),
  })

/** Money is told by everybody at once: once credited. */
const moneyFromAllSides: Plan = async ({ buyers, ground, key }) => {
  const { merchantOrderId, token } = await open({ buyers, key })
  await payQuietly(ground, merchantOrderId)
  const callback = (variant?: string): Promise<Buffer> =>
    callbackRequest({ ground, merchantOrderId, ...(variant ? { variant } : {}) })
  return {
    acts: [],
    faultsOfEnd: faultsOfPaidOnce,
    requests: [
      await callback(),
      await callback(),
      await callback('otherReference'),
      checkRequest(token),
      returnRequest(token),
      openRequest(token),
      statusRequest(token),
    ],
    token,
  }
}

/** Two tabs, clicked twice each: one invoice. */
const twoTabs: Plan = async ({ buyers, key }) => {
  const { token } = await buyers.placeOrder(key)
  return {
    acts: [],
    faultsOfAnswers: (answers) => {
      const ids = new Set(answers.map(({ body }) => /"merchantOrderId":"([^"]+)"/.exec(body)?.[1]))
      return when(
        [answers.every(({ status }) => status === 200), 'refuses a tab'],
        [ids.size === 1, `gave its tabs ${ids.size} attempts`],
      )
    },
    faultsOfEnd: (end) => [
      ...faultsOfUnpaid(end),
      ...when([end.attempts.length === 1, `has ${end.attempts.length} attempts`]),
    ],
    requests: [openRequest(token), openRequest(token), openRequest(token), openRequest(token)],
    token,
  }
}

/** The money comes in the second in which the attempt lapses: it counts. */
const moneyAndTimer: Plan = async ({ buyers, ground, key }) => {
  const { merchantOrderId, token } = await open({ buyers, key })
  await payQuietly(ground, merchantOrderId)
  return {
    acts: [expireAct(ground, merchantOrderId)],
    faultsOfEnd: faultsOfPaidOnce,
    requests: [
      await callbackRequest({ ground, merchantOrderId }),
      checkRequest(token),
      statusRequest(token),
    ],
    token,
  }
}

/** Nobody pays; the timer and impatient tabs meet: at most one attempt stays open. */
const timerAndTabs: Plan = async ({ buyers, ground, key }) => {
  const { merchantOrderId, token } = await open({ buyers, key })
  return {
    acts: [expireAct(ground, merchantOrderId), expireAct(ground, merchantOrderId)],
    faultsOfEnd: (end) => [
      ...faultsOfUnpaid(end),
      ...when([end.attempts.every(({ state }) => state !== 'created'), 'left an attempt unasked']),
    ],
    requests: [
      openRequest(token, true),
      openRequest(token, true),
      openRequest(token),
      checkRequest(token),
    ],
    token,
  }
}

const findId = async (args: {
  ground: Ground
  table: 'orders' | 'reviews'
  token: string
}): Promise<string> => {
  const { ground, table, token } = args
  const [row] = await ground.stand.database.rows<{ id: string }>(
    table === 'orders'
      ? 'select id from orders where token = $1'
      : 'select r.id from reviews r join orders o on o.id = r.order_id where o.token = $1',
    [token],
  )
  if (!row) {
    throw new Error(`No row of ${table} about ${token}`)
  }
  return row.id
}

/** The money comes while an admin cancels: paid, or cancelled with the whole money on the list. */
const moneyAndCancel: Plan = async ({ buyers, ground, key }) => {
  const { merchantOrderId, token } = await open({ buyers, key })
  await payQuietly(ground, merchantOrderId)
  const id = await findId({ ground, table: 'orders', token })
  return {
    acts: [],
    faultsOfEnd: (end) =>
      end.state !== 'cancelled'
        ? faultsOfPaidOnce(end)
        : when(
            [end.allocated === 0, 'is cancelled and credited'],
            [end.arrivals === 1, `has ${end.arrivals} arrivals of money`],
            [end.excess === end.total, `owes ${end.excess} of ${end.total} back`],
            [
              end.reviews.length === 1 && end.reviews[0]?.kind === 'cancelledOrder',
              `is cancelled with ${end.reviews.length} reviews`,
            ],
          ),
    requests: [
      await callbackRequest({ ground, merchantOrderId }),
      moveRequest({ event: 'cancel', ground, id, slug: 'orders' }),
      openRequest(token),
      checkRequest(token),
    ],
    token,
  }
}

/** Two attempts are paid, and both are told at once: the second waits on the review list. */
const twoMoneys: Plan = async ({ buyers, ground, key }) => {
  const { merchantOrderId: first, token } = await open({ buyers, key })
  await ground.pool.ask({
    body: '{"renew":true}',
    headers: 'content-type: application/json\r\n',
    method: 'POST',
    path: `/api/shop/orders/${token}/payments`,
  })
  const { merchantOrderId: second } = await buyers.openPayment(token)
  await payQuietly(ground, first)
  await payQuietly(ground, second)
  return {
    acts: [],
    faultsOfEnd: (end) =>
      when(
        [first !== second, 'never had a second attempt'],
        [end.paymentState === 'paid', `says ${end.paymentState}`],
        [end.allocated === end.total, `has ${end.allocated} of ${end.total} credited`],
        [end.arrivals === 2, `has ${end.arrivals} arrivals of money`],
        [end.excess === end.total, `owes ${end.excess} of ${end.total} back`],
        [
          end.reviews.length === 1 && end.reviews[0]?.kind === 'double',
          `has ${end.reviews.length} reviews of double money`,
        ],
        [end.receipts === 1, `has ${end.receipts} receipts`],
      ),
    requests: [
      await callbackRequest({ ground, merchantOrderId: first }),
      await callbackRequest({ ground, merchantOrderId: second }),
      await callbackRequest({ ground, merchantOrderId: first }),
      await callbackRequest({ ground, merchantOrderId: second }),
      checkRequest(token),
    ],
    token,
  }
}

/** "Failed" and "paid" are told at once about one attempt that is paid: paid. */
const failureAndMoney: Plan = async ({ buyers, ground, key }) => {
  const { merchantOrderId, token } = await open({ buyers, key })
  await payQuietly(ground, merchantOrderId)
  return {
    acts: [],
    faultsOfEnd: faultsOfPaidOnce,
    requests: [
      await callbackRequest({ ground, merchantOrderId, variant: 'failed02' }),
      await callbackRequest({ ground, merchantOrderId }),
      await callbackRequest({ ground, merchantOrderId, variant: 'failed01' }),
      returnRequest(token),
    ],
    token,
  }
}

/** The gateway declined, and the buyer tries again in the same moment. */
const failureAndRetry: Plan = async ({ buyers, ground, key }) => {
  const { merchantOrderId, token } = await open({ buyers, key })
  await pullLever(ground.stand, 'fail', { merchantOrderId, sendCallback: false, wait: true })
  return {
    acts: [],
    faultsOfEnd: faultsOfUnpaid,
    requests: [
      await callbackRequest({ ground, merchantOrderId }),
      checkRequest(token),
      openRequest(token, true),
      openRequest(token),
    ],
    token,
  }
}

/** Too little money, told three times: put aside once, whole, nothing credited. */
const tooLittle: Plan = async ({ buyers, ground, key }) => {
  const { amount, merchantOrderId, token } = await open({ buyers, key })
  await payQuietly(ground, merchantOrderId, amount - 1)
  return {
    acts: [expireAct(ground, merchantOrderId)],
    faultsOfEnd: (end) =>
      when(
        [end.paymentState === 'unpaid', `says ${end.paymentState}`],
        [end.allocated === 0, `has ${end.allocated} credited`],
        [end.arrivals === 1, `has ${end.arrivals} arrivals of money`],
        [end.excess === amount - 1, `owes ${end.excess} of ${amount - 1} back`],
        [
          end.reviews.length === 1 && end.reviews[0]?.kind === 'amountMismatch',
          `has ${end.reviews.length} reviews of too little money`,
        ],
      ),
    requests: [
      await callbackRequest({ ground, merchantOrderId }),
      await callbackRequest({ ground, merchantOrderId }),
      checkRequest(token),
      returnRequest(token),
    ],
    token,
  }
}

/** Admins decide differently about the same money at once: one decision stands. */
const twoAdmins: Plan = async ({ buyers, ground, key }) => {
  const { amount, merchantOrderId, token } = await open({ buyers, key })
  await payQuietly(ground, merchantOrderId, amount - 1)
  await settleAttempt({ merchantOrderId, payload: ground.payload })
  const id = await findId({ ground, table: 'reviews', token })
  const decide = (event: string): Buffer => moveRequest({ event, ground, id, slug: 'reviews' })
  return {
    acts: [],
    faultsOfAnswers: (answers) => {
      const won = answers.filter(({ status }) => status === 200).length
      return when([won === 1, `had ${won} decisions accepted`])
    },
    faultsOfEnd: (end) =>
      when(
        [end.arrivals === 1, `has ${end.arrivals} arrivals of money`],
        [
          end.allocated === 0 || end.allocated === amount - 1,
          `has ${end.allocated} of ${amount - 1} credited`,
        ],
        [
          end.reviews.length === 1 && end.reviews[0]?.state !== 'open',
          'has money that nobody decided about',
        ],
      ),
    requests: [decide('credit'), decide('markRefund'), decide('markRefund'), decide('credit')],
    token,
  }
}

/** One cart sent many times with one key: one order. */
const oneKey: Plan = async ({ buyers, ground, key }) => {
  const { token } = await buyers.placeOrder(key)
  const [cart] = await ground.stand.database.rows<{ body: string }>(
    `select json_build_object('acceptedTerms', true, 'customer', json_build_object('email', o.email,
        'name', o.customer_name, 'phone', o.phone), 'items', (select json_agg(json_build_object(
        'product', i.product_slug, 'quantity', i.quantity)) from order_items i where i.order_id = o.id))::text as body
      from orders o where o.token = $1`,
    [token],
  )
  const request = rawRequest({
    body: cart?.body ?? '',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `${key}-once` },
    path: '/api/shop/orders',
  })
  return {
    acts: [],
    faultsOfAnswers: (answers) => {
      const tokens = new Set(answers.map(({ body }) => /"token":"([^"]+)"/.exec(body)?.[1]))
      return when(
        [answers.every(({ status }) => status === 201), 'refuses a repeated cart'],
        [tokens.size === 1, `made ${tokens.size} orders of one cart`],
      )
    },
    faultsOfEnd: faultsOfUnpaid,
    requests: [request, request, request, request],
    token,
  }
}

/** Every kind of race. */
export const plans: Readonly<Record<string, Plan>> = {
  failureAndMoney,
  failureAndRetry,
  moneyAndCancel,
  moneyAndTimer,
  moneyFromAllSides,
  oneKey,
  timerAndTabs,
  tooLittle,
  twoAdmins,
  twoMoneys,
  twoTabs,
}
