import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { createCustomer } from '../../factories/customer'
import { readReviews } from '../../support/books'
import { makeMover, readSubjects } from '../../support/moves'
import { type LoggedIn, logInAs } from '../../support/people'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const move = makeMover(() => inUse.shop)
const reason = 'Diminta oleh pelanggan'
const people: Record<string, LoggedIn | undefined> = {}

const logInCustomer = async (): Promise<LoggedIn> => {
  const { email, id, password } = await createCustomer({ payload: inUse.shop.payload })
  const body = { email, password }
  const { json } = await callShop<{ token: string }>(inUse.shop, '/api/customers/login', { body })
  return { headers: { authorization: `JWT ${json.token}` }, id: String(id) }
}

beforeAll(async () => {
  people.customer = await logInCustomer()
  for (const role of ['editor', 'admin', 'owner'] as const) {
    people[role] = await logInAs(inUse.shop, role)
  }
})

/** One row of each kind that has a door, on an order that was paid too much. */
const findSubjects = async (): Promise<Record<string, string>> => {
  const { order, payment } = await inUse.buyer.checkout()
  await inUse.buyer.pay(payment, { amount: 1_000_000 })
  const { attempts, instalments, order: id } = await readSubjects(inUse.shop, order.token)
  const [review] = await readReviews(inUse.shop.payload, order.token)
  return {
    instalments: instalments[0] ?? '',
    orders: id,
    payments: attempts[0] ?? '',
    reviews: review?.id ?? '',
  }
}

const EVENTS: Record<string, string> = {
  instalments: 'void',
  orders: 'cancel',
  payments: 'cancel',
  reviews: 'keep',
}

/** What the table of moves itself answers to somebody who passed the door. */
const BEYOND: Record<string, [number, string | undefined]> = {
  instalments: [409, 'event.notAllowed'],
  orders: [409, 'event.guardRefused'],
  payments: [409, 'event.notAllowed'],
  reviews: [200, undefined],
}

describe.each(Object.keys(EVENTS))('The door of %s', (collection) => {
  it('opens to admins and owners alone', async () => {
    const answers: Record<string, unknown> = {}
    for (const who of ['guest', 'customer', 'editor', 'admin', 'owner']) {
      const id = (await findSubjects())[collection] ?? ''
      const ask = { event: EVENTS[collection] ?? '', reason }
      const { code, status } = await move({ collection, id }, ask, people[who])
      answers[who] = [status, code]
    }
    expect(answers).toEqual({
      admin: BEYOND[collection],
      customer: [403, 'auth.forbidden'],
      editor: [403, 'auth.forbidden'],
      guest: [401, 'auth.required'],
      owner: BEYOND[collection],
    })
  })

  it('answers 404 about a row that is not there and 400 to nonsense', async () => {
    const ask = { event: EVENTS[collection] ?? '', reason }
    const unknown = { collection, id: randomUUID() }
    expect((await move(unknown, ask, people.owner)).status).toBe(404)
    for (const id of ['1', 'x', "' or 1=1 --"]) {
      const subject = { collection, id: encodeURIComponent(id) }
      expect((await move(subject, ask, people.owner)).status).toBe(400)
    }
    for (const event of ['settle', 'request', 'drop', '', '__proto__']) {
      expect((await move(unknown, { event, reason }, people.owner)).status).toBe(400)
    }
    const extra = { ...ask, state: 'paid' }
    expect((await move(unknown, extra, people.owner)).status).toBe(400)
    const nul = { ...ask, reason: 'alasan\u0000 lain' }
    expect((await move(unknown, nul, people.owner)).status).toBe(400)
  })
})

describe('Asking Duitku about an attempt', () => {
  it('is for admins and owners, once in ten seconds, and finds money whose callback was lost', async () => {
    const { order, payment } = await inUse.buyer.checkout()
    await inUse.buyer.pay(payment, { sendCallback: false })
    const { attempts } = await readSubjects(inUse.shop, order.token)
    const path = `/api/payments/${attempts[0]}/check`
    const ask = (who: string) =>
      callShop<{ outcome?: string }>(inUse.shop, path, {
        headers: people[who]?.headers,
        method: 'POST',
      })
    const refused = []
    for (const who of ['guest', 'customer', 'editor']) {
      refused.push((await ask(who)).status)
    }
    expect(refused).toEqual([401, 403, 403])
    expect((await ask('admin')).json.outcome).toBe('paid')
    expect((await inUse.buyer.look(order.token)).paymentState).toBe('paid')
    // The ten seconds are counted by the clock on the wall: at most one of two falls into the next.
    const again = [await ask('owner'), await ask('owner')].map(({ code }) => code)
    expect(again).toContain('payment.checkTooSoon')
  })
})
