import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { fireEvent, runInTransaction } from '@/plugin/kernel/payload'
import { orderMachine, type PublicOrder } from '@/plugin/orders'
import { readAttempts, readBooks, readMessages, readReviews, readRows } from '../../support/books'
import { sql } from '@/plugin/kernel/payload'
import { drawCallback, sendCallbacks } from '../../support/callback'
import { type LoggedIn, logInAs } from '../../support/people'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const staff = {} as Record<'admin' | 'editor' | 'owner', LoggedIn>

beforeAll(async () => {
  for (const role of ['owner', 'admin', 'editor'] as const) {
    staff[role] = await logInAs(inUse.shop, role)
  }
})

const decide = (reviewId: string, body: unknown, by?: LoggedIn) =>
  callShop(inUse.shop, `/api/money-reviews/${reviewId}/decision`, { body, headers: by?.headers })

const cancel = async (token: string): Promise<void> => {
  const { payload } = inUse.shop
  const [order] = await readRows<{ id: string }>(
    payload,
    sql`select id from orders where token = ${token}`,
  )
  await runInTransaction(payload, (tx) =>
    fireEvent({
      actor: { label: 'Si owner', role: 'owner' },
      event: 'cancel',
      id: order?.id ?? '',
      machine: orderMachine,
      table: 'orders',
      tx,
    }),
  )
}

const reviewOf = async (token: string): Promise<string> =>
  (await readReviews(inUse.shop.payload, token))[0]?.id ?? ''

/** An order that is paid, with 250,000 too much. */
const overpaid = async (): Promise<{ order: PublicOrder; reviewId: string }> => {
  const { order, payment } = await inUse.buyer.checkout()
  await inUse.buyer.pay(payment, { amount: 1_000_000 })
  return { order, reviewId: await reviewOf(order.token) }
}

/** An order whose payment brought one rupiah too little. */
const underpaid = async (): Promise<{ order: PublicOrder; reviewId: string }> => {
  const { order, payment } = await inUse.buyer.checkout()
  await inUse.buyer.pay(payment, { amount: 749_999 })
  return { order, reviewId: await reviewOf(order.token) }
}

const reason = 'Disepakati lewat telepon'

describe('Money for an order that is closed', () => {
  it('cancelled: the order is not revived, the money waits for an admin', async () => {
    const { payload } = inUse.shop
    const { order, payment } = await inUse.buyer.checkout()
    await cancel(order.token)
    await inUse.buyer.pay(payment)
    const seen = await inUse.buyer.look(order.token)
    expect(seen).toMatchObject({ nextAction: 'none', paymentState: 'unpaid', state: 'cancelled' })
    const [review] = await readReviews(payload, order.token)
    expect(review).toMatchObject({ amount: 750_000, kind: 'cancelledOrder', state: 'open' })
    const messages = await readMessages(payload, order.token)
    expect(messages).toContain('payment.needsReview → staff')
    expect(messages).toContain('payment.inReview → customer')
    expect(messages).not.toContain('payment.received → customer')
  })

  it('cancelled: it cannot be credited back to the same order', async () => {
    const { order, payment } = await inUse.buyer.checkout()
    await cancel(order.token)
    await inUse.buyer.pay(payment)
    const answer = await decide(
      await reviewOf(order.token),
      { decision: 'credit', reason },
      staff.admin,
    )
    expect([answer.status, answer.code]).toEqual([409, 'review.exceedsDebt'])
  })

  it('refunded: a second payment does not bring it back', async () => {
    const { payload } = inUse.shop
    const { order, payment: first } = await inUse.buyer.checkout()
    const second = await inUse.buyer.open(order.token, { renew: true })
    await inUse.buyer.pay(first)
    const [attempt] = await readAttempts(payload, order.token)
    const refund = { event: 'refund', evidence: 'TRF-1', from: 'paid', reason }
    const path = `/api/payments/${attempt?.id}/move`
    await callShop(inUse.shop, path, { body: refund, headers: staff.owner.headers })
    await sendCallbacks(
      inUse.shop,
      drawCallback(inUse.shop, first.merchantOrderId, 'otherReference'),
    )
    await inUse.buyer.pay(second)
    expect((await readAttempts(payload, order.token)).map(({ state }) => state)).toEqual([
      'refunded',
      'paid',
    ])
    expect(await readReviews(payload, order.token)).toMatchObject([
      { kind: 'double', state: 'open' },
    ])
  })
})

