import { randomBytes, randomUUID } from 'node:crypto'

import type { Authority } from './stamping'
import type { Fault } from './faults'

/** A file that was sent to be stamped. */
type Upload = { bytes: Buffer; id: string; name: string }

/** A serial that was bought, for which file, and what became of it. */
export type Serial = {
  fileId: string
  /** How often the service was asked to affix it. */
  signings: number
  sn: string
  stamped: Buffer | undefined
}

/** What was asked, without secrets: for tests and for the page. */
export type Received = { door: string; json: Record<string, unknown> }

/** Everything that a simulator knows. */
export type Desk = {
  authority: Authority
  balance: number
  faults: Fault[]
  now: () => Date
  password: string
  received: Received[]
  serials: Map<string, Serial>
  tokens: Set<string>
  uploads: Map<string, Upload>
  user: string
}

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

const newSerial = (): string =>
  [...randomBytes(22)].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('')

/** A new token; the old ones stay good until they are made dead. */
export const giveToken = ({ tokens }: Desk): string => {
  const token = `eyJ.${randomBytes(24).toString('base64url')}.sim`
  tokens.add(token)
  return token
}

/** Keeps a file. */
export const keepUpload = ({ uploads }: Desk, file: { bytes: Buffer; name: string }): Upload => {
  const upload = { ...file, id: randomUUID() }
  uploads.set(upload.id, upload)
  return upload
}

/** Sells a serial for a file; undefined when the balance is empty. */
export const sellSerial = (desk: Desk, fileId: string): Serial | undefined => {
  if (desk.balance < 1) {
    return undefined
  }
  desk.balance -= 1
  const serial: Serial = { fileId, signings: 0, sn: newSerial(), stamped: undefined }
  desk.serials.set(serial.sn, serial)
  return serial
}
