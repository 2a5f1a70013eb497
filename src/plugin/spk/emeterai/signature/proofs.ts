import { Certificate } from 'pkijs'

import type { Pdf } from '../pdf/openPdf'

import { inflateStream } from '../pdf/inflate'
import { catalogOf } from '../pdf/pages'
import { entriesOf, isKind, type PdfValue } from '../pdf/values'
import { ownBytes } from './cms'

const MAX_CERTIFICATES = 32

const readCertificate = (value: PdfValue): Certificate[] => {
  try {
    return isKind(value, 'stream') ? [Certificate.fromBER(ownBytes(inflateStream(value)))] : []
  } catch {
    // What cannot be read proves nothing; it need not stand in the way of what can.
    return []
  }
}

/**
 * Certificates that a file carries behind its signatures (`/DSS`): steps on the way to a root, trusted no
 * more than those within the signature.
 */
export const proofCertificatesOf = (pdf: Pdf): Certificate[] => {
  const list = pdf.resolve(entriesOf(pdf.resolve(catalogOf(pdf).get('DSS'))).get('Certs'))
  const streams = Array.isArray(list) ? list.slice(0, MAX_CERTIFICATES) : []
  return streams.flatMap((each) => readCertificate(pdf.resolve(each)))
}
