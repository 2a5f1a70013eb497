import { randomBytes } from 'node:crypto'

import { makeP12 } from './makeP12'

const YEARS = 5

/** The settings that a shop seals with, as they stand in its environment. */
export type SealSettings = { SPK_SEAL_P12: string; SPK_SEAL_PASSPHRASE: string }

/** A seal of its own for a shop that has none: the key in base64 and a passphrase that nobody chose. */
export const makeSealSettings = (args: { at: Date; name: string }): SealSettings => {
  const passphrase = randomBytes(24).toString('base64url')
  const validUntil = new Date(args.at)
  validUntil.setUTCFullYear(validUntil.getUTCFullYear() + YEARS)
  const p12 = makeP12({ name: args.name, passphrase, validFrom: args.at, validUntil })
  return { SPK_SEAL_P12: Buffer.from(p12).toString('base64'), SPK_SEAL_PASSPHRASE: passphrase }
}
