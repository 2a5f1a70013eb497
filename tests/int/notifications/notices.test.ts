import { beforeAll, describe, expect, it } from 'vitest'

import type { Notices } from '@/plugin/notifications'
import { createCustomer } from '../../factories/customer'
import { logInAs } from '../../support/people'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

type Headers = Record<string, string>

const inUse = useShop()
let budi: Headers
let sari: Headers

const logIn = async (): Promise<Headers> => {
  const { payload } = inUse.shop
  const { email, password } = await createCustomer({ payload })
  const { json } = await callShop<{ token: string }>(inUse.shop, '/api/customers/login', {
    body: { email, password },
  })
  return { authorization: `JWT ${json.token}` }
}

const list = async (headers: Headers, query = ''): Promise<Notices> => {
  const answer = await callShop<Notices>(inUse.shop, `/api/shop/notices${query}`, { headers })
  expect(answer.status).toBe(200)
  return answer.json
}

const mark = (headers: Headers, body: object) =>
  callShop<{ unread: number }>(inUse.shop, '/api/shop/notices/read', { body, headers })

beforeAll(async () => {
  budi = await logIn()
  sari = await logIn()
})

describe('The notices of a customer', () => {
  it('tell of his order and of his payment, newest first, beside the mails', async () => {
    const { order } = await inUse.buyer.buy({ headers: budi })
    const { notices, unread } = await list(budi)
    expect(notices.map(({ event }) => event)).toEqual(['payment.received', 'order.placed'])
    expect(unread).toBe(2)
    expect(notices[1]).toMatchObject({
      amount: { label: 'Yang perlu dibayar' },
      heading: 'Pesanan Anda kami terima',
      isRead: false,
      link: { label: 'Bayar sekarang', url: order.url },
    })
  })

  it('are in the language in which he reads', async () => {
    const { notices } = await list({ ...budi, 'accept-language': 'en' })
    expect(notices[0]?.heading).toBe('Your payment has arrived')
  })

  it('stay unread when they are looked at, and are read when he says so', async () => {
    const { notices } = await list(budi)
    expect((await list(budi)).unread).toBe(2)
    const first = notices[0]?.id
    expect((await mark(budi, { ids: [first] })).json).toEqual({ unread: 1 })
    expect((await list(budi)).notices.map(({ isRead }) => isRead)).toEqual([true, false])
    expect((await mark(budi, { ids: [first], isRead: false })).json).toEqual({ unread: 2 })
    expect((await mark(budi, { ids: 'all' })).json).toEqual({ unread: 0 })
  })

  it('are nobody else’s to see or to mark', async () => {
    const { notices } = await list(budi)
    await mark(budi, { ids: 'all', isRead: false })
    expect((await list(sari)).notices).toEqual([])
    expect((await mark(sari, { ids: notices.map(({ id }) => id) })).json).toEqual({ unread: 0 })
    expect((await list(budi)).unread).toBe(2)
  })

  it('are for customers alone: not for guests, not for staff', async () => {
    expect((await callShop(inUse.shop, '/api/shop/notices')).status).toBe(401)
    const { headers } = await logInAs(inUse.shop, 'owner')
    expect((await callShop(inUse.shop, '/api/shop/notices', { headers })).status).toBe(403)
    expect((await mark({}, { ids: 'all' })).status).toBe(401)
    expect((await mark(headers, { ids: 'all' })).status).toBe(403)
  })

  it('do not exist for a guest, whose mails are all he has', async () => {
    await inUse.buyer.buy()
    const { notices } = await list(sari)
    expect(notices).toEqual([])
  })

  it('are not changed by what is no list of them', async () => {
    for (const body of [
      {},
      { ids: [] },
      { ids: ['x'] },
      { ids: 'some' },
      { ids: 'all', more: 1 },
    ]) {
      expect((await mark(budi, body)).status).toBe(400)
    }
    for (const page of ['0', '-1', 'x', '99999']) {
      expect((await list(budi, `?page=${page}`)).notices).toHaveLength(2)
    }
    expect((await list(budi, '?page=2')).notices).toEqual([])
  })
})
