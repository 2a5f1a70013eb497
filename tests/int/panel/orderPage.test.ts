import { describe, expect, it } from 'vitest'
import { findPanelOrder } from '@/plugin/orders/panel/findPanelOrder'
import { readSubjects } from '../../support/moves'
import { logInAs } from '../../support/people'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop()
describe('The lines of an order', () => {
  it('are history: nobody changes them by REST', async () => {
    const { order } = await inUse.buyer.buy()
    const subject = await readSubjects(inUse.shop, order.token)
    const seen = await findPanelOrder(inUse.shop.payload, subject.order)
    const path = `/api/order-items/${seen?.items[0]?.id}`
    const body = { amount: 1, quantity: 9, title: 'Murah', unitPrice: 1 }
    const { headers } = await logInAs(inUse.shop, 'owner')
    const answer = await callShop(inUse.shop, path, { body, headers, method: 'PATCH' })
    expect(answer.status).toBe(403)
    const after = await findPanelOrder(inUse.shop.payload, subject.order)
    expect(after?.items).toMatchObject([{ amount: 750_000, quantity: 1, unitPrice: 750_000 }])
  })
})

describe('The page of an order', () => {
  it('shows buyer, items, debts, attempts, history and messages, each from the books', async () => {
    const { order } = await inUse.buyer.buy()
    const { order: id } = await readSubjects(inUse.shop, order.token)
    const seen = await findPanelOrder(inUse.shop.payload, id)
    expect(seen).toMatchObject({
      attempts: [{ amount: 750_000, attempt: 1, state: 'paid' }],
      email: 'budi@contoh.id',
      instalments: [{ amount: 750_000, paid: 750_000, seq: 1, state: 'paid' }],
      items: [{ amount: 750_000, delivery: { assigneeName: null, state: 'new' }, quantity: 1 }],
      paymentState: 'paid',
      reviews: [],
      state: 'open',
      total: 750_000,
    })
    expect(seen?.history.map(({ event }) => event).sort()).toEqual(
      ['open', 'place', 'request', 'settle', 'settle'].sort(),
    )
    expect(seen?.messages.map(({ event }) => event)).toContain('payment.received')
  })

  it('of an order that is not there is nothing', async () => {
    const none = '01a1ff09-2992-74ac-babd-000000000000'
    expect(await findPanelOrder(inUse.shop.payload, none)).toBeNull()
  })
})
