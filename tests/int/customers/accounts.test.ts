import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { lunasTasks } from '@/plugin'
import { spendPasswordTime } from '@/plugin/kernel/accounts/passwordTime'
import { queryRows, sql } from '@/plugin/kernel/payload'
import { startWorker } from '@/plugin/kernel/queue'
import { createCustomer, type MadeAccount } from '../../factories/customer'
import { createStaff } from '../../factories/staff'
import { openShop, type OpenShop } from '../../support/openShop'
import { callShop } from '../../support/purchase'

vi.mock('@/plugin/kernel/accounts/passwordTime', { spy: true })

type Mail = { html: string; subject: string; to: string }

let shop: OpenShop
let worker: Awaited<ReturnType<typeof startWorker>>
const mails: Mail[] = []

const login = (args: { email: string; from?: string; password: string; slug?: string }) => {
  const { email, from, password, slug = 'customers' } = args
  return callShop(shop, `/api/${slug}/login`, {
    body: { email, password },
    ...(from ? { headers: { 'x-forwarded-for': from } } : {}),
  })
}

const WRONG = 'certainly-not-this-one'

/** Waits until the jobs about accounts have run out. */
const idle = (): Promise<void> =>
  vi.waitFor(
    async () => {
      const [row] = await queryRows<{ n: number }>(
        shop.payload,
        sql`select count(*)::int as n from graphile_worker._private_jobs j
          join graphile_worker._private_tasks t on t.id = j.task_id
          where t.identifier in ('accounts.passwordLink', 'customers.register')`,
      )
      expect(row?.n).toBe(0)
    },
    { interval: 50, timeout: 30_000 },
  )

beforeAll(async () => {
  const connectionString = process.env.DATABASE_URL ?? ''
  shop = await openShop({ databaseUrl: connectionString })
  const { payload } = shop
  vi.spyOn(payload.email, 'sendEmail').mockImplementation((mail) => {
    mails.push(mail as Mail)
    return Promise.resolve()
  })
  const tasks = lunasTasks.filter(({ name }) => /^(accounts|customers)\./.test(name))
  worker = await startWorker({ concurrency: 1, connectionString, crons: [], payload, tasks })
})

afterAll(async () => {
  await worker.stop()
  await shop.close()
})

beforeEach(() => {
  mails.length = 0
  vi.mocked(spendPasswordTime).mockClear()
})

describe('Guessing a password', () => {
  it('ends after eight tries from one address, also when all come at once', async () => {
    const { email } = await createCustomer({ payload: shop.payload })
    const tries = Array.from({ length: 14 }, () =>
      login({ email, from: '203.0.113.1', password: WRONG }),
    )
    const answers = await Promise.all(tries)
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(8)
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(6)
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(refused[0]?.json).toMatchObject({ errors: [{ data: { code: 'rateLimited' } }] })
  })

  it('counts an IPv6 network as one address', async () => {
    const { email } = await createCustomer({ payload: shop.payload })
    const from = (end: string) => login({ email, from: `2001:db8:7:1::${end}`, password: WRONG })
    const answers = await Promise.all(['1', '2', '3', '4', '5', '6', '7', '8', '9'].map(from))
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1)
    const neighbour = await login({ email, from: '2001:db8:7:2::1', password: WRONG })
    expect(neighbour.status).toBe(401)
  })

  it('from everywhere keeps strangers out, and never the owner', async () => {
    const { email, password } = await createCustomer({ payload: shop.payload })
    expect((await login({ email, from: '198.51.100.1', password })).status).toBe(200)
    await login({ email, from: '203.0.113.9', password: WRONG })
    await queryRows(
      shop.payload,
      sql`update rate_limits set hits = 1000 where bucket like 'login.account:customers:%'`,
    )
    expect((await login({ email, from: '203.0.113.10', password: WRONG })).status).toBe(429)
    expect((await login({ email, from: '198.51.100.1', password })).status).toBe(200)
    expect((await login({ email, from: '198.51.100.200', password })).status).toBe(429)
    const token = await askForLink('customers', email)
    const changed = await callShop(shop, '/api/customers/reset-password', {
      body: { password: 'Kata-sandi-baru-1', token },
      headers: { 'x-forwarded-for': '198.51.100.200' },
    })
    expect(changed.status).toBe(200)
    const back = await login({ email, from: '198.51.100.200', password: 'Kata-sandi-baru-1' })
    expect(back.status).toBe(200)
  })

  it('of staff is limited in the same way', async () => {
    const { email, password } = await createStaff({ payload: shop.payload, role: 'admin' })
    const tries = Array.from({ length: 9 }, () =>
      login({ email, from: '203.0.113.77', password: WRONG, slug: 'staff' }),
    )
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 429)).toHaveLength(1)
    const elsewhere = await login({ email, from: '203.0.113.78', password, slug: 'staff' })
    expect(elsewhere.status).toBe(200)
  })

  it('forgets failed tries after a good one', async () => {
    const { email, password } = await createCustomer({ payload: shop.payload })
    const from = '198.51.100.7'
    for (const attempt of [WRONG, WRONG, password, WRONG]) {
      await login({ email, from, password: attempt })
    }
    const [row] = await queryRows<{ hits: number }>(
      shop.payload,
      sql`select hits from rate_limits where bucket like 'login.pair:%:198.51.100.7'`,
    )
    expect(row?.hits).toBe(1)
  })
})

