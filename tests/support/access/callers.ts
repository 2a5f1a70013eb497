import { handleEndpoints, type Payload } from 'payload'

import { slugsOf } from '@/plugin/kernel/payload'

import { createCustomer, type CustomerWish, type MadeAccount } from '../../factories/customer'
import { createStaff } from '../../factories/staff'

/** Everybody who may knock, from the least to the most powerful. */
export const CALLERS = ['guest', 'customer A', 'customer B', 'editor', 'admin', 'owner'] as const

export type Caller = (typeof CALLERS)[number]

/** An answer of the shop's REST interface. */
export type Answer = { body: Record<string, unknown>; status: number }

/** Sends one request to the shop as somebody. */
export type Knock = (args: {
  as: Caller
  body?: object
  method?: 'DELETE' | 'GET' | 'HEAD' | 'PATCH' | 'POST' | 'PUT'
  path: string
  /** Sent as it is, instead of `body`. */
  raw?: FormData | string
}) => Promise<Answer>

const HOST = 'http://localhost:3000'

const send = async (payload: Payload, path: string, init: RequestInit): Promise<Answer> => {
  const request = new Request(`${HOST}/api${path}`, init)
  const config = Promise.resolve(payload.config)
  const response = await handleEndpoints({ config, request })
  const text = await response.text()
  const body = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : { text }
  return { body, status: response.status }
}

const login = async (args: {
  account: MadeAccount
  payload: Payload
  slug: string
}): Promise<string> => {
  const { email, password } = args.account
  const { body } = await send(args.payload, `/${args.slug}/login`, {
    body: JSON.stringify({ email, password }),
    headers: { 'Content-Type': 'application/json' },
    method: 'POST',
  })
  if (typeof body.token !== 'string') {
    throw new Error(`${email} could not log in: ${JSON.stringify(body)}`)
  }
  return body.token
}

/** Creates one account for every caller but the guest, and logs each of them in. */
export const gatherCallers = async (
  payload: Payload,
  wishes: Partial<Record<'customer A' | 'customer B', CustomerWish>> = {},
): Promise<{ accounts: Record<Exclude<Caller, 'guest'>, MadeAccount>; knock: Knock }> => {
  const slugs = slugsOf(payload)
  const accounts = {
    admin: await createStaff({ payload, role: 'admin' }),
    'customer A': await createCustomer({ payload, wish: wishes['customer A'] }),
    'customer B': await createCustomer({ payload, wish: wishes['customer B'] }),
    editor: await createStaff({ payload, role: 'editor' }),
    owner: await createStaff({ payload, role: 'owner' }),
  }
  const tokens = new Map<Caller, string>()
  for (const [caller, account] of Object.entries(accounts) as [Caller, MadeAccount][]) {
    const slug = caller.startsWith('customer') ? slugs.customers : slugs.staff
    tokens.set(caller, await login({ account, payload, slug }))
  }
  const knock: Knock = ({ as, body, method = 'GET', path, raw }) => {
    const token = tokens.get(as)
    const text = raw ?? (body ? JSON.stringify(body) : undefined)
    return send(payload, path, {
      headers: {
        ...(text instanceof FormData ? {} : { 'Content-Type': 'application/json' }),
        ...(token ? { Authorization: `JWT ${token}` } : {}),
      },
      method,
      ...(text === undefined ? {} : { body: text }),
    })
  }
  return { accounts, knock }
}
