import type { PageCopy } from '../copy'

/** When and how money goes back. */
export const refunds: PageCopy = {
  slug: 'kebijakan-pengembalian-dana',
  isAgreed: true,
  revisedOn: '2026-11-22T05:00:00.000Z',
  id: {
    title: 'Kebijakan Pengembalian Dana',
    body: [
      '**Teks contoh.** Pemilik toko wajib menyesuaikannya dengan usahanya sebelum toko dibuka.',
      '## Kapan uang Anda kembali',
      '- Konsultasi: penuh, selama sesi belum dimulai',
      '- Template: penuh, selama tautan unduh belum dikirim, atau bila berkas rusak dan tidak dapat kami perbaiki',
      '- Analisis keamanan: penuh sebelum dimulai; sesudahnya sebagian, sesuai yang belum dikerjakan',
      '- Hosting: penuh sebelum layanan aktif; sesudahnya mengikuti SPK',
      '- Pembayaran ganda atau kelebihan bayar: selalu penuh',
      '## Cara memintanya',
      'Buka halaman pesanan Anda dan tekan “Ajukan pengembalian dana”. Selama belum kami putuskan, pengajuan itu dapat Anda batalkan di halaman yang sama. Di luar masa pengajuan, tulis kepada kami lewat [halaman kontak](/kontak). Kami menjawab dalam 2 hari kerja.',
      '## Cara uang dikembalikan',
      'Kartu, dompet digital, dan paylater: kembali ke sumbernya lewat Duitku, atau lewat transfer bila tidak bisa. Virtual account, QRIS, dan gerai: lewat transfer ke rekening atas nama Anda. Kami kirim dalam 7 hari setelah disetujui; bank dapat perlu beberapa hari lagi.',
      '## Produk tidak diterima',
      'Laporkan kepada kami. Kami memeriksa pembayaran dan pengirimannya, lalu mengirim ulang atau mengembalikan uang Anda.',
      '## Pembatalan',
      'Pesanan yang belum dibayar boleh Anda abaikan: tidak ada biaya. Setiap pembatalan pesanan yang sudah dibayar kami catat bersama alasannya.',
    ],
  },
  en: {
    title: 'Refund policy',
    body: [
      '**Sample text.** The owner of the shop must adapt it to the business before opening.',
      '## When your money goes back',
      '- Consultation: in full, as long as the session has not begun',
      '- Template: in full before the download link is sent, or if the files are broken and we cannot repair them',
      '- Security analysis: in full before it begins; afterwards in part, for what is not yet done',
      '- Hosting: in full before the service is active; afterwards as the agreement says',
      '- Paid twice or too much: always in full',
      '## How to ask',
      'Open the page of your order and press “Request a refund”. While we have not decided, you may withdraw the request on the same page. Outside the days for it, write to us through the [contact page](/en/kontak). We answer within 2 working days.',
      '## How it is returned',
      'Cards, e-wallets and paylater: back to where it came from through Duitku, or by transfer if that cannot be done. Virtual accounts, QRIS and shops: by transfer to an account in your name. We send it within 7 days after approval; banks may take some days more.',
      '## Nothing arrived',
      'Tell us. We check payment and delivery, then deliver again or return your money.',
      '## Cancelling',
      'You may simply leave an unpaid order: it costs nothing. Every cancellation of a paid order is recorded with its reason.',
    ],
  },
}
