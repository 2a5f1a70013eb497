import type { PageCopy } from '../copy'

/** What happens to the data of customers. */
export const privacy: PageCopy = {
  slug: 'kebijakan-privasi',
  isAgreed: true,
  revisedOn: '2026-11-21T05:00:00.000Z',
  id: {
    title: 'Kebijakan Privasi',
    body: [
      '**Teks contoh.** Pemilik toko wajib menyesuaikannya dengan usahanya sebelum toko dibuka.',
      '## Data yang kami simpan',
      '- Nama, alamat email, dan nomor telepon Anda',
      '- Catatan yang Anda tulis pada pesanan',
      '- Isi pesanan, jumlah, dan status pembayarannya',
      '## Untuk apa',
      'Hanya untuk memproses pesanan, menghubungi Anda tentang pesanan itu, dan memenuhi kewajiban pembukuan. Kami tidak menjual data Anda dan tidak memakai pelacak iklan.',
      '## Siapa yang ikut menerima',
      'Duitku menerima nama, email, nomor telepon, dan jumlah tagihan agar Anda dapat membayar. Data kartu hanya ada di Duitku dan bank Anda.',
      '## Berapa lama',
      'Data pesanan disimpan selama kewajiban pembukuan berlaku. Data lain dihapus ketika tidak lagi diperlukan.',
      '## Hak Anda',
      'Menurut Undang-Undang Pelindungan Data Pribadi Anda dapat meminta salinan, perbaikan, atau penghapusan data. Tulis kepada kami lewat [halaman kontak](/kontak).',
      '## Kuki',
      'Kami hanya memakai kuki yang diperlukan untuk keranjang dan login.',
    ],
  },
  en: {
    title: 'Privacy policy',
    body: [
      '**Sample text.** The owner of the shop must adapt it to the business before opening.',
      '## What we keep',
      '- Your name, e-mail address and phone number',
      '- Notes you write on an order',
      '- What you ordered, its amount and the state of its payment',
      '## What for',
      'Only to process orders, to write to you about them and to meet our bookkeeping duties. We do not sell your data and use no advertising trackers.',
      '## Who else receives it',
      'Duitku receives your name, e-mail, phone number and the amount, so that you can pay. Card details exist only at Duitku and your bank.',
      '## How long',
      'Orders are kept as long as bookkeeping law requires. Everything else is deleted when it is no longer needed.',
      '## Your rights',
      'Under the Indonesian Personal Data Protection Act you may ask for a copy, a correction or a deletion. Write to us through the [contact page](/en/kontak).',
      '## Cookies',
      'We use only the cookies needed for the cart and for signing in.',
    ],
  },
}
