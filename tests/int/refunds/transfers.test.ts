import { afterEach, beforeAll, describe, expect, it } from 'vitest'

import { demoDisbursement } from '@/config/standIns'
import { queryRows, sql } from '@/plugin/kernel/payload'
import { startWorker } from '@/plugin/kernel/queue'
import { clock } from '@/plugin/kernel/time'
import { transferTask } from '@/plugin/refunds'
import { readBooks, readMessages } from '../../support/books'
import { readDelivery } from '../../support/deliveries'
import { readSubjects } from '../../support/moves'
import { makeRefundDesk, makeTransferDesk } from '../../support/refunds'
import { useShop } from '../../support/useShop'

const inUse = useShop(demoDisbursement)
const desk = makeRefundDesk(inUse)
const { approve, buy, people } = desk
const { begin, carry, press, read, readNextRun, readPaid } = makeTransferDesk(inUse)
const PRICE = 750_000
const MINUTE = 60_000

beforeAll(desk.enter)

afterEach(() => {
  clock.release()
  inUse.shop.gateway.configure({
    disbursementBalance: 10_000_000_000,
    lostCode: '-420',
    transferCode: '',
    transferFate: 'done',
  })
})

type Made = { id: string; refundId: string; token: string }

/** An approved refund of the whole payment whose account was looked up. */
const checked = async (amount = PRICE): Promise<Made> => {
  const token = await buy()
  const refundId = await approve(token, amount)
  const { json, status } = await begin(refundId, people.admin)
  expect(status).toBe(201)
  const { id } = json.transfer
  await carry(id)
  expect((await read(id)).state).toBe('checked')
  return { id, refundId, token }
}

const ordered = async (amount = PRICE): Promise<Made> => {
  const made = await checked(amount)
  expect((await press(made.id, 'send', people.owner)).json.state).toBe('sending')
  return made
}

const stateOf = async (token: string): Promise<string | undefined> =>
  (await desk.readRefunds(token))[0]?.state

const expectSent = async ({ id, token }: Made): Promise<void> => {
  expect([(await read(id)).state, await stateOf(token)]).toEqual(['sent', 'executed'])
  expect(await readPaid(id)).toBe(1)
  expect(await readBooks(inUse.shop.payload, token)).toEqual({ refunds: PRICE, sales: -PRICE })
  const told = await readMessages(inUse.shop.payload, token)
  expect(told.filter((line) => line === 'refund.sent → customer')).toHaveLength(1)
}

const expectNothingMoved = async ({ id, token }: Made): Promise<void> => {
  expect(await stateOf(token)).toBe('approved')
  expect(await readPaid(id)).toBe(0)
  expect((await readBooks(inUse.shop.payload, token)).refunds).toBeUndefined()
  expect(await readMessages(inUse.shop.payload, token)).not.toContain('refund.sent → customer')
}

/** So much later than the order was given. */
const wait = async (id: string, minutes: number): Promise<void> => {
  const { sentAt } = await read(id)
  clock.freeze(new Date((sentAt?.getTime() ?? 0) + minutes * MINUTE))
}

