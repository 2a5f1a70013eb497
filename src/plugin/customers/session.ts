import {
  APIError,
  createLocalReq,
  generatePayloadCookie,
  logoutOperation,
  type Payload,
  type PayloadRequest,
} from 'payload'

import { DomainError } from '../kernel/errors'
import { queryRows, slugsOf, sql } from '../kernel/payload'
import { assertPassword } from './rules'

/** Who asks, and at which shop. Headers carry the address that limits count, and the session. */
export type Visit = { headers: Headers; payload: Payload }

/** The cookie that keeps a customer logged in, as the collection wants it. */
export type SessionCookie = {
  domain?: string
  expires: Date
  httpOnly: true
  name: string
  path: '/'
  sameSite: 'lax' | 'none' | 'strict'
  secure: boolean
  value: string
}

const TOKEN = /^[0-9a-f]{40}$/

const cookieOf = (payload: Payload, token: string): SessionCookie => {
  const { auth } = payload.collections[slugsOf(payload).customers].config
  const made = generatePayloadCookie({
    collectionAuthConfig: auth,
    cookiePrefix: payload.config.cookiePrefix,
    returnCookieAsObject: true,
    token,
  })
  const { sameSite = 'Lax' } = made
  return {
    ...(made.domain === undefined ? {} : { domain: made.domain }),
    expires: new Date(made.expires ?? 0),
    httpOnly: true,
    name: made.name,
    path: '/',
    sameSite: sameSite.toLowerCase() as SessionCookie['sameSite'],
    secure: made.secure ?? false,
    value: token,
  }
}

/** Limits count whoever comes by a page as they count whoever calls the API. */
const requestOf = ({ headers }: Visit): Partial<PayloadRequest> => ({ headers, payloadAPI: 'REST' })

/** The refusals that Payload speaks in its own words, in ours. */
const translate = (error: unknown, refused: 'customer.linkExpired' | 'customer.wrongLogin') => {
  if (!(error instanceof APIError)) {
    return error
  }
  const { code, retryAfterSeconds } = (error.data ?? {}) as Record<string, unknown>
  if (code === 'rateLimited') {
    return new DomainError('rateLimited', { retryAfterSeconds: Number(retryAfterSeconds) })
  }
  return error.status < 500 ? new DomainError(refused) : error
}

const toCookie = (payload: Payload, token: null | string | undefined): SessionCookie => {
  if (!token) {
    throw new Error('The login gave no token')
  }
  return cookieOf(payload, token)
}

/**
 * Logs a customer in, under the limits of the REST login.
 *
 * @throws DomainError `customer.wrongLogin`, `rateLimited`
 */
export const logCustomerIn = async (
  args: Visit & { email: string; password: string },
): Promise<SessionCookie> => {
  const { email, password, payload } = args
  const entered = await payload
    .login({
      collection: slugsOf(payload).customers,
      data: { email, password } as never,
      depth: 0,
      overrideAccess: false,
      req: requestOf(args),
    })
    .catch((error: unknown) => {
      throw translate(error, 'customer.wrongLogin')
    })
  return toCookie(payload, entered.token)
}

/** Whether the link of a mail still sets a password. Changes nothing. */
export const isPasswordLinkAlive = async (args: {
  payload: Payload
  token: string
}): Promise<boolean> => {
  const { payload, token } = args
  if (!TOKEN.test(token)) {
    return false
  }
  const rows = await queryRows(
    payload,
    sql`select 1 from customers
      where reset_password_token = ${token} and reset_password_expiration > now()`,
  )
  return rows.length > 0
}

/**
 * Sets the password by the link of a mail and logs the customer in.
 *
 * @throws DomainError `customer.shortPassword`, `customer.linkExpired`
 */
export const setCustomerPassword = async (
  args: Visit & { password: string; token: string },
): Promise<SessionCookie> => {
  const { password, payload, token } = args
  assertPassword(password)
  if (!TOKEN.test(token)) {
    throw new DomainError('customer.linkExpired')
  }
  const entered = await payload
    .resetPassword({
      collection: slugsOf(payload).customers,
      data: { password, token },
      overrideAccess: false,
      req: requestOf(args),
    })
    .catch((error: unknown) => {
      throw translate(error, 'customer.linkExpired')
    })
  return toCookie(payload, entered.token)
}

/** Ends this one session; answers with the name of the cookie to forget. */
export const logCustomerOut = async ({ headers, payload }: Visit): Promise<string> => {
  const { customers: slug } = slugsOf(payload)
  const { user } = await payload.auth({ headers })
  if (user?.collection === slug) {
    const req = await createLocalReq({ user }, payload)
    await logoutOperation({ collection: payload.collections[slug], req })
  }
  return `${payload.config.cookiePrefix}-token`
}
