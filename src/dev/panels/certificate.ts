import { generateKeyPairSync, randomBytes } from 'node:crypto'
import forge from 'node-forge'

/** What a panel shows to whoever connects: PEM. */
export type PanelCertificate = { certificate: string; key: string }

/** Days of a demo; a panel's own certificate is made for long, too. */
const YEARS = 10

/** Makes a certificate that vouches for itself, as every panel has after its installation. */
export const createPanelCertificate = (name: string, now: Date): PanelCertificate => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    privateKeyEncoding: { format: 'pem', type: 'pkcs1' },
    publicKeyEncoding: { format: 'pem', type: 'spki' },
  })
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey)
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`
  certificate.validity.notBefore = new Date(now.getTime() - 86_400_000)
  certificate.validity.notAfter = new Date(now.getTime() + YEARS * 365 * 86_400_000)
  const subject = [{ shortName: 'CN', value: name }]
  certificate.setSubject(subject)
  certificate.setIssuer(subject)
  certificate.setExtensions([
    { cA: true, critical: true, name: 'basicConstraints' },
    {
      altNames: [
        { type: 2, value: 'localhost' },
        { ip: '127.0.0.1', type: 7 },
      ],
      name: 'subjectAltName',
    },
  ])
  certificate.sign(forge.pki.privateKeyFromPem(privateKey), forge.md.sha256.create())
  return { certificate: forge.pki.certificateToPem(certificate), key: privateKey }
}
