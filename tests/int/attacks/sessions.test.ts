import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { lunasTasks } from '@/plugin'
import { queryRows, slugsOf, sql, type StaffRole } from '@/plugin/kernel/payload'
import { startWorker } from '@/plugin/kernel/queue'
import { createCustomer, type MadeAccount } from '../../factories/customer'
import { createStaff } from '../../factories/staff'
import { logInAs, logInCustomer, logInStaff } from '../../support/people'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

type Kind = 'customers' | 'staff'
type Mail = { html: string; to: string }

const inUse = useShop({ RATE_LIMIT_FACTOR: '0' })
const mails: Mail[] = []
let worker: Awaited<ReturnType<typeof startWorker>>

beforeAll(async () => {
  const { payload } = inUse.shop
  vi.spyOn(payload.email, 'sendEmail').mockImplementation((mail) => {
    mails.push(mail as Mail)
    return Promise.resolve()
  })
  const connectionString = process.env.DATABASE_URL ?? ''
  const tasks = lunasTasks.filter(({ name }) => name.startsWith('accounts.'))
  worker = await startWorker({ concurrency: 1, connectionString, crons: [], payload, tasks })
})
afterAll(() => worker.stop())

const KINDS = ['customers', 'staff'] as const

const open = (kind: Kind): Promise<MadeAccount> => {
  const { payload } = inUse.shop
  return kind === 'staff' ? createStaff({ payload, role: 'admin' }) : createCustomer({ payload })
}

const enter = (kind: Kind, account: MadeAccount) =>
  kind === 'staff' ? logInStaff(inUse.shop, account) : logInCustomer(inUse.shop, account)

/** Whether the session of these headers is anybody's. */
const isKnown = async (kind: Kind, headers: Record<string, string>): Promise<boolean> => {
  const { json } = await callShop<{ user: unknown }>(inUse.shop, `/api/${kind}/me`, { headers })
  return json.user !== null
}

const tokenIn = ({ html }: Mail): string =>
  /(?:token=|\/reset\/)([0-9a-f]{40})/.exec(html)?.[1] ?? ''

/** Payload mails to one account again only after a quarter of a minute. */
const forgetInterval = (kind: Kind, email: string): Promise<unknown> =>
  queryRows(
    inUse.shop.payload,
    sql`update ${sql.identifier(kind)} set reset_password_requested_at = null where email = ${email}`,
  )

/** Asks for a link as anybody may, with headers of one's own; answers with the newest mail. */
const askForMail = async (
  kind: Kind,
  email: string,
  headers: Record<string, string> = {},
): Promise<Mail> => {
  const before = mails.length
  const { hostname, port } = new URL(inUse.shop.url)
  const body = JSON.stringify({ email })
  const status = await new Promise((resolve, reject) => {
    const asked = request({
      headers: { 'content-type': 'application/json', ...headers },
      hostname,
      method: 'POST',
      path: `/api/${kind}/forgot-password`,
      port,
    })
    asked.once('response', (answer) => resolve(answer.resume().statusCode))
    asked.once('error', reject)
    asked.end(body)
  })
  expect(status).toBe(200)
  await vi.waitFor(() => expect(mails.length).toBeGreaterThan(before), { timeout: 20_000 })
  return mails.at(-1) ?? expect.unreachable()
}

const reset = (kind: Kind, token: string, password: string = randomUUID()) =>
  callShop<{ token?: string }>(inUse.shop, `/api/${kind}/reset-password`, {
    body: { password, token },
  })

