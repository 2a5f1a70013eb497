import { generateKeyPairSync, randomBytes } from 'node:crypto'
import forge from 'node-forge'

/** What a seal for trying things out is made of. */
export type P12Wish = {
  bits?: number
  /** Common name: who seals. */
  name: string
  /** Plain ASCII: what lies beyond is written differently by different tools. */
  passphrase: string
  validFrom: Date
  validUntil: Date
}

const pem = { format: 'pem', type: 'pkcs8' } as const

/** node-forge makes RSA keys as well, but in JavaScript, for seconds. */
const drawKeys = (modulusLength: number): forge.pki.rsa.KeyPair => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength })
  const key = forge.pki.privateKeyFromPem(privateKey.export(pem).toString())
  return { privateKey: key, publicKey: forge.pki.setRsaPublicKey(key.n, key.e) }
}

const describe = (certificate: forge.pki.Certificate, { name, validFrom, validUntil }: P12Wish) => {
  const subject = [
    { name: 'commonName', value: name },
    { name: 'countryName', value: 'ID' },
  ]
  // A positive number: the first bit of a DER integer is its sign.
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`
  certificate.validity.notBefore = validFrom
  certificate.validity.notAfter = validUntil
  certificate.setSubject(subject)
  certificate.setIssuer(subject)
  certificate.setExtensions([
    { cA: false, critical: true, name: 'basicConstraints' },
    { critical: true, digitalSignature: true, name: 'keyUsage', nonRepudiation: true },
    { name: 'subjectKeyIdentifier' },
  ])
}

/**
 * A key with a certificate that it signed itself, as PKCS#12 bytes: good for a demo and for tests.
 * A seal made with it proves that a file did not change, not who sealed it.
 */
export const makeP12 = (wish: P12Wish): Uint8Array => {
  const { privateKey, publicKey } = drawKeys(wish.bits ?? 2_048)
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = publicKey
  describe(certificate, wish)
  certificate.sign(privateKey, forge.md.sha256.create())
  const p12 = forge.pkcs12.toPkcs12Asn1(privateKey, [certificate], wish.passphrase, {
    algorithm: 'aes256',
    friendlyName: wish.name,
  })
  return Buffer.from(forge.asn1.toDer(p12).getBytes(), 'latin1')
}
