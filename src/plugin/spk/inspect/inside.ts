/**
 * The front for programs of the inspecting process. Nothing outside of it imports this: readers of PDF
 * have no place in a process that knows secrets.
 */
export {
  loadPdfjs,
  openReturned,
  openTrusted,
  type PageViewport,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from './openPdf'
export { loadSharp } from './loadSharp'
export { type ServedResult, type ServedTask, serveTask } from './serveTask'
