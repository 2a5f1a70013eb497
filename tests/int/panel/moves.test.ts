import { beforeAll, describe, expect, it } from 'vitest'
import { readAttempts, readBooks, readReviews } from '../../support/books'
import { makeMover, readHistory, readSubjects } from '../../support/moves'
import { type LoggedIn, logInAs } from '../../support/people'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const staff = {} as Record<'admin' | 'editor' | 'owner', LoggedIn>
const move = makeMover(() => inUse.shop)
const reason = 'Pelanggan berubah pikiran'
const evidence = 'TRF-20261121-77'

beforeAll(async () => {
  for (const role of ['owner', 'admin', 'editor'] as const) {
    staff[role] = await logInAs(inUse.shop, role)
  }
})

const orderOf = async (token: string) => ({
  collection: 'orders',
  id: (await readSubjects(inUse.shop, token)).order,
})
const debtOf = async (token: string) => ({
  collection: 'instalments',
  id: (await readSubjects(inUse.shop, token)).instalments[0] ?? '',
})
const attemptOf = async (token: string, at = 0) => ({
  collection: 'payments',
  id: (await readSubjects(inUse.shop, token)).attempts[at] ?? '',
})

const fails = async (answer: ReturnType<typeof move>): Promise<[number, string | undefined]> => {
  const { code, status } = await answer
  return [status, code]
}

describe('Cancelling an order', () => {
  it('voids what is owed, cancels the open attempt and takes the debt out of the books', async () => {
    const { order } = await inUse.buyer.checkout()
    const answer = await move(
      await orderOf(order.token),
      { event: 'cancel', from: 'open', reason },
      staff.admin,
    )
    expect([answer.status, answer.json.state]).toEqual([200, 'cancelled'])
    expect(await inUse.buyer.look(order.token)).toMatchObject({
      instalments: [{ state: 'void' }],
      nextAction: 'none',
      payment: { state: 'cancelled' },
      paymentState: 'unpaid',
      state: 'cancelled',
    })
    expect(await readBooks(inUse.shop.payload, order.token)).toEqual({})
    expect(await readHistory(inUse.shop, order.token)).toEqual([
      `order cancel by admin · ${reason}`,
      `instalment void by admin · ${reason}`,
      `payment cancel by admin · ${reason}`,
    ])
  })

  it('sends money that still comes in to the review list and does not revive the order', async () => {
    const { payload } = inUse.shop
    const { order, payment } = await inUse.buyer.checkout()
    await move(await orderOf(order.token), { event: 'cancel', reason }, staff.admin)
    await inUse.buyer.pay(payment)
    expect(await inUse.buyer.look(order.token)).toMatchObject({
      paymentState: 'unpaid',
      state: 'cancelled',
    })
    expect(await readReviews(payload, order.token)).toMatchObject([
      { amount: 750_000, kind: 'cancelledOrder', state: 'open' },
    ])
    expect(await readBooks(payload, order.token)).toEqual({ excess: -750_000, gateway: 750_000 })
  })

  it('is refused while money lies on the order, and allowed once it was refunded', async () => {
    const { order } = await inUse.buyer.buy()
    const subject = await orderOf(order.token)
    const ask = { event: 'cancel', from: 'open', reason }
    expect(await fails(move(subject, ask, staff.owner))).toEqual([409, 'event.guardRefused'])
    await move(
      await attemptOf(order.token),
      { event: 'refund', evidence, from: 'paid', reason },
      staff.owner,
    )
    expect((await move(subject, ask, staff.admin)).status).toBe(200)
    expect(await inUse.buyer.look(order.token)).toMatchObject({
      paymentState: 'refunded',
      state: 'cancelled',
    })
  })

  it('needs a reason and a true picture of the state', async () => {
    const { order } = await inUse.buyer.checkout()
    const subject = await orderOf(order.token)
    for (const poor of [undefined, '', '    ', 'tdk', '\t\n a']) {
      const ask = { event: 'cancel', from: 'open', ...(poor === undefined ? {} : { reason: poor }) }
      expect(await fails(move(subject, ask, staff.admin))).toEqual([422, 'event.reasonRequired'])
    }
    const stale = { event: 'cancel', from: 'placed', reason }
    expect(await fails(move(subject, stale, staff.admin))).toEqual([409, 'transition.conflict'])
    expect((await inUse.buyer.look(order.token)).state).toBe('open')
  })

  it('happens once when ten admins press at once', async () => {
    const { order } = await inUse.buyer.checkout()
    const subject = await orderOf(order.token)
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        move(subject, { event: 'cancel', from: 'open', reason }, staff.admin),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ code }) => code === 'transition.conflict')).toHaveLength(9)
  })

  it('and a payment in the same moment end in one of the two ways, never in between', async () => {
    const { order, payment } = await inUse.buyer.checkout()
    const subject = await orderOf(order.token)
    const [answer] = await Promise.all([
      move(subject, { event: 'cancel', from: 'open', reason }, staff.admin),
      inUse.buyer.pay(payment),
    ])
    const seen = await inUse.buyer.look(order.token)
    const reviews = await readReviews(inUse.shop.payload, order.token)
    expect([answer.status, seen.state, seen.paymentState, reviews.length]).toEqual(
      answer.status === 200 ? [200, 'cancelled', 'unpaid', 1] : [409, 'open', 'paid', 0],
    )
  })
})

