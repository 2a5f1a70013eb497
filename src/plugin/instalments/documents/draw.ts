import type { PdfDocument } from '../../kernel/pdf'
import type { Making } from './page'

import { loadOnce } from '../../kernel/queue'

const loadPdf = loadOnce(() => import('../../kernel/pdf'))

/** Names come from people who did not know that they would be printed: strange letters are marked. */
export const makePrintable = async <M extends Making>(making: M): Promise<M> => {
  const { markUnknownLetters: write } = await loadPdf()
  const { account, shopName } = making
  const [customerName, title, name] = await Promise.all([
    write(account.customerName),
    write(account.title),
    write(shopName),
  ])
  return { ...making, account: { ...account, customerName, title }, shopName: name }
}

/** Draws a document of an order; the same facts give the same bytes. */
export const drawDocument = async (document: PdfDocument): Promise<Uint8Array<ArrayBuffer>> => {
  const { drawPdf } = await loadPdf()
  return new Uint8Array(await drawPdf(document))
}