describe('A refund that the disbursement sends', () => {
  it('looks the account up, is sent by an owner, and only what the service reports is true', async () => {
    const made = await checked()
    expect((await read(made.id)).holder).toBe('BUDI SANTOSO')
    await expectNothingMoved(made)
    expect((await press(made.id, 'send', people.owner)).status).toBe(200)
    await expectNothingMoved(made)
    await carry(made.id)
    await expectSent(made)
    expect((await inUse.buyer.look(made.token)).paymentState).toBe('refunded')
    expect((await readDelivery(inUse.shop, made.token)).state).toBe('cancelled')
    const [row] = await queryRows<{ evidence: string; method: string }>(
      inUse.shop.payload,
      sql`select method, evidence from refunds where id = ${made.refundId}`,
    )
    const { reference } = await read(made.id)
    expect(row).toEqual({
      evidence: expect.stringContaining(`Duitku ${reference}`),
      method: 'disbursement',
    })
  })

  it('goes through the queue: what is pressed is carried out by a worker', async () => {
    const made = await checked()
    const worker = await startWorker({
      concurrency: 2,
      connectionString: process.env.DATABASE_URL ?? '',
      crons: [],
      payload: inUse.shop.payload,
      tasks: [transferTask],
    })
    try {
      await press(made.id, 'send', people.owner)
      await expect.poll(() => stateOf(made.token), { timeout: 20_000 }).toBe('executed')
    } finally {
      await worker.stop()
    }
    await expectSent(made)
  })

  it('is begun once and sent once, however often it is pressed and run', async () => {
    const token = await buy()
    const refundId = await approve(token, PRICE)
    const begun = await Promise.all(Array.from({ length: 8 }, () => begin(refundId, people.owner)))
    expect(begun.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)])
    expect(new Set(begun.map(({ code }) => code))).toEqual(new Set([undefined, 'refund.onTheWay']))
    const id = begun.find(({ status }) => status === 201)?.json.transfer.id ?? ''
    await Promise.all([carry(id), carry(id), carry(id)])
    const sends = await Promise.all(
      Array.from({ length: 8 }, () => press(id, 'send', people.owner, { from: 'checked' })),
    )
    expect(sends.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)])
    await Promise.all(Array.from({ length: 6 }, () => carry(id)))
    await carry(id)
    await expectSent({ id, refundId, token })
    const heard = inUse.shop.gateway.transfers().filter(({ heard: times }) => times > 1)
    expect(heard).toEqual([])
  })

  it('of a part leaves the order paid', async () => {
    const made = await ordered(200_000)
    await carry(made.id)
    expect(await stateOf(made.token)).toBe('executed')
    expect((await inUse.buyer.look(made.token)).paymentState).toBe('paid')
  })
})

