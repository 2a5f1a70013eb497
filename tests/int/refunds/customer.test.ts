import { beforeAll, describe, expect, it } from 'vitest'

import { queryRows, sql } from '@/plugin/kernel/payload'
import { refundsRuntime } from '@/plugin/refunds'
import { createCustomer } from '../../factories/customer'
import { readMessages } from '../../support/books'
import type { LoggedIn } from '../../support/people'
import { callShop } from '../../support/purchase'
import { makeRefundDesk } from '../../support/refunds'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const desk = makeRefundDesk(inUse)
const { act, ask, askAsStaff, buy, look, people, readRefunds, send, withdraw } = desk

beforeAll(desk.enter)

/** Decides for one test in which ways money goes back. */
const withWays = async (ways: object, work: () => Promise<void>): Promise<void> => {
  const runtime = refundsRuntime.get(inUse.shop.payload)
  const before = runtime.ways
  Object.assign(runtime, { ways })
  try {
    await work()
  } finally {
    Object.assign(runtime, { ways: before })
  }
}

const approveFirst = async (token: string): Promise<string> => {
  const id = (await readRefunds(token))[0]?.id ?? ''
  expect((await act(id, 'approve', people.owner)).status).toBe(200)
  return id
}

const isMade = async (token: string): Promise<boolean> => (await readRefunds(token)).length > 0

describe('The channel that was paid by', () => {
  it.each([
    ['BC', 'required', 'transfer'],
    ['SP', 'required', 'transfer'],
    ['IR', 'required', 'transfer'],
    ['VC', 'optional', 'duitku'],
    ['OV', 'optional', 'duitku'],
  ])('%s: an account is %s, the money goes back by %s', async (channel, account, way) => {
    const token = await buy(channel)
    expect((await look(token)).offer).toMatchObject({ account, way })
    const answer = await ask(token, { account: '' })
    expect(answer.status).toBe(account === 'required' ? 422 : 201)
    expect(answer.code).toBe(account === 'required' ? 'refund.badAccount' : undefined)
    expect(await isMade(token)).toBe(account !== 'required')
  })

  it('of virtual accounts does not take money back: an owner cannot record that it did', async () => {
    const token = await buy('BC')
    await ask(token)
    const id = await approveFirst(token)
    const wrong = await send(id, people.owner, { method: 'duitku' })
    expect([wrong.status, wrong.code]).toEqual([422, 'refund.notOffered'])
    expect((await send(id, people.owner, { method: 'transfer' })).status).toBe(200)
  })

  it('of cards does, in Duitku’s dashboard', async () => {
    const token = await buy('VC')
    await ask(token, { account: '' })
    const id = await approveFirst(token)
    expect((await send(id, people.owner, { method: 'duitku' })).status).toBe(200)
  })

  it('means what the shop has decided: a card that is given back to alone takes no account', async () => {
    await withWays({ card: ['duitku'] }, async () => {
      const token = await buy('VC')
      expect((await look(token)).offer?.account).toBe('none')
      const refused = await ask(token)
      expect([refused.status, refused.code, refused.json]).toMatchObject([
        422,
        'refund.noAccount',
        { errors: [{ field: 'account' }] },
      ])
      expect((await ask(token, { account: '' })).status).toBe(201)
      const id = await approveFirst(token)
      expect((await send(id, people.owner)).code).toBe('refund.notOffered')
    })
  })
})

