import { fromBER } from 'asn1js'
import { webcrypto } from 'node:crypto'
import { Certificate, ContentInfo, CryptoEngine, SignedData, type SignerInfo } from 'pkijs'

import { PdfFault } from '../pdf/values'

/** Types of content and of attributes (RFC 5652, RFC 3161, RFC 5035). */
export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  signingTime: '1.2.840.113549.1.9.5',
  timestamp: '1.2.840.113549.1.9.16.2.14',
  timestampContent: '1.2.840.113549.1.9.16.1.4',
} as const

/** SHA-2 by its identifier; SHA-1 is left out, since it can be collided. */
export const DIGESTS: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

/** RSA (plain, with SHA-2, PSS) and ECDSA with SHA-2. */
const SIGNATURES = new Set([
  '1.2.840.10045.4.3.2',
  '1.2.840.10045.4.3.3',
  '1.2.840.10045.4.3.4',
  '1.2.840.113549.1.1.1',
  '1.2.840.113549.1.1.10',
  '1.2.840.113549.1.1.11',
  '1.2.840.113549.1.1.12',
  '1.2.840.113549.1.1.13',
])

/** A signature with its one signer. */
export type Cms = {
  certificates: Certificate[]
  data: SignedData
  /** Name of the digest, e.g. `sha256`. */
  digest: string
  signer: SignerInfo
}

/** Bytes with a buffer of their own, as ASN.1 and WebCrypto want them. */
export const ownBytes = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer

const MAX_CERTIFICATES = 32

/**
 * Reads a CMS in DER or BER, lengths known or not; behind it there may be nothing but zeros.
 *
 * @throws PdfFault or an error of the reader when it is no signature of one signer with SHA-2
 */
export function parseCms(bytes: Uint8Array): Cms {
  const { offset, result } = fromBER(ownBytes(bytes))
  if (offset <= 0 || bytes.subarray(offset).some((byte) => byte !== 0)) {
    throw new PdfFault('signature not readable, or something behind it')
  }
  const info = new ContentInfo({ schema: result })
  if (info.contentType !== OID.signedData) {
    throw new PdfFault('no signed data')
  }
  const data = new SignedData({ schema: info.content })
  const [signer] = data.signerInfos
  const digest = DIGESTS[signer?.digestAlgorithm.algorithmId ?? '']
  const isOne = signer !== undefined && data.signerInfos.length === 1
  if (!isOne || digest === undefined || !SIGNATURES.has(signer.signatureAlgorithm.algorithmId)) {
    throw new PdfFault('not one signer with SHA-2')
  }
  const certificates = (data.certificates ?? []).filter((each) => each instanceof Certificate)
  if (certificates.length > MAX_CERTIFICATES) {
    throw new PdfFault('too many certificates')
  }
  return { certificates, data, digest, signer }
}

/**
 * An engine of its own: the library keeps its default one in a global that is shared with other copies of
 * itself in the process, and an engine of another version finds good signatures wrong.
 */
const engine = new CryptoEngine({ crypto: webcrypto as Crypto, name: 'lunas' })

/**
 * Checks a signature over bytes that stand outside of it. Whether the signer is trusted is another
 * question.
 *
 * @returns whose signature it is; null when it does not fit
 */
export async function verifyCms({ data }: Cms, over: ArrayBuffer): Promise<Certificate | null> {
  const asked = { checkChain: false, data: over, extendedMode: true, signer: 0 } as const
  // The library throws for some of what does not fit, and says it for the rest.
  const answer = await data.verify(asked, engine).catch(() => null)
  const signer = answer?.signerCertificate
  return answer?.signatureVerified === true && signer instanceof Certificate ? signer : null
}
