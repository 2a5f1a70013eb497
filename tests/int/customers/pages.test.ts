import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  askForCustomerLink,
  changeProfile,
  findCustomer,
  isPasswordLinkAlive,
  logCustomerIn,
  logCustomerOut,
  openAccount,
  setCustomerPassword,
} from '@/plugin/customers'
import { queryRows, sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { findCustomerOrders, placeOrder } from '@/plugin/orders'
import { createCustomer } from '../../factories/customer'
import { createStaff } from '../../factories/staff'
import { openShop, type OpenShop } from '../../support/openShop'
import { callShop } from '../../support/purchase'

let shop: OpenShop

beforeAll(async () => {
  shop = await openShop({ databaseUrl: process.env.DATABASE_URL ?? '' })
})

afterAll(() => shop.close())

const from = (address: string, cookie?: string) => ({
  headers: new Headers({
    'sec-fetch-site': 'same-origin',
    'x-forwarded-for': address,
    ...(cookie ? { cookie } : {}),
  }),
  payload: shop.payload,
})

const logIn = async (address: string): Promise<{ cookie: string; id: string }> => {
  const { email, id, password } = await createCustomer({ payload: shop.payload })
  const { name, value } = await logCustomerIn({ ...from(address), email, password })
  return { cookie: `${name}=${value}`, id }
}

const mailedToken = async (email: string): Promise<string> => {
  const token = await shop.payload.forgotPassword({
    collection: 'customers',
    data: { email },
    disableEmail: true,
  })
  return String(token)
}

describe('A customer who comes by a page of the shop', () => {
  it('logs in with the cookie of the REST login, and is known by it', async () => {
    const { email, id, password } = await createCustomer({ payload: shop.payload })
    const cookie = await logCustomerIn({ ...from('192.0.2.1'), email, password })
    expect(cookie).toMatchObject({
      httpOnly: true,
      name: 'lunas-token',
      path: '/',
      sameSite: 'lax',
      secure: false,
    })
    expect(cookie.expires.getTime()).toBeGreaterThan(Date.now() + 29 * 86_400_000)
    const visit = from('192.0.2.1', `${cookie.name}=${cookie.value}`)
    expect(await findCustomer(visit)).toMatchObject({ email, id })
  })

  it('guesses no more often than by the API: both count together', async () => {
    const { email } = await createCustomer({ payload: shop.payload })
    const guess = () =>
      logCustomerIn({ ...from('192.0.2.7'), email, password: 'certainly-not' }).catch(
        (error: unknown) => (error as { code: string }).code,
      )
    for (let turn = 0; turn < 7; turn += 1) {
      expect(await guess()).toBe('customer.wrongLogin')
    }
    const byApi = await callShop(shop, '/api/customers/login', {
      body: { email, password: 'certainly-not' },
      headers: { 'x-forwarded-for': '192.0.2.7' },
    })
    expect(byApi.status).toBe(401)
    expect(await guess()).toBe('rateLimited')
  })

  it('asks for mails no more often than by the API', async () => {
    const email = 'sering@lunas.test'
    const input = { email, name: 'Sering', phone: '081211112222' }
    const ask = { ...from('192.0.2.8'), factor: 1, input: { email } }
    const open = { ...from('192.0.2.8'), factor: 1, input, locale: 'id' } as const
    for (let turn = 0; turn < 2; turn += 1) {
      await askForCustomerLink(ask)
      await openAccount(open)
    }
    const byApi = await callShop(shop, '/api/customers/forgot-password', { body: { email } })
    expect(byApi.status).toBe(200)
    await expect(askForCustomerLink(ask)).rejects.toMatchObject({ code: 'rateLimited' })
    await expect(openAccount(open)).rejects.toMatchObject({ code: 'rateLimited' })
  })

  it('sets a password once by a link; looking at the link uses nothing up', async () => {
    const { email, id } = await createCustomer({ payload: shop.payload })
    const { payload } = shop
    const token = await mailedToken(email)
    const set = (password: string) => setCustomerPassword({ ...from('192.0.2.2'), password, token })
    await expect(set('pendek')).rejects.toMatchObject({ code: 'customer.shortPassword' })
    expect(await isPasswordLinkAlive({ payload, token })).toBe(true)
    expect(await isPasswordLinkAlive({ payload, token })).toBe(true)
    const { name, value } = await set('kata sandi baru')
    expect(await findCustomer(from('192.0.2.2', `${name}=${value}`))).toMatchObject({ id })
    expect(await isPasswordLinkAlive({ payload, token })).toBe(false)
    await expect(set('kata sandi lain')).rejects.toMatchObject({ code: 'customer.linkExpired' })
  })

  it('finds a link dead after its hour, and nonsense dead at once', async () => {
    const { email } = await createCustomer({ payload: shop.payload })
    const token = await mailedToken(email)
    await queryRows(
      shop.payload,
      sql`update customers set reset_password_expiration = now() - interval '1 second'
        where email = ${email}`,
    )
    expect(await isPasswordLinkAlive({ payload: shop.payload, token })).toBe(false)
    const late = { ...from('192.0.2.3'), password: 'kata sandi baru' }
    for (const dead of [token, "' or 1=1 --", '']) {
      await expect(setCustomerPassword({ ...late, token: dead })).rejects.toMatchObject({
        code: 'customer.linkExpired',
      })
    }
  })

  it('logs out for good: the old cookie opens nothing', async () => {
    const { cookie } = await logIn('192.0.2.4')
    expect(await logCustomerOut(from('192.0.2.4', cookie))).toBe('lunas-token')
    expect(await findCustomer(from('192.0.2.4', cookie))).toBeNull()
  })

  it('changes the own name, number and language, and nothing else', async () => {
    const { cookie } = await logIn('192.0.2.5')
    const visit = from('192.0.2.5', cookie)
    const profile = { locale: 'en', name: 'Siti Rahma', phone: '0812-9999-8888' }
    await changeProfile({ ...visit, input: profile })
    expect(await findCustomer(visit)).toMatchObject({ ...profile, phone: '+6281299998888' })
    const withMore = { ...profile, email: 'lain@lunas.test' }
    await expect(changeProfile({ ...visit, input: withMore })).rejects.toMatchObject({
      code: 'input.invalid',
    })
    await expect(changeProfile({ ...from('192.0.2.5'), input: profile })).rejects.toMatchObject({
      code: 'auth.required',
    })
  })

  it('is nobody when the session belongs to staff', async () => {
    const { email, password } = await createStaff({ payload: shop.payload, role: 'admin' })
    const { token } = await shop.payload.login({ collection: 'staff', data: { email, password } })
    expect(await findCustomer(from('192.0.2.6', `lunas-token=${token}`))).toBeNull()
  })
})

describe('The mail with the link', () => {
  it.each([
    ['id', '/akun/kata-sandi?token='],
    ['en', '/en/akun/kata-sandi?token='],
  ])('leads a customer who reads "%s" to %s', async (locale, path) => {
    const { email } = await createCustomer({ payload: shop.payload, wish: { locale } })
    const sent = vi.spyOn(shop.payload.email, 'sendEmail').mockResolvedValue(undefined)
    await shop.payload.forgotPassword({ collection: 'customers', data: { email } })
    expect(sent.mock.calls[0]?.[0]).toMatchObject({
      html: expect.stringContaining(`"${shop.url}${path}`),
      to: email,
    })
    sent.mockRestore()
  })
})

describe('A short password', () => {
  it('is refused by the REST door as well', async () => {
    const { email } = await createCustomer({ payload: shop.payload })
    const token = await mailedToken(email)
    const answer = await callShop(shop, '/api/customers/reset-password', {
      body: { password: 'pendek', token },
    })
    expect(answer.status).toBe(422)
    expect(JSON.stringify(answer.json)).toContain('customer.shortPassword')
  })
})

describe('The list of own orders', () => {
  const order = (customerId?: string) =>
    placeOrder({
      input: {
        acceptedTerms: true,
        customer: { email: 'budi@lunas.test', name: 'Budi', phone: '081211112222' },
        items: [{ product: Object.values(shop.products)[0], quantity: 1 }],
      },
      locale: 'id',
      now: clock.now(),
      payload: shop.payload,
      ...(customerId === undefined ? {} : { customerId }),
    })

  it('holds what the customer ordered while logged in, newest first, and of nobody else', async () => {
    const { payload } = shop
    const [a, b] = [await createCustomer({ payload }), await createCustomer({ payload })]
    const first = await order(a.id)
    const second = await order(a.id)
    await order()
    const own = await findCustomerOrders({ customerId: a.id, page: 1, payload })
    expect(own.orders.map(({ number }) => number)).toEqual([second.number, first.number])
    expect(own.hasMore).toBe(false)
    expect(own.orders[1]).toEqual({
      contract: null,
      number: first.number,
      payment: null,
      paymentState: 'unpaid',
      placedAt: first.placedAt,
      spk: null,
      state: first.state,
      token: first.token,
      total: first.total,
    })
    const theirs = await findCustomerOrders({ customerId: b.id, page: 1, payload })
    expect(theirs.orders).toEqual([])
  })

  it('turns its pages after twenty orders', async () => {
    const { payload } = shop
    const customerId = (await createCustomer({ payload })).id
    for (let turn = 0; turn < 21; turn += 1) {
      await order(customerId)
    }
    const [first, second] = await Promise.all(
      [1, 2].map((page) => findCustomerOrders({ customerId, page, payload })),
    )
    expect([first?.orders.length, first?.hasMore]).toEqual([20, true])
    expect([second?.orders.length, second?.hasMore]).toEqual([1, false])
  })
})
