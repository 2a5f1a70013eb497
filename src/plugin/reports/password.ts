import * as secrets from '../kernel/secrets'

const label = 'reports password'

/** A password bound to its report, as the database has it. */
type Owned = { owner: string; secret: string }

/** A new password for a report, sealed for the database. */
export const drawSealedPassword = (args: Owned): string =>
  secrets.sealPassword({ ...args, label, password: secrets.drawPassword() })

/**
 * Opens the password of a report.
 *
 * @throws Error when it was sealed with another secret, for another report, or was changed
 */
export const openReportPassword = (args: { sealed: string } & Owned): string =>
  secrets.openPassword({ ...args, label })
