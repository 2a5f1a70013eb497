import { P12Signer } from '@libpdf/core'
import { verify, X509Certificate } from 'node:crypto'

import { DomainError, type Labels } from '../../kernel/errors'
import { formatDay, wibDayOf } from '../../kernel/time'

/** The key of the seal as it stands in the settings. */
export type SealKey = { p12: Uint8Array; passphrase: string }

/** Whose seal it is, for the doctor and for the sheet that says what the seal proves. */
export type SealCertificate = {
  /** SHA-256 of the certificate, hex. */
  fingerprint: string
  /** Nobody but the shop itself vouches for it. */
  isSelfSigned: boolean
  issuer: string
  subject: string
  validFrom: Date
  validUntil: Date
}

/** What signs, and whose it is. */
export type OpenSeal = { certificate: SealCertificate; signer: P12Signer }

/** Below this a key can be guessed. */
const LEAST_RSA_BITS = 2_048

const openP12 = async ({ p12, passphrase }: SealKey): Promise<P12Signer> => {
  try {
    return await P12Signer.create(p12, passphrase)
  } catch (error) {
    const isLocked = error instanceof Error && /integrity|password/i.test(error.message)
    throw new DomainError(
      isLocked ? 'seal.keyPassphrase' : 'seal.keyUnreadable',
      {},
      { cause: error },
    )
  }
}

/** The common name of a subject, else all of it in one line. */
const nameOf = (subject: string): string =>
  /^CN=(.+)$/m.exec(subject)?.[1] ?? subject.replaceAll('\n', ', ')

const isStrong = ({ publicKey }: X509Certificate): boolean =>
  publicKey.asymmetricKeyType !== 'rsa' ||
  (publicKey.asymmetricKeyDetails?.modulusLength ?? 0) >= LEAST_RSA_BITS

/** A certificate of another key would make seals that nobody can check. */
const isPair = async (signer: P12Signer, { publicKey }: X509Certificate): Promise<boolean> => {
  const probe = Buffer.from('seal')
  return verify('sha256', probe, publicKey, await signer.sign(probe, 'SHA-256'))
}

const describe = (x509: X509Certificate): SealCertificate => ({
  fingerprint: x509.fingerprint256.replaceAll(':', '').toLowerCase(),
  // Not `checkIssued`: it wants a key that may sign certificates, which a seal has no need of.
  isSelfSigned: x509.issuer === x509.subject && x509.verify(x509.publicKey),
  issuer: nameOf(x509.issuer),
  subject: nameOf(x509.subject),
  validFrom: new Date(x509.validFrom),
  validUntil: new Date(x509.validTo),
})

const dayOf = (at: Date): Labels => {
  const day = wibDayOf(at)
  return { en: formatDay(day, 'en'), id: formatDay(day) }
}

const refuseOutOfTime = ({ validFrom, validUntil }: SealCertificate, at: Date): void => {
  if (at < validFrom) {
    throw new DomainError('seal.keyNotYetValid', { from: dayOf(validFrom) })
  }
  if (at > validUntil) {
    throw new DomainError('seal.keyExpired', { until: dayOf(validUntil) })
  }
}

/** Opens the key for signing at an instant; throws as `readSeal` does. */
export const openSeal = async ({ at, ...key }: SealKey & { at: Date }): Promise<OpenSeal> => {
  const signer = await openP12(key)
  const x509 = new X509Certificate(signer.certificate)
  if (!isStrong(x509) || !(await isPair(signer, x509))) {
    throw new DomainError('seal.keyUnfit')
  }
  const certificate = describe(x509)
  refuseOutOfTime(certificate, at)
  return { certificate, signer }
}

/**
 * Whose seal the settings hold. Throws a `DomainError` when it could not seal at `at`:
 * `seal.keyUnreadable`, `seal.keyPassphrase`, `seal.keyUnfit`, `seal.keyNotYetValid`, `seal.keyExpired`.
 */
export const readSeal = async (args: SealKey & { at: Date }): Promise<SealCertificate> =>
  (await openSeal(args)).certificate
