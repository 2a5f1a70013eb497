import type { X509Certificate } from 'node:crypto'
import type { Certificate } from 'pkijs'

import type { MeteraiReport } from '../report'
import type { SignedBytes } from './byteRange'

import { findSigningTime, namesCertificate } from './attributes'
import { leadsToRoot, toX509 } from './chain'
import { type Cms, OID, ownBytes, parseCms, verifyCms } from './cms'
import { readTimestamp, type SignedTime } from './timestamp'

/** What a signature is worth; `broken` when it does not fit what it stands in. */
export type SignatureCheck =
  | { kind: 'broken' }
  | {
      environment: MeteraiReport['environment']
      /** Whether the signer leads to a pinned root and is a signer of e-Meterai. */
      isKnown: boolean
      isTimeProven: boolean
      kind: 'intact'
      signedAt: Date | null
      signer: string
    }

/** Names of the test services: *Emeterai Development 2024* of *DJP Dev* (measured), and their kind. */
const STAGING = /\b(?:dev|development|staging|stg|sandbox|specimen|spesimen)\b/i

/** What signers of real stamps are called: *Meterai Elektronik 10000* (published), *Emeterai …*. */
const METERAI = /^(?:e-?meterai|meterai elektronik)\b/i

const wordOf = (subject: string, key: string): string =>
  new RegExp(`^${key}=(.*)$`, 'm').exec(subject)?.[1] ?? ''

/** Later than this after `now`, a time is not one clock's error any more. */
const AHEAD_MS = 24 * 3_600_000

const judge = (args: {
  cms: Cms
  now: Date
  roots: readonly X509Certificate[]
  signer: Certificate
  time: Exclude<SignedTime, { kind: 'broken' }>
}): SignatureCheck => {
  const { cms, now, roots, signer, time } = args
  const own = toX509(signer)
  const isTimeProven = time.kind === 'stamped' && time.isProven
  const signedAt = time.kind === 'stamped' ? time.at : findSigningTime(cms)
  if (signedAt !== null && signedAt.getTime() > now.getTime() + AHEAD_MS) {
    return { kind: 'broken' }
  }
  // A time that nobody vouches for must not make an expired certificate good again.
  const at = isTimeProven && signedAt !== null ? signedAt : now
  const leads = leadsToRoot({ at, certificate: signer, others: cms.certificates, roots })
  const isKnown = leads && METERAI.test(wordOf(own.subject, 'CN'))
  const isStaging = STAGING.test(`${own.subject}\n${own.issuer}`)
  const environment = isStaging ? 'STAGING' : isKnown ? 'PROD' : 'UNKNOWN'
  const name = wordOf(own.subject, 'CN') || own.subject.replaceAll('\n', ', ')
  return {
    environment,
    isKnown,
    isTimeProven,
    kind: 'intact',
    signedAt,
    signer: name.slice(0, 200),
  }
}

/**
 * Checks a detached CAdES signature over the bytes that it covers: digest and signature, the named
 * certificate, the timestamp, and where the signer leads to.
 *
 * @throws whatever the readers of ASN.1 throw for what is not readable
 */
export async function checkSignature(args: {
  /** What else may lead to a root. */
  more: readonly Certificate[]
  now: Date
  roots: readonly X509Certificate[]
  signed: SignedBytes
}): Promise<SignatureCheck> {
  const { more, now, roots, signed } = args
  const own = parseCms(signed.contents)
  const cms = { ...own, certificates: [...own.certificates, ...more] }
  const { eContent, eContentType } = cms.data.encapContentInfo
  // With content of its own a signature would be about that content, and not about the file.
  const isDetached = eContent === undefined && eContentType === OID.data
  if (!isDetached || cms.signer.signedAttrs === undefined) {
    return { kind: 'broken' }
  }
  const signer = await verifyCms(cms, ownBytes(signed.covered))
  if (signer === null || !namesCertificate(cms, signer)) {
    return { kind: 'broken' }
  }
  const time = await readTimestamp(cms, roots)
  return time.kind === 'broken' ? { kind: 'broken' } : judge({ cms, now, roots, signer, time })
}
