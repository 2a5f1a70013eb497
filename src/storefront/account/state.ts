/** The fields of the account pages, by the names their forms use. */
export const accountFields = ['name', 'email', 'phone', 'password', 'language'] as const

/** One field of an account form. */
export type AccountField = (typeof accountFields)[number]

/** What a form shows after a refused attempt; sent to the browser, so plain data only. */
export type AccountState = {
  errors: Partial<Record<AccountField, string>>
  /** A message that belongs to no field. */
  general?: string
  /** What was typed; never a password. */
  values: Partial<Record<AccountField, string>>
}

/** A form nobody has sent yet. */
export const emptyAccount: AccountState = { errors: {}, values: {} }