describe('Delivering an order', () => {
  it('is not marked as delivered by hand while one of its items is in work', async () => {
    const { order } = await inUse.buyer.buy()
    const ask = { event: 'fulfil', from: 'open' }
    const answer = await fails(move(await orderOf(order.token), ask, staff.admin))
    expect(answer).toEqual([409, 'event.guardRefused'])
    expect((await inUse.buyer.look(order.token)).state).toBe('open')
  })

  it('is not fulfilled before anything was paid', async () => {
    const { order } = await inUse.buyer.checkout()
    const ask = { event: 'fulfil', from: 'open' }
    const answer = await fails(move(await orderOf(order.token), ask, staff.admin))
    expect(answer).toEqual([409, 'event.guardRefused'])
  })

  it('is not placed or opened twice', async () => {
    const { order } = await inUse.buyer.checkout()
    const subject = await orderOf(order.token)
    for (const event of ['place', 'open']) {
      expect(await fails(move(subject, { event }, staff.owner))).toEqual([409, 'event.notAllowed'])
    }
  })
})

describe('Forgiving a debt', () => {
  it('an owner waives it: nothing is owed, the books say so, the open attempt is cancelled', async () => {
    const { payload } = inUse.shop
    const { order, payment } = await inUse.buyer.checkout()
    const subject = await debtOf(order.token)
    await move(subject, { event: 'waive', from: 'open', reason }, staff.owner)
    expect(await inUse.buyer.look(order.token)).toMatchObject({
      instalments: [{ state: 'waived' }],
      nextAction: 'none',
      payment: { state: 'cancelled' },
      paymentState: 'paid',
    })
    expect(await readBooks(payload, order.token)).toEqual({ sales: -750_000, waived: 750_000 })
    await inUse.buyer.pay(payment)
    expect(await readReviews(payload, order.token)).toMatchObject([{ amount: 750_000 }])
  })

  it('an admin waives up to the limit, an owner above it', async () => {
    const { order } = await inUse.buyer.checkout()
    const subject = await debtOf(order.token)
    const ask = { event: 'waive', from: 'open', reason }
    expect(await fails(move(subject, ask, staff.admin))).toEqual([409, 'event.guardRefused'])
    const small = await inUse.buyer.checkout({ product: 'template-toko' })
    expect((await move(await debtOf(small.order.token), ask, staff.admin)).status).toBe(200)
  })

  it('an admin voids it: the debt never counted', async () => {
    const { order } = await inUse.buyer.checkout()
    const subject = await debtOf(order.token)
    const { json } = await move(subject, { event: 'void', from: 'open', reason }, staff.admin)
    expect(json.state).toBe('void')
    expect(await readBooks(inUse.shop.payload, order.token)).toEqual({})
    expect((await inUse.buyer.look(order.token)).nextAction).toBe('none')
  })

  it('a paid debt is neither waived nor voided', async () => {
    const { order } = await inUse.buyer.buy()
    const subject = await debtOf(order.token)
    for (const event of ['waive', 'void']) {
      const answer = await fails(move(subject, { event, reason }, staff.owner))
      expect(answer).toEqual([409, 'event.notAllowed'])
    }
  })
})

