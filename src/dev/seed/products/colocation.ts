import type { ProductCopy } from '../copy'

import { afterHostingPayment, hostingFaq, hostingRefundRule } from './hosting'
import { sixTimes, threeTimes, twelveTimes, withSetup } from './plans'

/** A place for a customer's own machine. */
export const colocation: ProductCopy = {
  artwork: { colours: ['#2d3a2e', '#6a8d73', '#e4ffe1'], motif: 'hall' },
  contractMonths: 12,
  kind: 'colocation',
  plans: [threeTimes, sixTimes, withSetup(twelveTimes({ lateFee: 50_000, percent: 0.5 }), 250_000)],
  position: 70,
  price: 1_350_000,
  slug: 'colocation',
  id: {
    title: 'Colocation',
    summary:
      'Tempat, listrik, pendingin, dan jaringan untuk server milik Anda sendiri. Harga per bulan untuk 1U.',
    description: [
      'Anda membawa server; kami menyediakan ruang rak, listrik dengan cadangan, pendingin, dan jaringan di pusat data Jakarta.',
      '## Cara masuk',
      '- Server dikirim atau diantar dengan janji temu',
      '- Kami memeriksa, memasang, dan menyambungkannya',
      '- Anda menerima foto pemasangan dan data jaringan',
      '## Tangan di tempat',
      'Menekan tombol, mengganti diska yang Anda sediakan, atau memeriksa lampu termasuk dalam harga sampai 30 menit tiap bulan.',
    ],
    features: [
      'Ruang rak 1U',
      'Listrik dengan UPS dan genset',
      'Bantuan tangan di tempat 30 menit tiap bulan',
      'Kunjungan dengan janji temu',
      'Dibayar tunai atau dicicil',
    ],
    specification: [
      ['Ruang', '1U'],
      ['Listrik', '200 W, dua jalur'],
      ['Jaringan', '100 Mbps, lokal dan internasional'],
      ['Alamat IPv4', '1, dapat ditambah'],
      ['Lokasi', 'Jakarta'],
      ['Akses', '24 jam dengan janji temu'],
    ],
    afterPayment: afterHostingPayment.id,
    refundRule: hostingRefundRule.id,
    faq: [
      [
        'Siapa pemilik server itu?',
        'Anda, seluruhnya. Kami hanya menjaga tempatnya; SPK mencatat nomor serinya.',
      ],
      ...hostingFaq.id,
    ],
    imageAlt: 'Deretan rak di ruang pusat data, hijau tenang',
    seo: {
      title: 'Colocation Jakarta 1U | Cicilan bulanan',
      description:
        'Tempat rak 1U di Jakarta dengan listrik cadangan, jaringan 100 Mbps, dan bantuan tangan di tempat. Cicilan bulanan.',
    },
  },
  en: {
    title: 'Colocation',
    summary: 'Space, power, cooling and network for a server of your own. Price per month for 1U.',
    description: [
      'You bring the server; we provide rack space, power with backup, cooling and network in a Jakarta data centre.',
      '## How it moves in',
      '- The server is shipped, or brought by appointment',
      '- We check, mount and connect it',
      '- You receive photographs of the installation and the network details',
      '## Remote hands',
      'Pressing a button, swapping a disk you supply or reading the lights is included, up to 30 minutes a month.',
    ],
    features: [
      '1U of rack space',
      'Power with UPS and generator',
      'Remote hands for 30 minutes a month',
      'Visits by appointment',
      'Paid at once or in instalments',
    ],
    specification: [
      ['Space', '1U'],
      ['Power', '200 W, two feeds'],
      ['Network', '100 Mbps, domestic and international'],
      ['IPv4 addresses', '1, more on request'],
      ['Location', 'Jakarta'],
      ['Access', 'Around the clock by appointment'],
    ],
    afterPayment: afterHostingPayment.en,
    refundRule: hostingRefundRule.en,
    faq: [
      [
        'Who owns the server?',
        'You do, entirely. We only look after its place; the agreement records the serial number.',
      ],
      ...hostingFaq.en,
    ],
    imageAlt: 'Rows of racks in a data hall, quiet green',
    seo: {
      title: 'Colocation in Jakarta, 1U | Instalments',
      description:
        'A 1U rack place in Jakarta with backed-up power, a 100 Mbps network and remote hands. Monthly instalments.',
    },
  },
}