describe('A customer who changes his mind', () => {
  const other = async (): Promise<LoggedIn> => {
    const { email, id, password } = await createCustomer({ payload: inUse.shop.payload })
    const body = { email, password }
    const { json } = await callShop<{ token: string }>(inUse.shop, '/api/customers/login', { body })
    return { headers: { authorization: `JWT ${json.token}` }, id: String(id) }
  }

  const asked = async (): Promise<{ number: string; token: string }> => {
    const token = await buy()
    const number = (await ask(token)).json.refunds[0]?.number ?? ''
    return { number, token }
  }

  it('takes his request back by the link of his order, is told, and may ask again', async () => {
    const { number, token } = await asked()
    expect((await look(token)).refunds).toMatchObject([{ mayWithdraw: true }])
    const answer = await withdraw(token, number)
    expect([answer.status, answer.json.refunds]).toMatchObject([
      200,
      [{ mayWithdraw: false, state: 'withdrawn' }],
    ])
    expect(answer.json.offer?.amount).toBe(750_000)
    const told = await readMessages(inUse.shop.payload, token)
    expect(told.filter((line) => line === 'refund.withdrawn → customer')).toHaveLength(1)
    expect((await withdraw(token, number)).code).toBe('event.notAllowed')
    expect((await ask(token)).status).toBe(201)
  })

  it('pressing eight times withdraws once', async () => {
    const { number, token } = await asked()
    const answers = await Promise.all(Array.from({ length: 8 }, () => withdraw(token, number)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)])
    const told = await readMessages(inUse.shop.payload, token)
    expect(told.filter((line) => line === 'refund.withdrawn → customer')).toHaveLength(1)
  })

  it('is too late once somebody has decided', async () => {
    const { number, token } = await asked()
    await approveFirst(token)
    expect((await look(token)).refunds).toMatchObject([{ mayWithdraw: false, state: 'approved' }])
    const late = await withdraw(token, number)
    expect([late.status, late.code]).toEqual([409, 'event.notAllowed'])
  })

  it('reaches only his own order: not with another one’s link, logged in or not', async () => {
    const [mine, theirs] = [await asked(), await asked()]
    for (const by of [undefined, people.customer, await other(), people.owner]) {
      const answer = await withdraw(theirs.token, mine.number, by)
      expect([answer.status, answer.code]).toEqual([404, 'notFound'])
      expect((await withdraw('x'.repeat(43), mine.number, by)).status).toBe(404)
    }
    for (const number of ['R-0', 'R-999999', '%00', 'x'.repeat(300), "R-000001'--"]) {
      expect((await withdraw(mine.token, encodeURIComponent(number))).status).toBe(404)
    }
    expect((await readRefunds(mine.token))[0]?.state).toBe('requested')
    expect((await withdraw(mine.token, mine.number, await other())).status).toBe(200)
  })

  it('cannot take back what the shop has asked for', async () => {
    const token = await buy()
    const { json } = await askAsStaff(token, 1_000, people.admin)
    expect((await look(token)).refunds).toMatchObject([{ mayWithdraw: false }])
    const answer = await withdraw(token, json.refund.number)
    expect([answer.status, answer.code]).toEqual([409, 'refund.notByCustomer'])
  })

  it('staff cannot withdraw for him: for that they reject, with a reason', async () => {
    const { token } = await asked()
    const id = (await readRefunds(token))[0]?.id ?? ''
    expect((await act(id, 'withdraw', people.owner)).status).toBe(400)
  })
})

describe('A customer whose refund was approved', () => {
  it('is told once, how and until when it is sent; his page says the same', async () => {
    const token = await buy('VC')
    await ask(token, { account: '' })
    const id = (await readRefunds(token))[0]?.id ?? ''
    const presses = await Promise.all([1, 2, 3, 4].map(() => act(id, 'approve', people.owner)))
    expect(presses.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    const rows = await queryRows<{ channel: string; params: { sendBy: string; way: string } }>(
      inUse.shop.payload,
      sql`select n.channel, n.params from notifications n join orders o on o.id::text = n.subject_id
        where o.token = ${token} and n.event = 'refund.approved'`,
    )
    expect(rows).toHaveLength(1)
    const { refunds } = await look(token)
    expect(rows[0]?.params).toMatchObject({ sendBy: refunds[0]?.sendBy, way: 'duitku' })
    expect(refunds).toMatchObject([{ state: 'approved', way: 'duitku' }])
    const days = (Date.parse(refunds[0]?.sendBy ?? '') - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(6)
    expect(days).toBeLessThan(8)
  })
})