describe('Who decides', () => {
  it('nobody who is not an admin or owner', async () => {
    const { reviewId } = await overpaid()
    const body = { decision: 'keep', reason }
    expect((await decide(reviewId, body)).status).toBe(401)
    expect((await decide(reviewId, body, staff.editor)).status).toBe(403)
    expect((await decide(reviewId, body, staff.admin)).status).toBe(200)
  })

  it('with a reason of at least five letters that stays on record with his name', async () => {
    const { payload } = inUse.shop
    const { reviewId } = await overpaid()
    const hostile = { decision: 'keep', reason: 'nul \u0000 byte' }
    expect((await decide(reviewId, hostile, staff.owner)).status).toBe(400)
    for (const empty of ['', '    ', 'ok', ' ok   ']) {
      const { code, status } = await decide(
        reviewId,
        { decision: 'keep', reason: empty },
        staff.owner,
      )
      expect([status, code]).toEqual([422, 'review.reasonRequired'])
    }
    expect((await decide(reviewId, { decision: 'keep' }, staff.owner)).status).toBe(400)
    await decide(reviewId, { decision: 'keep', reason }, staff.owner)
    const [row] = await readRows(
      payload,
      sql`select r.decision_reason as reason, r.decided_by_id as by, t.actor_label as label, t.reason as noted
        from reviews r join transitions t on t.subject = r.id::text where r.id = ${reviewId}`,
    )
    expect(row).toEqual({ by: staff.owner.id, label: 'Si owner', noted: reason, reason })
  })

  it('once: of twenty decisions at the same time one stands', async () => {
    const { reviewId } = await overpaid()
    const decisions = Array.from({ length: 20 }, (_, at) =>
      decide(reviewId, { decision: at % 2 ? 'keep' : 'markRefund', reason }, staff.admin),
    )
    const answers = await Promise.all(decisions)
    const [review] = await readRows<{ state: string }>(
      inUse.shop.payload,
      sql`select state::text as state from reviews where id = ${reviewId}`,
    )
    // Kept money may still be marked for refund, once; nothing follows that.
    const done = answers.filter(({ status }) => status === 200).length
    expect(done).toBeGreaterThanOrEqual(1)
    expect(done).toBeLessThanOrEqual(2)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(20 - done)
    expect(['kept', 'refundMarked']).toContain(review?.state)
  })

  it.each(['nonsense', randomUUID(), "1' or '1'='1", '%00'])(
    'nothing for the id %s',
    async (id) => {
      const { status } = await decide(id, { decision: 'keep', reason }, staff.admin)
      expect([400, 404]).toContain(status)
    },
  )

  it.each(['refund', 'accept', 'drop', '', null, 1, ['keep']])(
    'nothing called %j',
    async (decision) => {
      const { reviewId } = await overpaid()
      expect((await decide(reviewId, { decision, reason }, staff.owner)).status).toBe(400)
    },
  )
})

describe('What a decision does to the books', () => {
  it('keep: the money stays as excess', async () => {
    const { order, reviewId } = await overpaid()
    const before = await readBooks(inUse.shop.payload, order.token)
    await decide(reviewId, { decision: 'keep', reason }, staff.admin)
    expect(await readBooks(inUse.shop.payload, order.token)).toEqual(before)
  })

  it('markRefund: from excess to refund payable; also after keep', async () => {
    const { payload } = inUse.shop
    const { order, reviewId } = await overpaid()
    await decide(reviewId, { decision: 'keep', reason }, staff.admin)
    expect((await decide(reviewId, { decision: 'markRefund', reason }, staff.admin)).status).toBe(
      200,
    )
    expect(await readBooks(payload, order.token)).toEqual({
      gateway: 1_000_000,
      refund_payable: -250_000,
      sales: -750_000,
    })
    const again = await decide(reviewId, { decision: 'credit', reason }, staff.admin)
    expect([again.status, again.code]).toEqual([409, 'event.notAllowed'])
  })

  it('credit: pays what the order owes and tells the buyer', async () => {
    const { payload } = inUse.shop
    const { order, reviewId } = await underpaid()
    expect((await decide(reviewId, { decision: 'credit', reason }, staff.admin)).status).toBe(200)
    expect(await inUse.buyer.look(order.token)).toMatchObject({
      instalments: [{ paid: 749_999, state: 'open' }],
      payment: { state: 'paid' },
      paymentState: 'partly_paid',
    })
    expect(await readBooks(payload, order.token)).toEqual({
      gateway: 749_999,
      receivable: 1,
      sales: -750_000,
    })
    expect(await readMessages(payload, order.token)).toContain('payment.received → customer')
  })

  it('credit to another order: pays there', async () => {
    const { payload } = inUse.shop
    const { order: from, payment } = await inUse.buyer.checkout({ product: 'template-toko' })
    await inUse.buyer.pay(payment, { amount: 149_999 + 750_000 })
    const to = await inUse.buyer.place()
    const [target] = await readRows<{ id: string }>(
      payload,
      sql`select id from orders where token = ${to.token}`,
    )
    const body = { decision: 'credit', orderId: target?.id, reason }
    expect((await decide(await reviewOf(from.token), body, staff.admin)).status).toBe(200)
    expect((await inUse.buyer.look(to.token)).paymentState).toBe('paid')
  })

  it('credit is refused whole when the order owes less than the money', async () => {
    const { payload } = inUse.shop
    const { order, reviewId } = await overpaid()
    const before = await readBooks(payload, order.token)
    const answer = await decide(reviewId, { decision: 'credit', reason }, staff.admin)
    expect([answer.status, answer.code]).toEqual([409, 'review.exceedsDebt'])
    expect(await readBooks(payload, order.token)).toEqual(before)
    expect(await readReviews(payload, order.token)).toMatchObject([{ state: 'open' }])
  })

  it('keep of too little money leaves the order payable', async () => {
    const { order, reviewId } = await underpaid()
    await decide(reviewId, { decision: 'keep', reason }, staff.admin)
    expect((await inUse.buyer.look(order.token)).paymentState).toBe('unpaid')
    await inUse.buyer.pay(await inUse.buyer.open(order.token))
    expect((await inUse.buyer.look(order.token)).paymentState).toBe('paid')
  })
})
