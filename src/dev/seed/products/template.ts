import type { ProductCopy } from '../copy'

/** A portfolio site, ready to fill in. */
export const template: ProductCopy = {
  artwork: { colours: ['#3d2c6b', '#7a4fbf', '#ff9f7a'], motif: 'layout' },
  kind: 'template',
  position: 20,
  price: 249_000,
  slug: 'template-portofolio-premium',
  id: {
    title: 'Template Portofolio Premium',
    summary: 'Situs portofolio siap isi: cepat, mudah dibaca, dan nyaman di ponsel.',
    description: [
      'Template situs portofolio untuk pengembang, desainer, dan fotografer. Anda mengganti teks dan gambar, lalu menerbitkannya di hosting mana pun.',
      '## Isi paket',
      '- Halaman depan, karya, tentang, tulisan, dan kontak',
      '- Mode terang dan gelap, rapi mulai lebar 320 piksel',
      '- Petunjuk pemasangan, panduan kustomisasi, dan FAQ',
      '## Lisensi',
      'Satu pembelian untuk satu situs milik Anda atau milik satu klien Anda. Template tidak boleh dijual kembali.',
    ],
    features: [
      'Lima halaman siap isi',
      'HTML, CSS, dan sedikit JavaScript; tanpa alat pembangun',
      'Dokumentasi dan FAQ dalam paket',
      'Dukungan teknis selama 30 hari',
    ],
    afterPayment: [
      'Sistem kami menyiapkan paket template Anda, dikompresi dan diberi kata sandi.',
      'Email berisi tautan unduh dikirim ke alamat Anda; kata sandinya lewat WhatsApp.',
      'Petunjuk instalasi, kustomisasi, dan tanya jawab ada di dalam paket.',
      'Dukungan teknis tersedia selama 30 hari.',
    ],
    refundRule:
      'Uang kembali penuh sebelum tautan unduh dikirim, atau bila berkas rusak dan tidak dapat kami perbaiki dalam 3 hari kerja. Setelah paket diunduh, pembelian bersifat final.',
    faq: [
      [
        'Apakah saya perlu bisa memprogram?',
        'Cukup bisa mengubah teks di berkas HTML. Panduannya memakai gambar di setiap langkah.',
      ],
      [
        'Bolehkah saya mengubah desainnya?',
        'Boleh, seluruhnya. Warna dan huruf diatur di satu berkas.',
      ],
      [
        'Email belum sampai, apa yang harus saya lakukan?',
        'Periksa folder spam, lalu hubungi kami dengan nomor pesanan. Kami kirim ulang tanpa biaya.',
      ],
    ],
    imageAlt: 'Susunan kartu halaman bertumpuk, ungu dan jingga lembut',
    seo: {
      title: 'Template Portofolio Premium | Siap isi',
      description:
        'Template situs portofolio lima halaman dengan dokumentasi dan dukungan 30 hari. Tautan unduh lewat email, kata sandi lewat WhatsApp.',
    },
  },
  en: {
    title: 'Premium portfolio template',
    summary: 'A portfolio site ready to fill in: fast, readable and at home on a phone.',
    description: [
      'A portfolio site for developers, designers and photographers. You replace words and pictures, then publish it on any host.',
      '## In the package',
      '- Home, work, about, writing and contact pages',
      '- Light and dark mode, tidy from 320 pixels up',
      '- Installation steps, a customising guide and an FAQ',
      '## Licence',
      'One purchase for one site, yours or that of one client. The template may not be resold.',
    ],
    features: [
      'Five pages ready to fill in',
      'HTML, CSS and a little JavaScript; no build tools',
      'Documentation and FAQ in the package',
      'Technical support for 30 days',
    ],
    afterPayment: [
      'Our system prepares your template package, compressed and protected by a password.',
      'An e-mail with the download link goes to your address; the password by WhatsApp.',
      'Instructions for installing and customising it, and an FAQ, are in the package.',
      'Technical support is available for 30 days.',
    ],
    refundRule:
      'Full refund before the download link is sent, or if the files are broken and we cannot repair them within 3 working days. After the download, the purchase is final.',
    faq: [
      [
        'Do I need to be able to program?',
        'Changing text in an HTML file is enough. The guide has a picture for every step.',
      ],
      ['May I change the design?', 'Yes, all of it. Colours and fonts are set in a single file.'],
      [
        'The e-mail has not arrived. What now?',
        'Look into the spam folder, then write to us with your order number. We send it again for free.',
      ],
    ],
    imageAlt: 'Layered page cards, purple and soft orange',
    seo: {
      title: 'Premium portfolio template | Ready to fill in',
      description:
        'A five-page portfolio template with documentation and 30 days of support. The link arrives by e-mail, the password by WhatsApp.',
    },
  },
}
