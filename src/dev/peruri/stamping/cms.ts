import { createHash, randomBytes, sign, X509Certificate } from 'node:crypto'
import forge from 'node-forge'

import type { Authority, Signer } from './authority'

import { der, derAlgorithm, derInteger, derOid, derSet, derTime, endless, TAG } from './der'

const OID = {
  contentType: '1.2.840.113549.1.9.3',
  data: '1.2.840.113549.1.7.1',
  messageDigest: '1.2.840.113549.1.9.4',
  rsa: '1.2.840.113549.1.1.1',
  sha256: '2.16.840.1.101.3.4.2.1',
  signedData: '1.2.840.113549.1.7.2',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  signingTime: '1.2.840.113549.1.9.5',
  timestamp: '1.2.840.113549.1.9.16.2.14',
  timestampContent: '1.2.840.113549.1.9.16.1.4',
} as const

const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

const rawOf = (pem: string): Buffer => new X509Certificate(pem).raw

const attribute = (oid: string, value: Uint8Array): Buffer =>
  der(TAG.sequence, derOid(oid), der(TAG.set, value))

/** Issuer and serial, by which a signature names its certificate. */
const identityOf = (pem: string): Buffer => {
  const certificate = forge.pki.certificateFromPem(pem)
  const issuer = forge.asn1.toDer(forge.pki.distinguishedNameToAsn1(certificate.issuer)).getBytes()
  return der(
    TAG.sequence,
    Buffer.from(issuer, 'latin1'),
    derInteger(Buffer.from(certificate.serialNumber, 'hex')),
  )
}

const namedCertificate = (pem: string): Buffer => {
  const named = der(TAG.sequence, der(TAG.octets, digest(rawOf(pem))))
  return attribute(OID.signingCertificateV2, der(TAG.sequence, der(TAG.sequence, named)))
}

type Message = {
  /** Stands inside of the signature; null when it stands in the file around it. */
  content: { bytes: Buffer; isInside: boolean; type: string }
  isEndless: boolean
  more: readonly Buffer[]
  signer: Signer
  /** Makes what is added outside of what is signed. */
  unsigned?: (signature: Buffer) => Buffer
}

const signerInfoOf = ({ content, more, signer, unsigned }: Message): Buffer => {
  const attributes = [
    attribute(OID.contentType, derOid(content.type)),
    attribute(OID.messageDigest, der(TAG.octets, digest(content.bytes))),
    namedCertificate(signer.certificate),
    ...more,
  ]
  const signature = sign('sha256', derSet(TAG.set, ...attributes), signer.key)
  return der(
    TAG.sequence,
    derInteger(Buffer.of(1)),
    identityOf(signer.certificate),
    derAlgorithm(OID.sha256),
    derSet(0xa0, ...attributes),
    derAlgorithm(OID.rsa),
    der(TAG.octets, signature),
    ...(unsigned ? [der(0xa1, unsigned(signature))] : []),
  )
}

const buildCms = (message: Message): Buffer => {
  const { content, isEndless, signer } = message
  const open = isEndless ? endless : der
  const inside = content.isInside ? [open(0xa0, der(TAG.octets, content.bytes))] : []
  const data = open(
    TAG.sequence,
    derInteger(Buffer.of(content.isInside ? 3 : 1)),
    der(TAG.set, derAlgorithm(OID.sha256)),
    open(TAG.sequence, derOid(content.type), ...inside),
    open(0xa0, ...[signer.certificate, ...signer.chain].map(rawOf)),
    open(TAG.set, signerInfoOf(message)),
  )
  return open(TAG.sequence, derOid(OID.signedData), open(0xa0, data))
}

/** A timestamp (RFC 3161) over a signature, as its own kind of signed message. */
const timestampOver = (signature: Buffer, signer: Signer, at: Date): Buffer => {
  const imprint = der(TAG.sequence, derAlgorithm(OID.sha256), der(TAG.octets, digest(signature)))
  const bytes = der(
    TAG.sequence,
    derInteger(Buffer.of(1)),
    derOid('1.2.3.4.1'),
    imprint,
    derInteger(Buffer.concat([Buffer.of(1), randomBytes(8)])),
    derTime(at),
  )
  const content = { bytes, isInside: true, type: OID.timestampContent }
  return buildCms({ content, isEndless: false, more: [], signer })
}

/** How a signature is made. */
export type CmsWish = {
  at: Date
  authority: Authority
  /** Whether the authorities above the signer stand in the signature. Default true. */
  hasChain?: boolean
  /** BER with unknown lengths, as the real service writes it. Default true. */
  isEndless?: boolean
  /** Whether it bears a timestamp. Default true. */
  isTimed?: boolean
}

/** A detached CAdES signature over these bytes. */
export function signDetached(bytes: Buffer, wish: CmsWish): Buffer {
  const { at, authority, hasChain = true, isEndless = true, isTimed = true } = wish
  const { signer } = authority
  return buildCms({
    content: { bytes, isInside: false, type: OID.data },
    isEndless,
    more: [attribute(OID.signingTime, derTime(at))],
    signer: hasChain ? signer : { ...signer, chain: [] },
    ...(isTimed && {
      unsigned: (signature) =>
        attribute(OID.timestamp, timestampOver(signature, authority.time, at)),
    }),
  })
}