describe('A session that is open', () => {
  const doors: Record<string, string> = {
    exports: '/api/exports/orders.csv?month=2031-03',
    orders: '/api/orders',
    staff: '/api/staff?where[role][equals]=owner',
  }

  const knock = async (headers: Record<string, string>): Promise<Record<string, number>> => {
    const answers: Record<string, number> = {}
    for (const [door, path] of Object.entries(doors)) {
      answers[door] = (await callShop(inUse.shop, path, { headers })).status
    }
    return answers
  }

  it('has the role of this very moment, not that of the login', async () => {
    const owner = await logInAs(inUse.shop, 'owner')
    const somebody = await logInAs(inUse.shop, 'admin')
    const become = async (role: StaffRole): Promise<void> => {
      const path = `/api/staff/${somebody.id}`
      const call = { body: { role }, headers: owner.headers, method: 'PATCH' }
      expect((await callShop(inUse.shop, path, call)).status).toBe(200)
    }
    expect(await knock(somebody.headers)).toEqual({ exports: 200, orders: 200, staff: 200 })
    await become('editor')
    expect(await knock(somebody.headers)).toMatchObject({ exports: 403, orders: 403 })
    await become('admin')
    expect(await knock(somebody.headers)).toMatchObject({ exports: 200, orders: 200 })
  })

  it('is nobody’s once its account is gone', async () => {
    const owner = await logInAs(inUse.shop, 'owner')
    for (const kind of KINDS) {
      const account = await open(kind)
      const { headers } = await enter(kind, account)
      expect(await isKnown(kind, headers)).toBe(true)
      const call = { headers: owner.headers, method: 'DELETE' }
      expect((await callShop(inUse.shop, `/api/${kind}/${account.id}`, call)).status).toBe(200)
      expect([kind, await isKnown(kind, headers)]).toEqual([kind, false])
      expect((await callShop(inUse.shop, '/api/orders', { headers })).status).toBe(403)
    }
  })

  it.each(KINDS)('is over once a link of a mail has set another password (%s)', async (kind) => {
    const account = await open(kind)
    const [one, two] = [await enter(kind, account), await enter(kind, account)]
    const { json, status } = await reset(kind, tokenIn(await askForMail(kind, account.email)))
    expect(status).toBe(200)
    expect(await isKnown(kind, one.headers)).toBe(false)
    expect(await isKnown(kind, two.headers)).toBe(false)
    expect(await isKnown(kind, { authorization: `JWT ${json.token}` })).toBe(true)
    const old = { body: { email: account.email, password: account.password } }
    expect((await callShop(inUse.shop, `/api/${kind}/login`, old)).status).toBe(401)
  })

  it('is over everywhere else when its owner changes his password, and everywhere when another does', async () => {
    const account = await open('staff')
    const [here, there] = [await enter('staff', account), await enter('staff', account)]
    const change = (headers: Record<string, string>) =>
      callShop(inUse.shop, `/api/staff/${account.id}`, {
        body: { password: randomUUID() },
        headers,
        method: 'PATCH',
      })
    expect((await change(here.headers)).status).toBe(200)
    expect(await isKnown('staff', there.headers)).toBe(false)
    expect(await isKnown('staff', here.headers)).toBe(true)
    const owner = await logInAs(inUse.shop, 'owner')
    expect((await change(owner.headers)).status).toBe(200)
    expect(await isKnown('staff', here.headers)).toBe(false)
  })

  it.each(KINDS)(
    'is over for good after the logout, also for whoever has kept it (%s)',
    async (kind) => {
      const account = await open(kind)
      const { headers } = await enter(kind, account)
      const path = `/api/${kind}/logout`
      expect((await callShop(inUse.shop, path, { headers, method: 'POST' })).status).toBe(200)
      expect(await isKnown(kind, headers)).toBe(false)
      const renewed = await callShop(inUse.shop, `/api/${kind}/refresh-token`, {
        headers,
        method: 'POST',
      })
      expect(renewed.status).toBeGreaterThanOrEqual(400)
    },
  )
})

