import * as secrets from '../kernel/secrets'

/** The key of every package that is out: to change it is to lose their passwords. */
const label = 'downloads password'

/** A password bound to its right, as the database has it. */
type Owned = { owner: string; secret: string }

/** Seals the password of a right for the database. */
export const sealPassword = (args: { password: string } & Owned): string =>
  secrets.sealPassword({ ...args, label })

/**
 * Opens the password of a right.
 *
 * @throws Error when it was sealed with another secret, for another right, or was changed
 */
export const openPassword = (args: { sealed: string } & Owned): string =>
  secrets.openPassword({ ...args, label })
