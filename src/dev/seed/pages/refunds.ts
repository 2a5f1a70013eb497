import type { PageCopy } from '../copy'

/** When and how money goes back. */
export const refunds: PageCopy = {
  slug: 'kebijakan-pengembalian-dana',
  isAgreed: true,
  revisedOn: '2026-11-21T05:00:00.000Z',
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
      'Tulis kepada kami lewat [halaman kontak](/kontak) dengan nomor pesanan dan alasannya. Kami menjawab dalam 2 hari kerja.',
      '## Cara uang dikembalikan',
      'Lewat Duitku bila cara bayarnya mendukung. Bila tidak, lewat transfer ke rekening atas nama Anda. Biasanya selesai dalam 3 sampai 14 hari kerja, tergantung bank.',
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
      'Write to us through the [contact page](/en/kontak) with your order number and the reason. We answer within 2 working days.',
      '## How it is returned',
      'Through Duitku where the payment method allows it, otherwise by transfer to an account in your name. It usually takes 3 to 14 working days, depending on the bank.',
      '## Nothing arrived',
      'Tell us. We check payment and delivery, then deliver again or return your money.',
      '## Cancelling',
      'You may simply leave an unpaid order: it costs nothing. Every cancellation of a paid order is recorded with its reason.',
    ],
  },
}
