import type {
  CollectionAfterLoginHook,
  CollectionBeforeOperationHook,
  CollectionConfig,
  PayloadRequest,
} from 'payload'

import { APIError } from 'payload'

import { isDomainError } from '../errors'
import { queryRows, resolveClientAddress, resolveLocale, sql, statementsOf } from '../payload'
import { type LoginTry, rememberLogin, takeLoginTokens } from './loginRates'
import { refuseOddCredentials } from './oddCredentials'
import { forgetLinkOfOldAddress, queueResets } from './passwordReset'
import { spendPasswordTime } from './passwordTime'

type Credentials = { email: string; password: string }

const credentialsOf = (args: unknown): Credentials | null => {
  const { data } = args as { data?: Record<string, unknown> }
  const { email, password } = data ?? {}
  return typeof email === 'string' && typeof password === 'string' && email !== ''
    ? { email: email.toLowerCase().trim(), password }
    : null
}

/** The shop's own programs carry no address: they are trusted. */
const addressOf = (req: PayloadRequest): null | string =>
  req.payloadAPI === 'local' && !req.headers.get('x-forwarded-for')
    ? null
    : resolveClientAddress(req.headers)

/** Payload answers only its own kind of errors in full. */
const refuse = (error: unknown, req: PayloadRequest): never => {
  if (!isDomainError(error, 'rateLimited')) {
    throw error
  }
  const { retryAfterSeconds } = error.details
  req.responseHeaders = new Headers({ 'Retry-After': String(retryAfterSeconds) })
  const message = error.messageFor(resolveLocale({ headers: req.headers, url: req.url }))
  throw new APIError(message, error.status, { code: error.code, retryAfterSeconds }, true)
}

const limitLogin =
  (rateFactor: number): CollectionBeforeOperationHook =>
  async ({ args, collection, operation, req }) => {
    const typed = operation === 'login' ? credentialsOf(args) : null
    if (!typed) {
      return args
    }
    const { email, password } = typed
    const { payload } = req
    const address = addressOf(req)
    if (address !== null) {
      const login: LoginTry = { address, collection: collection.slug, email }
      await takeLoginTokens({ factor: rateFactor, login, payload }).catch((error: unknown) =>
        refuse(error, req),
      )
    }
    const table = sql.identifier(String(collection.dbName))
    const [account] = await queryRows(payload, sql`select 1 from ${table} where email = ${email}`)
    if (!account) {
      await spendPasswordTime(password)
    }
    return args
  }

const rememberAddress: CollectionAfterLoginHook = async ({ collection, req, user }) => {
  const { email } = user as { email?: unknown }
  const address = addressOf(req)
  if (address !== null && typeof email === 'string') {
    const login: LoginTry = { address, collection: collection.slug, email }
    await statementsOf(req).rows(rememberLogin(login))
  }
}

type LoginHooks = Required<
  Pick<NonNullable<CollectionConfig['hooks']>, 'afterChange' | 'afterLogin' | 'beforeOperation'>
>

/**
 * Hooks of a collection that logs people in: texts where texts belong, limits in Postgres, the same time for accounts that do
 * not exist, and links that set a password once, and only for the address to which they went. The
 * collection needs a fixed `dbName`.
 */
export const loginHooks = (options: { rateFactor: number }): LoginHooks => ({
  afterChange: [forgetLinkOfOldAddress],
  afterLogin: [rememberAddress],
  beforeOperation: [refuseOddCredentials, limitLogin(options.rateFactor), queueResets],
})
