import type { DisbursementOptions } from '../plugin/adapters/duitku'
import type { Environment } from './schema'

type Values = Readonly<Record<string, string | undefined>>

const NAMES = [
  'DUITKU_DISBURSEMENT_USER_ID',
  'DUITKU_DISBURSEMENT_EMAIL',
  'DUITKU_DISBURSEMENT_SECRET',
] as const

/** Names what is missing of a disbursement that is set up by half, in plain words. */
export const findMissingDisbursementSettings = (values: Values): string[] => {
  const missing = NAMES.filter((name) => (values[name] ?? '').trim() === '')
  return missing.length === NAMES.length
    ? []
    : missing.map((name) => `${name} is missing; Duitku Disbursement needs all three or none`)
}

/** The settings as the adapter takes them; undefined where the shop sends by hand. */
export const disbursementOptions = (
  settings: Environment,
): Omit<DisbursementOptions, 'logger'> | undefined => {
  const {
    DUITKU_DISBURSEMENT_EMAIL: email,
    DUITKU_DISBURSEMENT_SECRET: secret,
    DUITKU_DISBURSEMENT_URL: url,
    DUITKU_DISBURSEMENT_USER_ID: userId,
  } = settings
  return email && secret && userId ? { email, secret, url, userId } : undefined
}
