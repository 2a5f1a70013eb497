import { afterEach, beforeAll, describe, expect, it } from 'vitest'

import { demoDisbursement } from '@/config/standIns'
import { startWorker } from '@/plugin/kernel/queue'
import { clock } from '@/plugin/kernel/time'
import { refundsRuntime, transferTask } from '@/plugin/refunds'
import { readBooks, readMessages } from '../../support/books'
import { makeRefundDesk, makeTransferDesk } from '../../support/refunds'
import { useShop } from '../../support/useShop'
import { spawnWorker, waitForExit } from '../queue/processes'

const inUse = useShop(demoDisbursement)
const desk = makeRefundDesk(inUse)
const { approve, buy, people } = desk
const { begin, carry, press, read } = makeTransferDesk(inUse)
const PRICE = 750_000

beforeAll(desk.enter)
afterEach(() => clock.release())

type Call = 'check' | 'findStatus' | 'send'

/** A process dies around a call: nothing that it would have done afterwards happens. */
const dieAt = (call: Call, when: 'after' | 'before'): (() => void) => {
  const runtime = refundsRuntime.get(inUse.shop.payload)
  const { disburser } = runtime
  if (!disburser) {
    throw new Error('The disbursement is off')
  }
  const die = async (input: never): Promise<never> => {
    if (when === 'after') {
      await disburser[call](input)
    }
    throw new Error('killed')
  }
  Object.assign(runtime, { disburser: { ...disburser, [call]: die } })
  return () => Object.assign(runtime, { disburser })
}

const paidTo = (account: string) =>
  inUse.shop.gateway.transfers().filter((each) => each.account === account && each.state === 'done')

/** What the shop does by itself from here on: the job until it rests, the owner's presses, the days. */
const goOn = async (refundId: string, account: string): Promise<void> => {
  for (let round = 0; round < 3; round++) {
    const { code, json } = await begin(refundId, people.owner, { account })
    if (code) {
      return
    }
    await finish(json.transfer.id)
  }
}

const finish = async (id: string): Promise<void> => {
  for (const minutes of [0, 1, 20, 40]) {
    const { sentAt, state } = await read(id)
    if (state === 'checked') {
      await press(id, 'send', people.owner)
    }
    if (sentAt) {
      clock.freeze(new Date(sentAt.getTime() + minutes * 60_000))
    }
    await carry(id)
  }
  clock.release()
}

let count = 0

describe('A process that is killed', () => {
  it.each([
    ['before the account is looked up', 'check', 'before'],
    ['after the account was looked up, before that is noted', 'check', 'after'],
    ['after the right to give the order was taken, before it is given', 'send', 'before'],
    ['after the order was given, before the answer is noted', 'send', 'after'],
    ['before it asks what became of the order', 'findStatus', 'before'],
    ['after it heard that the money was sent, before the books say so', 'findStatus', 'after'],
  ] as const)('%s: the customer is paid once, and the books know', async (_, call, when) => {
    count += 1
    const account = `77000000${count}`
    const token = await buy()
    const refundId = await approve(token, PRICE)
    const { id } = (await begin(refundId, people.owner, { account })).json.transfer
    const heal = dieAt(call, when)
    try {
      await carry(id).catch(() => undefined)
      if ((await read(id)).state === 'checked') {
        await press(id, 'send', people.owner)
        await expect(carry(id)).rejects.toThrow('killed')
      }
    } finally {
      heal()
    }
    expect((await readBooks(inUse.shop.payload, token)).refunds).toBeUndefined()
    await finish(id)
    await goOn(refundId, account)
    expect(paidTo(account)).toHaveLength(1)
    expect((await desk.readRefunds(token))[0]?.state).toBe('executed')
    expect(await readBooks(inUse.shop.payload, token)).toEqual({ refunds: PRICE, sales: -PRICE })
    const told = await readMessages(inUse.shop.payload, token)
    expect(told.filter((line) => line === 'refund.sent → customer')).toHaveLength(1)
  })
})

const script = new URL('./workerProcess.ts', import.meta.url)

/** A process of its own is killed while the service keeps it waiting for this answer. */
const killWhileWaiting = async (
  endpoint: 'disbursementInquiry' | 'disbursementStatus' | 'disbursementTransfer',
  work: () => Promise<void>,
): Promise<void> => {
  const { gateway } = inUse.shop
  const before = gateway.state().requests[endpoint] ?? 0
  gateway.addFault({ delayMs: 20_000, endpoint, kind: 'delay' })
  const child = await spawnWorker({ script })
  try {
    await work()
    await expect
      .poll(() => gateway.state().requests[endpoint] ?? 0, { timeout: 20_000 })
      .toBe(before + 1)
  } finally {
    child.kill('SIGKILL')
    await waitForExit(child)
    gateway.clearFaults()
  }
}

describe('A worker process that gets SIGKILL while it waits', () => {
  it.each(['disbursementInquiry', 'disbursementTransfer', 'disbursementStatus'] as const)(
    'for the answer of %s leaves work that another one ends: one payment, one booking',
    async (endpoint) => {
      count += 1
      const account = `77000000${count}`
      const token = await buy()
      const refundId = await approve(token, PRICE)
      let id = ''
      const start = async (): Promise<void> => {
        id = (await begin(refundId, people.owner, { account })).json.transfer.id
      }
      const order = async (): Promise<void> => {
        await expect.poll(async () => (await read(id)).state, { timeout: 20_000 }).toBe('checked')
        expect((await press(id, 'send', people.owner)).status).toBe(200)
      }
      await killWhileWaiting(endpoint, async () => {
        await start()
        if (endpoint !== 'disbursementInquiry') {
          await order()
        }
      })
      expect((await desk.readRefunds(token))[0]?.state).toBe('approved')
      const worker = await startWorker({
        connectionString: process.env.DATABASE_URL ?? '',
        crons: [],
        payload: inUse.shop.payload,
        tasks: [transferTask],
      })
      try {
        if (endpoint === 'disbursementInquiry') {
          await order()
        }
        await expect
          .poll(async () => (await desk.readRefunds(token))[0]?.state, { timeout: 30_000 })
          .toBe('executed')
      } finally {
        await worker.stop()
      }
      expect(paidTo(account)).toHaveLength(1)
      expect(await readBooks(inUse.shop.payload, token)).toEqual({ refunds: PRICE, sales: -PRICE })
    },
    120_000,
  )
})
