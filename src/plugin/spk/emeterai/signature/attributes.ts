import type { Certificate } from 'pkijs'

import { GeneralizedTime, type ObjectIdentifier, OctetString, Sequence, UTCTime } from 'asn1js'
import { createHash } from 'node:crypto'

import { type Cms, DIGESTS, OID } from './cms'

const findAttribute = ({ signer }: Cms, id: string): unknown =>
  signer.signedAttrs?.attributes.find(({ type }) => type === id)?.values[0]

/** When the signer's own clock says that it was signed. */
export const findSigningTime = (cms: Cms): Date | null => {
  const value = findAttribute(cms, OID.signingTime)
  return value instanceof UTCTime || value instanceof GeneralizedTime ? value.toDate() : null
}

const partsOf = (value: unknown): unknown[] =>
  value instanceof Sequence ? value.valueBlock.value : []

/**
 * Whether the signature names this very certificate (RFC 5035), as CAdES wants it: another certificate
 * for the same key cannot take its place.
 */
export const namesCertificate = (cms: Cms, certificate: Certificate): boolean => {
  const [certificates] = partsOf(findAttribute(cms, OID.signingCertificateV2))
  const parts = partsOf(partsOf(certificates)[0])
  const [algorithm] = partsOf(parts.find((part) => part instanceof Sequence))
  const isNamed = parts[0] instanceof Sequence
  const id = isNamed ? (algorithm as ObjectIdentifier).valueBlock.toString() : undefined
  const digest = id === undefined ? 'sha256' : DIGESTS[id]
  const hash = parts.find((part) => part instanceof OctetString)
  if (digest === undefined || hash === undefined) {
    return false
  }
  const bytes = Buffer.from(certificate.toSchema().toBER())
  const own = createHash(digest).update(bytes).digest()
  return own.equals(hash.valueBlock.valueHexView)
}
