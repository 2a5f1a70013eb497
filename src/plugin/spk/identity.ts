import { createHash, createHmac } from 'node:crypto'

import { DomainError } from '../kernel/errors'
import { openPassword, sealPassword } from '../kernel/secrets'
import { isNik, maskNik } from './nik'

const LABEL = 'spk.nik'

/** Names a key without giving it away: the first eight hex digits of its hash. */
export const keyIdOf = (secret: string): string =>
  createHash('sha256').update(`${LABEL}\n${secret}`).digest('hex').slice(0, 8)

/** A NIK as it is stored: sealed with AES-256-GCM, masked for people, marked to tell two apart. */
export type SealedNik = { key: string; mark: string; masked: string; sealed: string }

/**
 * Seals a NIK for the agreement that it belongs to. Dots, dashes and blanks are left out.
 *
 * @throws DomainError `spk.nikInvalid`
 */
export const sealNik = (args: { nik: string; secret: string; spkId: string }): SealedNik => {
  const { secret, spkId } = args
  const nik = args.nik.replaceAll(/[\s.-]/g, '')
  if (!isNik(nik)) {
    throw new DomainError('spk.nikInvalid', { field: 'nik' })
  }
  return {
    key: keyIdOf(secret),
    mark: createHmac('sha256', secret).update(`${LABEL}\n${nik}`).digest('hex').slice(0, 16),
    masked: maskNik(nik),
    sealed: sealPassword({ label: LABEL, owner: spkId, password: nik, secret }),
  }
}

/**
 * The whole NIK of an agreement: for the page that is drawn, and for staff who ask for it on record.
 *
 * @param args.secrets The key in use and earlier ones
 * @throws Error when none of the keys is the one that sealed it
 */
export const openNik = (args: {
  key: string
  sealed: string
  secrets: readonly string[]
  spkId: string
}): string => {
  const { key, sealed, secrets, spkId } = args
  const secret = secrets.find((each) => keyIdOf(each) === key)
  if (!secret) {
    throw new Error(`The NIK of SPK ${spkId} was sealed with key ${key}, which is not there`)
  }
  return openPassword({ label: LABEL, owner: spkId, sealed, secret })
}