describe('A link that sets a password', () => {
  it.each(KINDS)(
    'works once, though a hundred use it at once (%s)',
    async (kind) => {
      const { email } = await open(kind)
      const token = tokenIn(await askForMail(kind, email))
      const passwords = Array.from({ length: 100 }, () => randomUUID())
      const answers = await Promise.all(passwords.map((password) => reset(kind, token, password)))
      const won = passwords.filter((_, at) => answers[at]?.status === 200)
      expect(answers.filter(({ status }) => status >= 500)).toEqual([])
      expect(won).toHaveLength(1)
      const login = await callShop(inUse.shop, `/api/${kind}/login`, {
        body: { email, password: won[0] },
      })
      expect(login.status).toBe(200)
      expect((await reset(kind, token)).status).toBe(403)
    },
    60_000,
  )

  it.each(KINDS)('is dead once a newer one was mailed (%s)', async (kind) => {
    const { email } = await open(kind)
    const first = tokenIn(await askForMail(kind, email))
    await forgetInterval(kind, email)
    const second = tokenIn(await askForMail(kind, email))
    expect(second).not.toBe(first)
    expect((await reset(kind, first)).status).toBe(403)
    expect((await reset(kind, second)).status).toBe(200)
  })

  it.each(KINDS)(
    'that went to an old address is dead once the address was changed (%s)',
    async (kind) => {
      const account = await open(kind)
      const token = tokenIn(await askForMail(kind, account.email))
      const { headers } = await logInAs(inUse.shop, 'owner')
      const changed = await callShop(inUse.shop, `/api/${kind}/${account.id}`, {
        body: { email: `baru-${account.email}` },
        headers,
        method: 'PATCH',
      })
      expect(changed.status).toBe(200)
      expect((await reset(kind, token)).status).toBe(403)
    },
  )

  it('of one kind of account is nothing to the other', async () => {
    const token = tokenIn(await askForMail('customers', (await open('customers')).email))
    expect((await reset('staff', token)).status).toBe(403)
    expect((await reset('customers', token)).status).toBe(200)
  })

  it.each(KINDS)('leads to this shop, whatever host the request names (%s)', async (kind) => {
    const { email } = await open(kind)
    const { html } = await askForMail(kind, email, {
      forwarded: 'host=jahat.example;proto=https',
      host: 'jahat.example',
      origin: inUse.shop.url,
      referer: 'https://jahat.example/',
      'x-forwarded-host': 'jahat.example',
      'x-forwarded-proto': 'gopher',
      'x-original-url': 'https://jahat.example/',
    })
    expect(html).not.toContain('jahat')
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, link]) => new URL(link ?? ''))
    expect(links.length).toBeGreaterThan(0)
    const isWeb = ({ protocol }: URL): boolean => protocol.startsWith('http')
    expect(links.filter((link) => isWeb(link) && link.origin !== inUse.shop.url)).toEqual([])
    expect(html).toContain(`/${kind === 'staff' ? 'admin/reset/' : 'akun/kata-sandi?token='}`)
  })

  it.each(['', ' ', '0'.repeat(40), "' or 1=1 --", '{"$ne":null}', '%00'])(
    'that nobody mailed sets nothing: %j',
    async (token) => {
      for (const kind of KINDS) {
        const { status } = await reset(kind, token)
        expect([kind, status >= 400 && status < 500]).toEqual([kind, true])
      }
    },
  )

  it.each([null, 7, true, [], {}, { equals: 'x' }, { exists: true }, { not_equals: 'x' }])(
    'that is no text sets nothing: %j',
    async (token) => {
      const account = await open('customers')
      await askForMail('customers', account.email)
      const body = { password: randomUUID(), token }
      const answer = await callShop(inUse.shop, '/api/customers/reset-password', { body })
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
      expect((await enter('customers', account)).id).toBe(account.id)
    },
  )

  it('stays in nobody’s sight: not in the account, not in a list, not by a condition', async () => {
    const { email, id } = await open('customers')
    const token = tokenIn(await askForMail('customers', email))
    const { headers } = await logInAs(inUse.shop, 'owner')
    const { customers } = slugsOf(inUse.shop.payload)
    for (const query of ['', '&showHiddenFields=true', '&select[resetPasswordToken]=true']) {
      const path = `/api/${customers}?where[id][equals]=${id}${query}`
      const { json } = await callShop(inUse.shop, path, { headers })
      expect(JSON.stringify(json)).not.toContain(token)
    }
    const guess = `where[resetPasswordToken][like]=${token.slice(0, 4)}`
    const { json, status } = await callShop<{ docs?: unknown[] }>(
      inUse.shop,
      `/api/${customers}?${guess}`,
      { headers },
    )
    expect(status === 400 || json.docs?.length === 0).toBe(true)
  })
})
