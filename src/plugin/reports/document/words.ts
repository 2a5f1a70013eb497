import type { Locale } from '../../kernel/errors'

/** The words of a report that are always the same. */
export const REPORT_WORDS = {
  en: {
    affected: 'Affected',
    allowedBy: 'Allowed by',
    confidential: 'Confidential',
    customer: 'Customer',
    cvss: 'CVSS',
    date: 'Issued on',
    description: 'Description',
    evidence: 'Evidence',
    finding: 'Finding',
    findings: 'Findings',
    hosts: 'Hosts',
    legend:
      'Critical: can be used now to take over data or the site. High: grave, with some effort. ' +
      'Medium: harmful together with something else. Low: little harm. Information: worth knowing.',
    list: 'Table of findings',
    method: 'What we did',
    mended: 'Mended',
    notice:
      'This report describes the state on the day of the analysis and holds what attackers could use. ' +
      'Pass it on only to those who mend it.',
    number: 'No.',
    ofTotal: (mended: number, total: number) =>
      `${mended} of ${total} findings are mended or accepted.`,
    order: 'Order',
    picture: 'Picture',
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    recommendation: 'Recommendation',
    remark: 'Looked at again',
    revision: 'Revision',
    severity: 'Severity',
    status: 'Status',
    summary: 'Summary',
    target: 'Target',
    title: 'Web security report',
    watermark: 'DRAFT',
  },
  id: {
    affected: 'Terdampak',
    allowedBy: 'Diizinkan oleh',
    confidential: 'Rahasia',
    customer: 'Pelanggan',
    cvss: 'CVSS',
    date: 'Terbit pada',
    description: 'Uraian',
    evidence: 'Bukti',
    finding: 'Temuan',
    findings: 'Temuan',
    hosts: 'Host',
    legend:
      'Kritis: dapat langsung dipakai untuk mengambil data atau menguasai situs. Tinggi: berat, dengan ' +
      'sedikit usaha. Sedang: merugikan bila digabung dengan hal lain. Rendah: dampak kecil. Informasi: perlu diketahui.',
    list: 'Tabel temuan',
    method: 'Yang kami lakukan',
    mended: 'Sudah diperbaiki',
    notice:
      'Laporan ini menggambarkan keadaan pada hari analisis dan memuat hal yang dapat disalahgunakan ' +
      'penyerang. Teruskan hanya kepada pihak yang memperbaikinya.',
    number: 'No.',
    ofTotal: (mended: number, total: number) =>
      `${mended} dari ${total} temuan sudah diperbaiki atau diterima risikonya.`,
    order: 'Pesanan',
    picture: 'Gambar',
    page: (page: number, pages: number) => `Halaman ${page} dari ${pages}`,
    recommendation: 'Rekomendasi',
    remark: 'Hasil uji ulang',
    revision: 'Revisi',
    severity: 'Keparahan',
    status: 'Status',
    summary: 'Ringkasan',
    target: 'Sasaran',
    title: 'Laporan Analisis Keamanan Web',
    watermark: 'DRAF',
  },
} as const satisfies Record<Locale, unknown>

/** The words of one language. */
export type ReportWords = (typeof REPORT_WORDS)[Locale]
