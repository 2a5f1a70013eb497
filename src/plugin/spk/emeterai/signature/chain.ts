import type { Certificate } from 'pkijs'

import { X509Certificate } from 'node:crypto'
import { BasicConstraints, ExtKeyUsage } from 'pkijs'

const MAX_DEPTH = 6

const EXTENSIONS = { basicConstraints: '2.5.29.19', extKeyUsage: '2.5.29.37' } as const

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g

/**
 * Reads the pinned roots of the settings; one text may hold several.
 *
 * @throws TypeError that names the text (by its place in the list) that holds no certificate
 */
export function readRoots(pems: readonly string[]): X509Certificate[] {
  return pems.flatMap((pem, index) => {
    const blocks = pem.match(PEM) ?? []
    try {
      if (blocks.length > 0) {
        return blocks.map((block) => new X509Certificate(block))
      }
    } catch {
      // Said below, in the same words.
    }
    throw new TypeError(`e-Meterai root ${index + 1} is not a PEM certificate`)
  })
}

/** The same certificate in the words of Node, whose checks are OpenSSL's. */
export const toX509 = (certificate: Certificate): X509Certificate =>
  new X509Certificate(Buffer.from(certificate.toSchema().toBER()))

const valueOf = (certificate: Certificate, id: string): unknown =>
  certificate.extensions?.find(({ extnID }) => extnID === id)?.parsedValue

/** Whether a certificate may be used for timestamps (RFC 3161, 2.3). */
export const mayStampTime = (certificate: Certificate): boolean => {
  const usage = valueOf(certificate, EXTENSIONS.extKeyUsage)
  return usage instanceof ExtKeyUsage && usage.keyPurposes.includes('1.3.6.1.5.5.7.3.8')
}

const isValidAt = (certificate: X509Certificate, at: Date): boolean =>
  Date.parse(certificate.validFrom) <= at.getTime() &&
  at.getTime() <= Date.parse(certificate.validTo)

/** How many authorities may stand below this one. */
const depthBelow = (certificate: Certificate): number => {
  const constraints = valueOf(certificate, EXTENSIONS.basicConstraints)
  const length = constraints instanceof BasicConstraints ? constraints.pathLenConstraint : undefined
  return typeof length === 'number' ? length : MAX_DEPTH
}

type Link = { below: number; own: X509Certificate }

const hasIssued = (issuer: X509Certificate, own: X509Certificate): boolean =>
  own.checkIssued(issuer) && own.verify(issuer.publicKey)

/**
 * Whether a certificate leads to a pinned root through authorities that came with it, every one of
 * them valid at that time. A root counts because it is pinned, not because it signed itself.
 */
export function leadsToRoot(args: {
  at: Date
  certificate: Certificate
  others: readonly Certificate[]
  roots: readonly X509Certificate[]
}): boolean {
  const { at, roots } = args
  const authorities = args.others
    .map((each) => ({ below: depthBelow(each), own: toX509(each) }))
    .filter(({ own }) => own.ca && isValidAt(own, at))
  const climb = ({ below, own }: Link, left: readonly Link[]): boolean => {
    if (roots.some((root) => isValidAt(root, at) && hasIssued(root, own))) {
      return true
    }
    const issuers = left.filter((each) => each.below >= below && hasIssued(each.own, own))
    const rest = left.filter((each) => !issuers.includes(each))
    return below < MAX_DEPTH && issuers.some((each) => climb({ ...each, below: below + 1 }, rest))
  }
  const own = toX509(args.certificate)
  return isValidAt(own, at) && climb({ below: 0, own }, authorities)
}
