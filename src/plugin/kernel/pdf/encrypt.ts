import { PDF } from '@libpdf/core'
import { randomBytes } from 'node:crypto'

/**
 * Encrypts a PDF with AES-256 (PDF 2.0, revision 6): who has the password reads, prints and copies;
 * nobody changes it. The owner's password is drawn and forgotten. No two results are alike.
 */
export const encryptPdf = async (bytes: Uint8Array, password: string): Promise<Uint8Array> => {
  const pdf = await PDF.load(bytes)
  pdf.setProtection({
    algorithm: 'AES-256',
    ownerPassword: randomBytes(32).toString('base64url'),
    permissions: {
      annotate: false,
      assemble: false,
      copy: true,
      fillForms: false,
      modify: false,
      print: true,
    },
    userPassword: password,
  })
  return pdf.save()
}
