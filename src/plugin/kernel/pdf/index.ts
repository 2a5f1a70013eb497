export { drawPaper, drawPdf } from './drawPdf'
export { encryptPdf } from './encrypt'
export { findUnknownLetters, markUnknownLetters } from './fonts'
export type {
  Colour,
  PdfBlock,
  PdfBox,
  PdfCanvas,
  PdfCell,
  PdfColumn,
  PdfDocument,
  PdfMeasure,
  PdfPaper,
  PdfPicture,
  PdfRun,
} from './types'
