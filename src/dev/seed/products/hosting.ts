import type { ProductText } from '../copy'

/** What follows an order of hosting, whichever machine it is. */
export const afterHostingPayment: { en: string[]; id: string[] } = {
  id: [
    'Anda memilih bayar tunai atau salah satu rencana cicilan. Cicilan dipesan dari akun Anda.',
    'Anda membayar yang jatuh tempo pertama: seluruhnya, uang muka, atau cicilan pertama.',
    'Anda membuka Layanan hosting di akun Anda, mengisi domain atau kebutuhan, lalu menekan Buat hosting.',
    'Prosesnya terlihat di halaman itu, dan Anda dikabari begitu layanan terlihat menyala.',
  ],
  en: [
    'You choose to pay at once or by one of the plans. Instalments are ordered from your account.',
    'You pay what is due first: all of it, the down payment, or the first instalment.',
    'You open Hosting services in your account, give the domain or what you need, and press Create hosting.',
    'You see how far it is on that page, and are told once the service is seen running.',
  ],
}

/** When money for hosting goes back. */
export const hostingRefundRule: { en: string; id: string } = {
  id: 'Uang kembali penuh sebelum layanan diaktifkan. Setelah aktif, bulan yang sudah berjalan tidak dikembalikan; hubungi kami bila ingin berhenti lebih awal.',
  en: 'Full refund before the service is activated. After that, months already begun are not refunded; write to us if you want to leave early.',
}

/** Questions that every hosting customer asks. */
export const hostingFaq: { en: ProductText['faq']; id: ProductText['faq'] } = {
  id: [
    [
      'Bagaimana cara membayarnya?',
      'Tunai untuk seluruh kontrak, atau dicicil tiap bulan sesuai jadwal yang Anda pilih, lewat QRIS, virtual account, atau dompet digital.',
    ],
    [
      'Apa yang terjadi bila saya terlambat membayar?',
      'Kami mengingatkan Anda lebih dulu lewat email dan WhatsApp. Tidak ada penangguhan tanpa pemberitahuan.',
    ],
  ],
  en: [
    [
      'How do I pay?',
      'At once for the whole contract, or in monthly instalments by the schedule you choose, by QRIS, virtual account or e-wallet.',
    ],
    [
      'What happens if I pay late?',
      'We remind you first, by e-mail and WhatsApp. Nothing is suspended without notice.',
    ],
  ],
}