describe('Whether an address has an account', () => {
  const stranger = 'nobody-here@lunas.test'
  let known: MadeAccount

  beforeAll(async () => {
    known = await createCustomer({ payload: shop.payload })
  })

  it.each(['customers', 'staff'])('is not told by a failed login (%s)', async (slug) => {
    const payload = shop.payload
    const account = slug === 'staff' ? await createStaff({ payload, role: 'editor' }) : known
    const real = await login({ email: account.email, password: WRONG, slug })
    expect(spendPasswordTime).not.toHaveBeenCalled()
    const unreal = await login({ email: stranger, password: WRONG, slug })
    expect(spendPasswordTime).toHaveBeenCalledTimes(1)
    expect([unreal.status, unreal.json]).toEqual([real.status, real.json])
    expect(real.status).toBe(401)
  })

  it.each(['customers', 'staff'])('is not told by "forgot my password" (%s)', async (slug) => {
    const payload = shop.payload
    const account = slug === 'staff' ? await createStaff({ payload, role: 'editor' }) : known
    const ask = (email: string) =>
      callShop(shop, `/api/${slug}/forgot-password`, { body: { email } })
    const real = await ask(account.email)
    const unreal = await ask(stranger)
    expect([unreal.status, unreal.json]).toEqual([real.status, real.json])
    expect(real.status).toBe(200)
    await idle()
    expect(mails.map(({ to }) => to)).toEqual([account.email])
  })

  it('is not told by opening an account', async () => {
    const open = (email: string) =>
      callShop(shop, '/api/shop/customers', {
        body: { email, name: 'Budi', phone: '0812-3456-7890' },
      })
    const real = await open((await createCustomer({ payload: shop.payload })).email)
    const unreal = await open('baru@lunas.test')
    expect([unreal.status, unreal.json]).toEqual([real.status, real.json])
    expect(real.status).toBe(202)
    await idle()
    expect(mails).toHaveLength(2)
    expect(new Set(mails.map(({ subject }) => subject)).size).toBe(1)
  })

  it('is not told by the limit on mails', async () => {
    const ask = (email: string) =>
      callShop(shop, '/api/customers/forgot-password', { body: { email } })
    const { email } = await createCustomer({ payload: shop.payload })
    const statuses = async (address: string): Promise<number[]> => {
      const answers = []
      for (let turn = 0; turn < 6; turn++) {
        answers.push((await ask(address)).status)
      }
      return answers
    }
    const real = await statuses(email)
    expect(real).toEqual([200, 200, 200, 200, 200, 429])
    expect(await statuses('nobody-else@lunas.test')).toEqual(real)
  })
})