describe('Moving a payment', () => {
  it('an owner records a refund: the books are reversed, not erased', async () => {
    const { order } = await inUse.buyer.buy()
    const subject = await attemptOf(order.token)
    const ask = { event: 'refund', evidence, from: 'paid', reason }
    expect((await move(subject, ask, staff.owner)).status).toBe(200)
    expect(await readBooks(inUse.shop.payload, order.token)).toEqual({
      refunds: 750_000,
      sales: -750_000,
    })
    expect(await inUse.buyer.look(order.token)).toMatchObject({
      nextAction: 'none',
      payment: { state: 'refunded' },
      paymentState: 'refunded',
    })
    expect(await readHistory(inUse.shop, order.token)).toEqual([
      `payment refund by owner · ${reason} ${evidence}`,
    ])
    expect(await fails(move(subject, ask, staff.owner))).toEqual([409, 'transition.conflict'])
  })

  it('a refund needs a reason, evidence and an owner', async () => {
    const { order } = await inUse.buyer.buy()
    const subject = await attemptOf(order.token)
    const whole = { event: 'refund', evidence, reason }
    const refusals = [
      await fails(move(subject, { ...whole, evidence: ' ' }, staff.owner)),
      await fails(move(subject, { ...whole, reason: '' }, staff.owner)),
      await fails(move(subject, whole, staff.admin)),
    ]
    expect(refusals).toEqual([
      [422, 'event.evidenceRequired'],
      [422, 'event.reasonRequired'],
      [403, 'event.notPermitted'],
    ])
  })

  it('a second payment that became excess is refunded through the review list, not here', async () => {
    const { order, payment: first } = await inUse.buyer.checkout()
    const second = await inUse.buyer.open(order.token, { renew: true })
    await inUse.buyer.pay(first)
    await inUse.buyer.pay(second)
    const ask = { event: 'refund', evidence, reason }
    const answer = await fails(move(await attemptOf(order.token, 1), ask, staff.owner))
    expect(answer).toEqual([409, 'payment.nothingToRefund'])
  })

  it('an admin cancels an open attempt; money that still comes in is credited', async () => {
    const { order, payment } = await inUse.buyer.checkout()
    const subject = await attemptOf(order.token)
    await move(subject, { event: 'cancel', from: 'pending', reason }, staff.admin)
    expect((await readAttempts(inUse.shop.payload, order.token))[0]?.state).toBe('cancelled')
    await inUse.buyer.pay(payment)
    expect((await inUse.buyer.look(order.token)).paymentState).toBe('paid')
  })
})

describe('Money under review', () => {
  const double = async (): Promise<{ reviewId: string; token: string }> => {
    const { order, payment: first } = await inUse.buyer.checkout()
    const second = await inUse.buyer.open(order.token, { renew: true })
    await inUse.buyer.pay(first)
    await inUse.buyer.pay(second)
    const [review] = await readReviews(inUse.shop.payload, order.token)
    return { reviewId: review?.id ?? '', token: order.token }
  }

  it('is marked by an admin and sent back by an owner; the attempt ends refunded', async () => {
    const { reviewId, token } = await double()
    const subject = { collection: 'reviews', id: reviewId }
    await move(subject, { event: 'markRefund', from: 'open', reason }, staff.admin)
    const ask = { event: 'refund', evidence, from: 'refundMarked', reason }
    expect(await fails(move(subject, ask, staff.admin))).toEqual([403, 'event.notPermitted'])
    expect((await move(subject, ask, staff.owner)).json.state).toBe('refunded')
    expect(await readBooks(inUse.shop.payload, token)).toEqual({
      gateway: 750_000,
      sales: -750_000,
    })
    expect((await readAttempts(inUse.shop.payload, token)).map(({ state }) => state)).toEqual([
      'paid',
      'refunded',
    ])
  })

  it('pays another order that is named by its number', async () => {
    const { reviewId } = await double()
    const other = await inUse.buyer.place()
    const subject = { collection: 'reviews', id: reviewId }
    const unknown = { event: 'credit', from: 'open', order: 'HZ/2026/999999', reason }
    expect(await fails(move(subject, unknown, staff.admin))).toEqual([404, 'order.notFound'])
    const { status } = await move(
      subject,
      { event: 'credit', order: other.number, reason },
      staff.admin,
    )
    expect(status).toBe(200)
    expect((await inUse.buyer.look(other.token)).paymentState).toBe('paid')
  })

  it('of a payment that was refunded cannot be credited any more', async () => {
    const { order, payment } = await inUse.buyer.checkout()
    await inUse.buyer.pay(payment, { amount: 1_000_000 })
    const [review] = await readReviews(inUse.shop.payload, order.token)
    await move(await attemptOf(order.token), { event: 'refund', evidence, reason }, staff.owner)
    const other = await inUse.buyer.place()
    const ask = { event: 'credit', order: other.number, reason }
    const answer = await fails(
      move({ collection: 'reviews', id: review?.id ?? '' }, ask, staff.admin),
    )
    expect(answer).toEqual([409, 'review.paymentRefunded'])
  })
})
