/** A site as the panel has it, and as the web server shows it: the two part until it is reloaded. */
export type HestiaDomain = {
  aliases: string[]
  ip: string
  isSuspended: boolean
  shows: 'site' | 'suspended page'
}

/** An account. */
export type HestiaUser = {
  domains: Record<string, HestiaDomain>
  email: string
  isSuspended: boolean
  package: string
  password: string
}

/** Everything that the panel knows. */
export type HestiaStore = {
  /** Commands that the key may run; `*` for all. */
  commands: string[]
  ip: string
  key: string
  packages: string[]
  users: Record<string, HestiaUser>
}

/** Exit codes of Hestia (`func/main.sh`). */
export const CODES = {
  args: 1,
  disabled: 11,
  exists: 4,
  forbidden: 10,
  invalid: 2,
  notExist: 3,
  ok: 0,
  password: 9,
  restart: 20,
  suspended: 5,
  unsuspended: 6,
} as const

/** A panel as it is after its installation. */
export const freshHestia = (key: string): HestiaStore => ({
  commands: ['*'],
  ip: '203.0.113.20',
  key,
  packages: ['default', 'hemat'],
  users: {},
})