/** Asks for a link by the public door and reads its token from the mail. */
const askForLink = async (slug: string, email: string): Promise<string> => {
  await callShop(shop, `/api/${slug}/forgot-password`, { body: { email } })
  await idle()
  const mail = mails.find(({ to }) => to === email)
  const token = /(?:token=|\/reset\/)([0-9a-f]{40})/.exec(mail?.html ?? '')?.[1]
  expect(token).toBeDefined()
  return token ?? ''
}

describe('A customer account', () => {
  it('belongs to whoever reads the mails of its address', async () => {
    const email = 'siti@lunas.test'
    await callShop(shop, '/api/shop/customers', {
      body: { email: ' Siti@Lunas.test ', name: 'Siti', phone: '0812-1111-2222' },
    })
    await idle()
    const [mail] = mails
    expect(mail).toMatchObject({ subject: 'Atur kata sandi Anda', to: email })
    expect(mail?.html).toContain(`${shop.url}/akun/kata-sandi?token=`)
    const token = /token=([0-9a-f]{40})/.exec(mail?.html ?? '')?.[1]
    const set = (password: string) =>
      callShop(shop, '/api/customers/reset-password', { body: { password, token } })
    expect((await set('Kata-sandi-baru-1')).status).toBe(200)
    expect((await set('Kata-sandi-lain-2')).status).toBe(403)
    expect((await login({ email, password: 'Kata-sandi-baru-1' })).status).toBe(200)
    const [row] = await queryRows<{ name: string; phone: string }>(
      shop.payload,
      sql`select name, phone from customers where email = ${email}`,
    )
    expect(row).toEqual({ name: 'Siti', phone: '+6281211112222' })
  })

  it('is opened for guests by that door alone', async () => {
    const answer = await callShop(shop, '/api/customers', {
      body: { email: 'x@lunas.test', name: 'X Y', password: 'Kata-sandi-1', phone: '081211112222' },
    })
    expect(answer.status).toBe(403)
  })

  it.each([
    ['customer.invalidEmail', { email: 'bukan-alamat' }],
    ['customer.invalidName', { name: 'a\nb' }],
    ['customer.invalidPhone', { phone: '12' }],
    ['input.invalid', { password: 'Kata-sandi-1' }],
    ['input.invalid', { role: 'owner' }],
  ])('is refused with %s for %o', async (code, changes) => {
    const body = { email: 'ani@lunas.test', name: 'Ani', phone: '081211112222', ...changes }
    const answer = await callShop(shop, '/api/shop/customers', { body })
    expect(answer.code).toBe(code)
  })

  it('changes its name by itself, its password only by mail, its address not at all', async () => {
    const { email, id, password } = await createCustomer({ payload: shop.payload })
    const entered = await login({ email, password })
    const { token } = entered.json as { token: string }
    const change = (body: object) =>
      callShop(shop, `/api/customers/${id}`, {
        body,
        headers: { authorization: `JWT ${token}` },
        method: 'PATCH',
      })
    expect((await change({ name: 'Budi Baru' })).status).toBe(200)
    expect((await change({ password: 'Kata-sandi-baru-1' })).status).toBe(403)
    await change({ email: 'lain@lunas.test' })
    const [row] = await queryRows<{ email: string; name: string }>(
      shop.payload,
      sql`select email, name from customers where id = ${id}`,
    )
    expect(row).toEqual({ email, name: 'Budi Baru' })
    expect((await login({ email, password })).status).toBe(200)
  })

  it('keeps its session in a cookie that scripts and other sites cannot use', async () => {
    const { email, password } = await createCustomer({ payload: shop.payload })
    const cookie = (await login({ email, password })).headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^lunas-token=.*; HttpOnly=true;.*SameSite=Lax/)
  })
})
