import type { CollectionConfig, Endpoint } from 'payload'

/** Settings of a login that differ between shops. */
export type LoginOptions = {
  /** Multiplies the limits of logins and mails; 0 switches them off. Default 1. */
  rateFactor?: number
  /** Cookies only over HTTPS; on in production. */
  secureCookies: boolean
}

type AuthSettings = Exclude<CollectionConfig['auth'], boolean | undefined>

const EIGHT_HOURS = 8 * 60 * 60
const THIRTY_DAYS = 30 * 24 * 60 * 60

/**
 * Payload's lock closes an account to its owner because strangers guessed: anybody could keep anybody
 * out. The limits of `kernel/accounts` count instead; this number is out of reach.
 */
const NEVER_LOCK = 1_000_000

const loginSettings = (args: LoginOptions & { seconds: number }): AuthSettings => ({
  cookies: { sameSite: 'Lax', secure: args.secureCookies },
  maxLoginAttempts: NEVER_LOCK,
  tokenExpiration: args.seconds,
})

/** A working day for those who hold the shop in their hands. */
export const staffLogin = (options: LoginOptions): AuthSettings =>
  loginSettings({ ...options, seconds: EIGHT_HOURS })

/** A month for customers, who come back once a month to pay. */
export const customerLogin = (options: LoginOptions): AuthSettings =>
  loginSettings({ ...options, seconds: THIRTY_DAYS })

/**
 * Closes Payload's `first-register`, which runs without any access check while the collection is
 * empty. The first owner comes from the seed.
 */
export const closedFirstRegister: Omit<Endpoint, 'root'> = {
  custom: { access: 'nobody' },
  handler: () =>
    Response.json(
      { errors: [{ code: 'auth.forbidden', message: 'Pendaftaran ini ditutup.' }] },
      { status: 403 },
    ),
  method: 'post',
  path: '/first-register',
}
