import { beforeAll, describe, expect, it } from 'vitest'
import { queryRows, sql } from '@/plugin/kernel/payload'
import { createCustomer } from '../../factories/customer'
import { createStaff } from '../../factories/staff'
import { combine } from '../../support/combine'
import { type LoggedIn, logInAs } from '../../support/people'
import { type Answer, callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop({ RATE_LIMIT_FACTOR: '0' })
const people = {} as Record<'admin' | 'editor' | 'guest' | 'owner', LoggedIn>
const ids = {} as Record<'customers' | 'staff', string>

beforeAll(async () => {
  const { payload } = inUse.shop
  people.guest = { headers: {}, id: '' }
  people.owner = await logInAs(inUse.shop, 'owner')
  people.admin = await logInAs(inUse.shop, 'admin')
  people.editor = await logInAs(inUse.shop, 'editor')
  ids.customers = (await createCustomer({ payload })).id
  ids.staff = (await createStaff({ payload, role: 'editor' })).id
})

const NO_TEXTS: readonly unknown[] = [
  [],
  ['x@contoh.id'],
  [[null]],
  {},
  { equals: 'x@contoh.id' },
  { toString: 1 },
  5,
  0,
  true,
  false,
]

type Sent = { errors?: { data?: { field?: string }; field?: string; message?: string }[] }

/** The field that a refusal names, for programs or in its sentence. */
const fieldOf = ({ json }: Answer<Sent>): string | undefined => {
  const [error] = json.errors ?? []
  return error?.data?.field ?? error?.field ?? /^Missing (\w+)\.$/.exec(error?.message ?? '')?.[1]
}

const send = (by: LoggedIn, method: string, path: string, body: object) =>
  callShop<Sent>(inUse.shop, path, { body, headers: by.headers, method })

type Write = { by: () => LoggedIn; body: object; method: string; path: () => string; who: string }

const complete = {
  email: 'baru@contoh.id',
  name: 'Baru',
  password: 'rahasia-sekali-1',
  phone: '081234567890',
}

/** Everybody who may write accounts, at every door where they do. */
const WRITES: readonly Write[] = [
  ...(['customers', 'staff'] as const).flatMap((slug) => [
    {
      body: complete,
      by: () => people.owner,
      method: 'POST',
      path: () => `/api/${slug}`,
      who: `an owner adds to ${slug}`,
    },
    {
      body: {},
      by: () => people.owner,
      method: 'PATCH',
      path: () => `/api/${slug}/${ids[slug]}`,
      who: `an owner changes ${slug}`,
    },
  ]),
  {
    body: complete,
    by: () => people.admin,
    method: 'POST',
    path: () => '/api/customers',
    who: 'an admin adds to customers',
  },
  {
    body: {},
    by: () => people.admin,
    method: 'PATCH',
    path: () => `/api/customers/${ids.customers}`,
    who: 'an admin changes customers',
  },
  ...(['admin', 'editor', 'owner'] as const).map((role) => ({
    body: {},
    by: () => people[role],
    method: 'PATCH',
    path: () => `/api/staff/${people[role].id}`,
    who: `an ${role} changes the own account`,
  })),
]

const readAccounts = async (): Promise<unknown[]> => {
  const { payload } = inUse.shop
  return [
    ...(await queryRows(payload, sql`select id, email, hash, salt from staff order by id`)),
    ...(await queryRows(payload, sql`select id, email, hash, salt from customers order by id`)),
  ]
}

describe('An account whose e-mail or password is no text', () => {
  it.each(WRITES.map((one) => [one.who, one] as const))(
    'is refused with its field when %s',
    async (_who, { body, by, method, path }) => {
      const before = await readAccounts()
      for (const [field, value] of combine(['email', 'password', 'username'], NO_TEXTS)) {
        const answer = await send(by(), method, path(), { ...body, [field]: value })
        expect([value, answer.status, fieldOf(answer)]).toEqual([value, 400, field])
      }
      expect(await readAccounts()).toEqual(before)
    },
  )

  it.each(combine(['customers', 'staff'], ['email', 'password']))(
    'gets nobody into %s by its %s',
    async (slug, field) => {
      for (const value of NO_TEXTS) {
        const body = { email: 'x@contoh.id', password: 'rahasia-sekali-1', [field]: value }
        const answer = await send(people.guest, 'POST', `/api/${slug}/login`, body)
        expect([value, answer.status, fieldOf(answer)]).toEqual([value, 400, field])
      }
    },
  )

  it.each(combine(['customers', 'staff'], ['password', 'token']))(
    'sets no new password in %s by its %s',
    async (slug, field) => {
      for (const value of NO_TEXTS) {
        const body = { password: 'rahasia-sekali-1', token: 'x', [field]: value }
        const answer = await send(people.guest, 'POST', `/api/${slug}/reset-password`, body)
        expect([value, answer.status, fieldOf(answer)]).toEqual([value, 400, field])
      }
    },
  )

  it.each(['customers', 'staff'])('has no link mailed and nothing unlocked in %s', async (slug) => {
    for (const email of NO_TEXTS) {
      const asked = await send(people.guest, 'POST', `/api/${slug}/forgot-password`, { email })
      expect([email, asked.status, fieldOf(asked)]).toEqual([email, 422, 'email'])
      const unlocked = await send(people.owner, 'POST', `/api/${slug}/unlock`, { email })
      expect([email, unlocked.status, fieldOf(unlocked)]).toEqual([email, 400, 'email'])
    }
  })

  it('is refused in the language of whoever asks', async () => {
    const texts: (string | undefined)[] = []
    for (const locale of ['id', 'en']) {
      const path = `/api/staff/login`
      const call = { body: { email: [] }, headers: { 'accept-language': locale } }
      const { json } = await callShop<Sent>(inUse.shop, path, call)
      texts.push(json.errors?.[0]?.message)
    }
    expect(texts[0]).toMatch(/^Ada isian/)
    expect(texts[1]).toMatch(/^Something in the form/)
  })
})