describe('An answer that proves nothing', () => {
  it.each([
    ['no answer although it was done', { kind: 'timeout', delayMs: 50, takesEffect: true }],
    ['a dropped connection although it was done', { kind: 'drop', takesEffect: true }],
    ['a broken gateway although it was done', { kind: 'status', status: 502, takesEffect: true }],
    ['an HTML page although it was done', { kind: 'html', takesEffect: true }],
    ['half an answer', { kind: 'truncate' }],
  ] as const)('%s is asked about, never sent again', async (_, fault) => {
    const made = await ordered()
    inUse.shop.gateway.addFault({ ...fault, endpoint: 'disbursementTransfer' })
    await carry(made.id)
    await expectSent(made)
  })

  it.each(['TO', '68', '-100', 'EE', '-142'])(
    'code %s is asked about until it is known',
    async (code) => {
      inUse.shop.gateway.configure({ transferCode: code, transferFate: 'pending' })
      const made = await ordered()
      await carry(made.id)
      expect((await read(made.id)).state).toBe('unsure')
      await expectNothingMoved(made)
      const next = await readNextRun(made.id)
      expect(next?.getTime()).toBeGreaterThan(Date.now())
      await carry(made.id)
      const { reference } = await read(made.id)
      inUse.shop.gateway.finishTransfer({ fate: 'done', reference: reference ?? '' })
      await carry(made.id)
      await expectSent(made)
    },
  )

  it('that ends in a refusal leaves the refund to be sent anew, to another account', async () => {
    inUse.shop.gateway.configure({ transferFate: 'pending' })
    const made = await ordered()
    await carry(made.id)
    const { reference } = await read(made.id)
    inUse.shop.gateway.finishTransfer({ fate: 'refused', reference: reference ?? '' })
    await carry(made.id)
    expect((await read(made.id)).state).toBe('refused')
    await expectNothingMoved(made)
    inUse.shop.gateway.configure({ transferFate: 'done' })
    const again = await begin(made.refundId, people.owner, { account: '1234567891' })
    const { id } = again.json.transfer
    await carry(id)
    await press(id, 'send', people.owner)
    await carry(id)
    await expectSent({ ...made, id })
  })

  it('“not known” means “not sent” only after the signature has lapsed', async () => {
    const made = await ordered()
    inUse.shop.gateway.addFault({ endpoint: 'disbursementTransfer', kind: 'drop' })
    await carry(made.id)
    expect((await read(made.id)).state).toBe('unsure')
    await wait(made.id, 14)
    await carry(made.id)
    expect((await read(made.id)).state).toBe('unsure')
    await wait(made.id, 15)
    await carry(made.id)
    expect((await read(made.id)).state).toBe('refused')
    await expectNothingMoved(made)
  })

  it('“not recorded yet”, or “not known” after it was taken, is never taken for “not sent”', async () => {
    inUse.shop.gateway.configure({ lostCode: 'NF', transferFate: 'lost' })
    const made = await ordered()
    await carry(made.id)
    await wait(made.id, 600)
    await carry(made.id)
    expect((await read(made.id)).state).toBe('unsure')
    inUse.shop.gateway.configure({ lostCode: '-420' })
    await carry(made.id)
    expect((await read(made.id)).state).toBe('unsure')
    expect((await begin(made.refundId, people.owner)).code).toBe('refund.onTheWay')
  })

  it('is asked about for three days; then an owner finds out, and nothing is sent beside it', async () => {
    inUse.shop.gateway.configure({ transferFate: 'pending' })
    const made = await ordered()
    await carry(made.id)
    await wait(made.id, 72 * 60 + 1)
    await queryRows(
      inUse.shop.payload,
      sql`delete from graphile_worker._private_jobs where key = ${`refunds.transfer:${made.id}`}`,
    )
    await carry(made.id)
    expect(await readNextRun(made.id)).toBeUndefined()
    clock.release()
    expect((await desk.send(made.refundId, people.owner)).code).toBe('event.guardRefused')
    const rejected = await desk.act(made.refundId, 'reject', people.owner, 'Tidak jadi')
    expect(rejected.code).toBe('event.guardRefused')
    const words = { evidence: 'Mutasi BCA 22/11', reason: 'Terlihat di dasbor' }
    expect((await press(made.id, 'affirm', people.admin, words)).code).toBe('event.notPermitted')
    expect((await press(made.id, 'affirm', people.owner)).code).toBe('event.evidenceRequired')
    const { reference } = await read(made.id)
    inUse.shop.gateway.finishTransfer({ fate: 'done', reference: reference ?? '' })
    expect((await press(made.id, 'affirm', people.owner, words)).json.state).toBe('sent')
    await expectSent(made)
  })

  it('of which an owner found out that nothing was sent can be sent by hand', async () => {
    inUse.shop.gateway.configure({ transferFate: 'pending' })
    const made = await ordered()
    await carry(made.id)
    const words = { evidence: 'Tiket Duitku 77', reason: 'Duitku menyatakan gagal' }
    expect((await press(made.id, 'deny', people.owner, words)).json.state).toBe('refused')
    expect((await desk.send(made.refundId, people.owner)).status).toBe(200)
    expect(await readBooks(inUse.shop.payload, made.token)).toEqual({
      refunds: PRICE,
      sales: -PRICE,
    })
  })
})

