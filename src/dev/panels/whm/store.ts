/** A cPanel account. */
export type WhmAccount = {
  aliases: string[]
  domain: string
  email: string
  /** Only root may open it again (`disallowun`). */
  isLocked: boolean
  isSuspended: boolean
  password: string
  plan: string
  reason: string
}

/** Everything that the panel knows. */
export type WhmStore = {
  accounts: Record<string, WhmAccount>
  ip: string
  packages: string[]
  /** Privileges of the token (`myprivs`). */
  privileges: string[]
  /** `USER:TOKEN`. */
  token: string
}

/** A panel as it is after its installation, with the token of a reseller. */
export const freshWhm = (token: string): WhmStore => ({
  accounts: {},
  ip: '203.0.113.30',
  packages: ['default', 'hemat'],
  privileges: [
    'acct-summary',
    'cpanel-api',
    'create-acct',
    'create-user-session',
    'kill-acct',
    'list-accts',
    'suspend-acct',
  ],
  token,
})
