import { generateKeyPairSync, randomBytes } from 'node:crypto'
import forge from 'node-forge'

/** Somebody who signs: key, certificate, and the authorities above but for the root; PEM. */
export type Signer = { certificate: string; chain: string[]; key: string }

/** Who makes stamps, who makes timestamps, and the roots above both. Nobody outside trusts them. */
export type Authority = { roots: string[]; signer: Signer; time: Signer }

type Identity = { certificate: forge.pki.Certificate; key: string }

type Wish = {
  bits: number
  extensions: object[]
  issuer?: Identity
  name: string
  organisation: string
  /** First and last day that it is good for. */
  span: readonly [Date, Date]
}

const AUTHORITY = [
  { cA: true, critical: true, name: 'basicConstraints' },
  { cRLSign: true, critical: true, keyCertSign: true, name: 'keyUsage' },
]

const LEAF = [{ critical: true, digitalSignature: true, name: 'keyUsage', nonRepudiation: true }]

const TIME = [...LEAF, { critical: true, name: 'extKeyUsage', timeStamping: true }]

const subjectOf = ({ name, organisation }: Wish) => [
  { shortName: 'CN', value: name },
  { shortName: 'O', value: organisation },
  { shortName: 'C', value: 'ID' },
]

const issue = (wish: Wish): Identity => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: wish.bits,
    privateKeyEncoding: { format: 'pem', type: 'pkcs1' },
    publicKeyEncoding: { format: 'pem', type: 'spki' },
  })
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey)
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`
  ;[certificate.validity.notBefore, certificate.validity.notAfter] = wish.span
  certificate.setSubject(subjectOf(wish))
  certificate.setIssuer(wish.issuer?.certificate.subject.attributes ?? subjectOf(wish))
  certificate.setExtensions(wish.extensions)
  const signingKey = forge.pki.privateKeyFromPem(wish.issuer?.key ?? privateKey)
  certificate.sign(signingKey, forge.md.sha256.create())
  return { certificate, key: privateKey }
}

const pemOf = ({ certificate }: Identity): string => forge.pki.certificateToPem(certificate)

/** Names of the test service as they were measured, and names as published of the real one. */
const NAMES = {
  production: {
    issuer: { name: 'Emeterai Intermediary CA', organisation: 'Simulator of Lunas' },
    root: { name: 'Emeterai Root CA', organisation: 'Simulator of Lunas' },
    signer: { name: 'Meterai Elektronik 10000', organisation: 'Simulator of Lunas' },
  },
  staging: {
    issuer: { name: 'Emeterai Intermediary CA 2024', organisation: 'Emeterai Development' },
    root: { name: 'Emeterai Root CA 2024', organisation: 'Emeterai Development' },
    signer: { name: 'Emeterai Development 2024', organisation: 'DJP Dev' },
  },
} as const

const YEAR_MS = 365 * 24 * 3_600_000

const spanFrom = (now: Date, years: number): readonly [Date, Date] => [
  new Date(now.getTime() - 3_600_000),
  new Date(now.getTime() + years * YEAR_MS),
]

/**
 * Makes a whole authority anew: a root, an intermediary, a signer that is good for a year, and one for
 * timestamps under a root of its own. `production` wears the names of real stamps, for tests alone.
 */
export function createAuthority(args: {
  /** Length of the keys; short ones are made fast. Default 2048. */
  bits?: number
  environment: 'production' | 'staging'
  now: Date
}): Authority {
  const { bits = 2_048 } = args
  const names = NAMES[args.environment]
  const long = spanFrom(args.now, 10)
  const root = issue({ ...names.root, bits, extensions: AUTHORITY, span: long })
  const middle = issue({ ...names.issuer, bits, extensions: AUTHORITY, issuer: root, span: long })
  const span = spanFrom(args.now, 1)
  const signer = issue({ ...names.signer, bits, extensions: LEAF, issuer: middle, span })
  const organisation = 'Simulator of Lunas'
  const timeRoot = issue({
    bits,
    extensions: AUTHORITY,
    name: 'TSA Root',
    organisation,
    span: long,
  })
  const time = issue({
    bits,
    extensions: TIME,
    issuer: timeRoot,
    name: 'TSA_Timestamp',
    organisation,
    span: long,
  })
  return {
    roots: [pemOf(root), pemOf(timeRoot)],
    signer: { certificate: pemOf(signer), chain: [pemOf(middle)], key: signer.key },
    time: { certificate: pemOf(time), chain: [], key: time.key },
  }
}
