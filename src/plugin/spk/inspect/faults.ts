import type { Labels } from '../../kernel/errors'
import type { FaultCode } from '../evidence/finding'

/** What is said about a file that cannot be judged, and what to do about it. */
export const faultTexts: Record<FaultCode, Labels> = {
  activeContent: {
    en: 'The file holds scripts, attachments or forms that act. Print the document, sign it and send the scan.',
    id: 'Berkas memuat skrip, lampiran, atau formulir aktif. Cetak dokumen, tanda tangani, lalu kirim hasil pindainya.',
  },
  broken: {
    en: 'The file is damaged and cannot be opened. Scan the document again and send the new file.',
    id: 'Berkas rusak dan tidak dapat dibuka. Pindai ulang dokumen dan kirim berkas yang baru.',
  },
  empty: {
    en: 'The file is empty. Send it again.',
    id: 'Berkas kosong. Kirim sekali lagi.',
  },
  encrypted: {
    en: 'The file is protected by a password. Send it without one.',
    id: 'Berkas dilindungi kata sandi. Kirim berkas tanpa kata sandi.',
  },
  missingPages: {
    en: 'Pages are missing or not in order. Send all pages in one file, from the first to the last.',
    id: 'Halaman kurang atau tidak berurutan. Kirim semua halaman dalam satu berkas, dari yang pertama sampai terakhir.',
  },
  notPdf: {
    en: 'The file is neither a PDF nor a JPG or PNG picture.',
    id: 'Berkas bukan PDF dan bukan gambar JPG atau PNG.',
  },
  pageSize: {
    en: 'A page is too small or too large. Scan the document on A4.',
    id: 'Ukuran halaman terlalu kecil atau terlalu besar. Pindai dokumen pada ukuran A4.',
  },
  tooBig: {
    en: 'The file is too big, or becomes too big when it is opened.',
    id: 'Berkas terlalu besar, atau menjadi terlalu besar saat dibuka.',
  },
  tooManyPages: {
    en: 'The file has too many pages. Send only the pages of this agreement.',
    id: 'Halaman berkas terlalu banyak. Kirim hanya halaman perjanjian ini.',
  },
  tooManyPixels: {
    en: 'A picture in the file is too large. Scan at 200 to 300 dpi.',
    id: 'Gambar di dalam berkas terlalu besar. Pindai dengan 200 sampai 300 dpi.',
  },
  tooSlow: {
    en: 'Looking at the file takes too long. Scan the document again and send the new file.',
    id: 'Berkas terlalu lama dibuka. Pindai ulang dokumen dan kirim berkas yang baru.',
  },
  unreadable: {
    en: 'The code in the corner of a page cannot be read. Scan all pages flat, whole and sharp.',
    id: 'Kode di sudut halaman tidak terbaca. Pindai semua halaman dengan rata, utuh, dan tajam.',
  },
  wrongDocument: {
    en: 'The file is another document. Send the agreement whose number stands on this page.',
    id: 'Berkas adalah dokumen lain. Kirim perjanjian dengan nomor yang tertera di halaman ini.',
  },
  wrongRevision: {
    en: 'The file is an earlier version of the agreement. Print the latest one and sign that.',
    id: 'Berkas adalah versi lama perjanjian. Cetak versi terbaru dan tanda tangani versi itu.',
  },
}

/** Thrown inside the inspecting process: the file cannot be judged, for this reason. */
export class InspectFault extends Error {
  readonly fault: FaultCode

  constructor(fault: FaultCode, options?: ErrorOptions) {
    super(fault, options)
    this.name = 'InspectFault'
    this.fault = fault
  }
}
