import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '@/plugin/kernel/payload'
import { findPanelOrder } from '@/plugin/orders/panel/findPanelOrder'
import { readSubjects } from '../../support/moves'
import { type LoggedIn, logInAs } from '../../support/people'
import { readRows } from '../../support/books'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const staff = {} as Record<'admin' | 'editor' | 'owner', LoggedIn>

beforeAll(async () => {
  for (const role of ['owner', 'admin', 'editor'] as const) {
    staff[role] = await logInAs(inUse.shop, role)
  }
})

const itemOf = async (token: string): Promise<string> => {
  const { order } = await readSubjects(inUse.shop, token)
  const [row] = await readRows<{ id: string }>(
    inUse.shop.payload,
    sql`select id from order_items where order_id = ${order}`,
  )
  return row?.id ?? ''
}

const assign = (id: string, body: object, by: LoggedIn) =>
  callShop(inUse.shop, `/api/order-items/${id}`, { body, headers: by.headers, method: 'PATCH' })

describe('The assignee of an item', () => {
  it('is named by an admin and stands on the order page', async () => {
    const { order } = await inUse.buyer.buy()
    const id = await itemOf(order.token)
    expect((await assign(id, { assignee: staff.owner.id }, staff.admin)).status).toBe(200)
    const subject = await readSubjects(inUse.shop, order.token)
    const seen = await findPanelOrder(inUse.shop.payload, subject.order)
    expect(seen?.items).toMatchObject([{ assignee: staff.owner.id, id }])
    expect((await assign(id, { assignee: null }, staff.admin)).status).toBe(200)
    const after = await findPanelOrder(inUse.shop.payload, subject.order)
    expect(after?.items).toMatchObject([{ assignee: null }])
  })

  it('is all that can be changed, and not by editors', async () => {
    const { order } = await inUse.buyer.buy()
    const id = await itemOf(order.token)
    await assign(id, { amount: 1, quantity: 9, title: 'Murah', unitPrice: 1 }, staff.owner)
    const subject = await readSubjects(inUse.shop, order.token)
    const seen = await findPanelOrder(inUse.shop.payload, subject.order)
    expect(seen?.items).toMatchObject([{ amount: 750_000, quantity: 1, unitPrice: 750_000 }])
    expect((await assign(id, { assignee: staff.editor.id }, staff.editor)).status).toBe(403)
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
      items: [{ amount: 750_000, assignee: null, quantity: 1 }],
      paymentState: 'paid',
      reviews: [],
      state: 'open',
      total: 750_000,
    })
    expect(seen?.history.map(({ event }) => event).sort()).toEqual(
      ['open', 'place', 'request', 'settle', 'settle'].sort(),
    )
    expect(seen?.messages.map(({ event }) => event)).toContain('payment.received')
    expect(seen?.staff.map(({ id: each }) => each)).toEqual(
      expect.arrayContaining([staff.admin.id, staff.owner.id]),
    )
    expect(seen?.staff.map(({ id: each }) => each)).not.toContain(staff.editor.id)
  })

  it('of an order that is not there is nothing', async () => {
    const none = '01a1ff09-2992-74ac-babd-000000000000'
    expect(await findPanelOrder(inUse.shop.payload, none)).toBeNull()
  })
})
