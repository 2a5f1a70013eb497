export { drawPdf } from './drawPdf'
export { encryptPdf } from './encrypt'
export { findUnknownLetters, markUnknownLetters } from './fonts'
export type { Colour, PdfBlock, PdfCell, PdfColumn, PdfDocument, PdfPicture } from './types'
