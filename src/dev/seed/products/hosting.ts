import type { ProductText } from '../copy'

/** What follows an order of hosting, whichever machine it is. */
export const afterHostingPayment: { en: string[]; id: string[] } = {
  id: [
    'Anda menghubungi kami lewat WhatsApp, lalu kami menyepakati kebutuhan dan jadwal cicilan.',
    'Kami mengirim surat perjanjian kerja (SPK) untuk Anda periksa dan tanda tangani.',
    'Setelah SPK dikonfirmasi, Anda membayar cicilan pertama.',
    'Layanan disiapkan dan akses dikirim kepada Anda.',
  ],
  en: [
    'You write to us on WhatsApp, and we agree on your needs and a schedule of instalments.',
    'We send the agreement (SPK) for you to check and sign.',
    'Once the agreement is confirmed, you pay the first instalment.',
    'The service is prepared and access is sent to you.',
  ],
}

/** When money for hosting goes back. */
export const hostingRefundRule: { en: string; id: string } = {
  id: 'Uang kembali penuh sebelum layanan diaktifkan. Setelah aktif, bulan yang sudah berjalan tidak dikembalikan; cara berhenti lebih awal tertulis di SPK.',
  en: 'Full refund before the service is activated. After that, months already begun are not refunded; the agreement says how to leave early.',
}

/** Questions that every hosting customer asks. */
export const hostingFaq: { en: ProductText['faq']; id: ProductText['faq'] } = {
  id: [
    [
      'Bagaimana cara membayarnya?',
      'Dicicil tiap bulan sesuai jadwal di SPK, lewat QRIS, virtual account, atau dompet digital.',
    ],
    [
      'Apa yang terjadi bila saya terlambat membayar?',
      'Kami mengingatkan Anda lebih dulu lewat email dan WhatsApp. Tidak ada penangguhan tanpa pemberitahuan.',
    ],
  ],
  en: [
    [
      'How do I pay?',
      'In monthly instalments as scheduled in the agreement, by QRIS, virtual account or e-wallet.',
    ],
    [
      'What happens if I pay late?',
      'We remind you first, by e-mail and WhatsApp. Nothing is suspended without notice.',
    ],
  ],
}
