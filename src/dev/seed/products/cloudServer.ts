import type { ProductCopy } from '../copy'

import { afterHostingPayment, hostingFaq, hostingRefundRule } from './hosting'
import { sixTimes, threeTimes, twelveTimes } from './plans'

/** A machine that survives the loss of its hardware. */
export const cloudServer: ProductCopy = {
  artwork: { colours: ['#1b3b6f', '#5aa9e6', '#fff3b0'], motif: 'cloud' },
  contractMonths: 12,
  kind: 'cloud-server',
  plans: [threeTimes, sixTimes, twelveTimes({ lateFee: 25_000, percent: 0.5 })],
  position: 50,
  price: 450_000,
  slug: 'cloud-server',
  id: {
    title: 'Cloud Server',
    summary:
      'Server di atas gugus mesin: bila satu perangkat rusak, server Anda pindah dan menyala lagi. Harga per bulan.',
    description: [
      'Penyimpanan cloud server disalin ke tiga perangkat. Bila mesin fisiknya rusak, server Anda dinyalakan di mesin lain dalam hitungan menit.',
      '## Cocok untuk',
      '- Toko daring dan aplikasi yang dipakai sepanjang hari',
      '- Beban yang naik turun dan perlu ditambah sewaktu-waktu',
      '- Tim yang ingin cadangan harian tanpa mengurusnya sendiri',
      '## Batasnya',
      'Perpindahan mesin berarti mulai ulang singkat. Untuk layanan yang tidak boleh berhenti sama sekali, Anda memerlukan lebih dari satu server; kami bantu merancangnya.',
    ],
    features: [
      'Tiga salinan penyimpanan',
      'Cadangan harian, disimpan 7 hari',
      'Dapat diperbesar kapan saja',
      'Pemantauan 24 jam',
      'Dibayar tunai atau dicicil',
    ],
    specification: [
      ['Prosesor', '4 vCPU'],
      ['Memori', '8 GB'],
      ['Penyimpanan', '120 GB SSD, tiga salinan'],
      ['Lalu lintas', '3 TB tiap bulan'],
      ['Lokasi', 'Jakarta'],
      ['Cadangan', 'Harian'],
    ],
    afterPayment: afterHostingPayment.id,
    refundRule: hostingRefundRule.id,
    faq: [
      [
        'Apa bedanya dengan VPS?',
        'VPS berjalan di satu mesin. Cloud server berjalan di atas gugus mesin, sehingga kerusakan satu perangkat tidak menghapus data Anda.',
      ],
      ...hostingFaq.id,
    ],
    imageAlt: 'Lapisan awan di atas bidang biru dan kuning muda',
    seo: {
      title: 'Cloud Server Jakarta | Tiga salinan data',
      description:
        'Cloud server 4 vCPU dan 8 GB memori dengan tiga salinan penyimpanan, cadangan harian, dan cicilan bulanan.',
    },
  },
  en: {
    title: 'Cloud server',
    summary:
      'A server on a cluster: when hardware fails, yours moves and starts again. Price per month.',
    description: [
      'A cloud server keeps three copies of its storage. When the physical machine fails, yours is started on another one within minutes.',
      '## Good for',
      '- Online shops and applications in use all day',
      '- Load that rises and falls and must grow at any time',
      '- Teams that want daily backups without minding them',
      '## Its limit',
      'Moving means a short restart. A service that may never stop needs more than one server; we help you to plan that.',
    ],
    features: [
      'Three copies of the storage',
      'Daily backups, kept for 7 days',
      'Grows whenever you need it',
      'Watched around the clock',
      'Paid at once or in instalments',
    ],
    specification: [
      ['Processor', '4 vCPU'],
      ['Memory', '8 GB'],
      ['Storage', '120 GB SSD, three copies'],
      ['Traffic', '3 TB a month'],
      ['Location', 'Jakarta'],
      ['Backups', 'Daily'],
    ],
    afterPayment: afterHostingPayment.en,
    refundRule: hostingRefundRule.en,
    faq: [
      [
        'How does it differ from a VPS?',
        'A VPS runs on one machine. A cloud server runs on a cluster, so that one broken device does not take your files with it.',
      ],
      ...hostingFaq.en,
    ],
    imageAlt: 'Layers of cloud over blue and pale yellow',
    seo: {
      title: 'Cloud server in Jakarta | Three copies',
      description:
        'A cloud server with 4 vCPU and 8 GB of memory, three copies of its storage, daily backups and monthly instalments.',
    },
  },
}
