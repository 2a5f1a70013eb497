import { PDFDocument, PDFName, PDFString, PDFHexString } from 'pdf-lib'

/** Names of the signature fields of a file that are signed, by a reader that did not write them. */
export const extractedSignatures = async (bytes: Uint8Array): Promise<string[]> => {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  return pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const dict = 'get' in object ? (object as { get: (name: PDFName) => unknown }) : undefined
    const isSigned =
      dict?.get(PDFName.of('FT')) === PDFName.of('Sig') && dict.get(PDFName.of('V')) !== undefined
    const title = dict?.get(PDFName.of('T'))
    return isSigned && (title instanceof PDFString || title instanceof PDFHexString)
      ? [title.decodeText()]
      : []
  })
}
