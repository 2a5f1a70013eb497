import type { PageCopy } from '../copy'

/** How to reach the shop. */
export const contact: PageCopy = {
  slug: 'kontak',
  isAgreed: false,
  revisedOn: '2026-11-21T05:00:00.000Z',
  id: {
    title: 'Kontak',
    body: [
      '**Toko contoh.** Alamat di bawah ini tidak menerima email sungguhan.',
      '## Tulis kepada kami',
      'Email: [halo@lunas.test](mailto:halo@lunas.test). Sertakan nomor pesanan bila ada, agar kami dapat menjawab sekali jalan.',
      '## WhatsApp',
      'Untuk hosting, gunakan tombol WhatsApp di halaman produk. Pesan Anda sudah terisi dengan nama produknya.',
      '## Jam kerja',
      'Senin sampai Jumat, pukul 09.00 sampai 17.00 WIB. Di luar itu pesan Anda tersimpan dan kami jawab pada hari kerja berikutnya.',
      '## Ada masalah dengan pesanan?',
      'Buka tautan pesanan di email Anda. Di sana terlihat status pembayaran dan langkah berikutnya.',
    ],
  },
  en: {
    title: 'Contact',
    body: [
      '**Sample shop.** The address below receives no real mail.',
      '## Write to us',
      'E-mail: [halo@lunas.test](mailto:halo@lunas.test). Add your order number if you have one, so that one answer is enough.',
      '## WhatsApp',
      'For hosting, use the WhatsApp button on the product page. Your message already names the product.',
      '## Working hours',
      'Monday to Friday, 09:00 to 17:00 WIB. Outside these hours your message waits, and we answer on the next working day.',
      '## Trouble with an order?',
      'Open the order link in your e-mail. It shows the state of the payment and the next step.',
    ],
  },
}