describe('A certain refusal', () => {
  it('of an account that no bank knows ends it before anything was sent', async () => {
    const token = await buy()
    const refundId = await approve(token, PRICE)
    const { json } = await begin(refundId, people.owner, { account: '0000000000' })
    await carry(json.transfer.id)
    const { answer, state } = await read(json.transfer.id)
    expect([state, answer]).toEqual(['refused', expect.stringContaining('76')])
  })

  it('for want of money is told to the owner, who may try again when there is some', async () => {
    inUse.shop.gateway.configure({ disbursementBalance: 0 })
    const made = await ordered()
    await carry(made.id)
    const { answer, state } = await read(made.id)
    expect([state, answer]).toEqual(['refused', expect.stringContaining('-510')])
    await expectNothingMoved(made)
    inUse.shop.gateway.configure({ disbursementBalance: 10_000_000_000 })
    expect((await begin(made.refundId, people.owner)).status).toBe(201)
  })

  it('of the request, such as one signed too long ago, sends nothing', async () => {
    const made = await ordered()
    inUse.shop.gateway.configure({ maxSkewMs: 300_000 })
    clock.freeze(new Date(Date.now() - 6 * MINUTE))
    await carry(made.id)
    inUse.shop.gateway.configure({ maxSkewMs: 0 })
    const { answer, state } = await read(made.id)
    expect([state, answer]).toEqual(['refused', expect.stringContaining('-960')])
    await expectNothingMoved(made)
  })

  it('a service that is away while the account is looked up is asked again, and can be dropped', async () => {
    const token = await buy()
    const refundId = await approve(token, PRICE)
    const { id } = (await begin(refundId, people.admin)).json.transfer
    inUse.shop.gateway.addFault({ endpoint: 'disbursementInquiry', kind: 'status', status: 503 })
    await expect(carry(id)).rejects.toThrow('HTTP 503')
    expect((await read(id)).state).toBe('checking')
    expect((await press(id, 'drop', people.admin)).json.state).toBe('dropped')
    await carry(id)
    expect((await read(id)).state).toBe('dropped')
  })
})

describe('Who may let money go, and how', () => {
  it('admins look an account up, owners send; nobody else gets near', async () => {
    const token = await buy()
    const refundId = await approve(token, 1_000)
    for (const who of [undefined, people.customer, people.editor]) {
      expect((await begin(refundId, who)).status).toBe(who ? 403 : 401)
    }
    const { id } = (await begin(refundId, people.admin)).json.transfer
    await carry(id)
    expect((await press(id, 'send', people.admin)).code).toBe('event.notPermitted')
    for (const who of [undefined, people.customer, people.editor]) {
      expect((await press(id, 'send', who)).status).toBe(who ? 403 : 401)
    }
    expect((await read(id)).state).toBe('checked')
  })

  it.each([
    ['bank', { bank: '999' }, 'refund.badBank'],
    ['bank', { bank: 'BCA' }, 'refund.badBank'],
    ['account', { account: 'abc' }, 'refund.badAccountNumber'],
    ['account', { account: '1' }, 'refund.badAccountNumber'],
    ['account', { account: 5 }, 'refund.badAccountNumber'],
  ])('with a bad %s is refused, the field named', async (field, changes, code) => {
    const token = await buy()
    const refundId = await approve(token, 1_000)
    const answer = await begin(refundId, people.owner, changes)
    expect([answer.status, answer.code, answer.json]).toMatchObject([
      422,
      code,
      { errors: [{ field }] },
    ])
  })

  it('not before it was approved, and not while the payment itself is recorded as refunded', async () => {
    const token = await buy()
    const { json } = await desk.askAsStaff(token, 1_000, people.admin)
    expect((await begin(json.refund.id, people.owner)).code).toBe('refund.notApproved')
    const made = await ordered()
    const { attempts } = await readSubjects(inUse.shop, made.token)
    const whole = { event: 'refund', evidence: 'TRX 1', reason: 'Semua dikembalikan' }
    const payment = { collection: 'payments', id: attempts[0] ?? '' }
    expect((await desk.move(payment, whole, people.owner)).code).toBe('refund.onTheWay')
    await carry(made.id)
    await expectSent(made)
  })

  it('one refund has one transfer that may carry money, also straight in the database', async () => {
    const made = await checked()
    await expect(
      queryRows(
        inUse.shop.payload,
        sql`insert into refund_transfers (id, number, state, refund_id, amount, bank, account, asks, asked_by)
          values (gen_random_uuid(), 'R-x', 'checking', ${made.refundId}, 1, '014', '12345', 0, 'x')`,
      ),
    ).rejects.toMatchObject({ cause: { constraint: 'refund_transfers_once' } })
    await expect(
      queryRows(
        inUse.shop.payload,
        sql`update refund_transfers set reference = '1' where id = ${made.id}`,
      ),
    ).rejects.toMatchObject({ cause: { constraint: 'refund_transfers_reference_stays' } })
  })
})
