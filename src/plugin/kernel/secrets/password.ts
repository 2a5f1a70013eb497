import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomInt } from 'node:crypto'

/** Letters and digits that nobody mistakes for each other on a telephone's screen. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789'

const GROUPS = 4
const GROUP = 5

/** A new password of something that is handed out: twenty characters in four groups, about 115 bits. */
export const drawPassword = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''),
  ).join('-')

/** What a sealed password is bound to. */
type SealedFor = {
  /** What passwords of this sort are for: each sort has a key of its own. Changed, nothing opens any more. */
  label: string
  /** Id of the row that it belongs to. */
  owner: string
  secret: string
}

const keyOf = ({ label, secret }: SealedFor): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'lunas', label, 32))

const IV = 12
const TAG = 16

/** Seals a password for the database: AES-256-GCM, bound to what it is for and whose it is. */
export const sealPassword = (args: { password: string } & SealedFor): string => {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', keyOf(args), iv).setAAD(Buffer.from(args.owner))
  const sealed = Buffer.concat([cipher.update(args.password, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

/**
 * Opens a sealed password.
 *
 * @throws Error when it was sealed with another secret, for something or somebody else, or was changed
 */
export const openPassword = (args: { sealed: string } & SealedFor): string => {
  const bytes = Buffer.from(args.sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', keyOf(args), bytes.subarray(0, IV))
  decipher.setAAD(Buffer.from(args.owner)).setAuthTag(bytes.subarray(IV, IV + TAG))
  return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString(
    'utf8',
  )
}
