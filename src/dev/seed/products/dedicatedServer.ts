import type { ProductCopy } from '../copy'

import { afterHostingPayment, hostingFaq, hostingRefundRule } from './hosting'
import { sixTimes, threeTimes, twelveTimes, withSetup } from './plans'

/** A whole machine for one customer. */
export const dedicatedServer: ProductCopy = {
  artwork: { colours: ['#22223b', '#4a4e69', '#f2a65a'], motif: 'rack' },
  contractMonths: 12,
  kind: 'dedicated-server',
  plans: [
    threeTimes,
    sixTimes,
    withSetup(twelveTimes({ lateFee: 100_000, percent: 0.75 }), 500_000),
  ],
  position: 60,
  price: 2_750_000,
  slug: 'dedicated-server',
  id: {
    title: 'Dedicated Server',
    summary:
      'Satu server fisik hanya untuk Anda: tenaganya tidak dibagi dengan siapa pun. Harga per bulan.',
    description: [
      'Seluruh prosesor, memori, dan diska menjadi milik satu pelanggan selama masa sewa. Cocok untuk basis data besar, virtualisasi sendiri, atau beban yang berat sepanjang waktu.',
      '## Yang kami kerjakan',
      '- Merakit dan menguji mesin sebelum diserahkan',
      '- Mengganti perangkat keras yang rusak',
      '- Menyediakan akses jarak jauh ke konsol mesin',
      '## Yang perlu Anda ketahui',
      'Penyiapan memerlukan 2 sampai 5 hari kerja karena dikerjakan oleh orang, bukan tombol.',
    ],
    features: [
      'Perangkat keras khusus untuk Anda',
      'Penggantian komponen rusak dalam 4 jam kerja',
      'Akses konsol jarak jauh',
      'Dibayar tunai atau dicicil',
    ],
    specification: [
      ['Prosesor', '8 inti, 16 utas'],
      ['Memori', '64 GB ECC'],
      ['Penyimpanan', '2 x 960 GB NVMe, RAID 1'],
      ['Lalu lintas', '10 TB tiap bulan'],
      ['Jaringan', '1 Gbps'],
      ['Lokasi', 'Jakarta'],
    ],
    afterPayment: afterHostingPayment.id,
    refundRule: hostingRefundRule.id,
    faq: [
      [
        'Apakah cadangan sudah termasuk?',
        'Belum. RAID melindungi dari diska rusak, bukan dari salah hapus. Ruang cadangan dapat ditambahkan saat kita menyusun SPK.',
      ],
      ...hostingFaq.id,
    ],
    imageAlt: 'Rak server bergaris dengan lampu jingga',
    seo: {
      title: 'Dedicated Server Jakarta | Cicilan bulanan',
      description:
        'Server fisik khusus dengan 64 GB memori ECC dan NVMe RAID 1 di Jakarta. Cicilan bulanan dengan perjanjian tertulis.',
    },
  },
  en: {
    title: 'Dedicated server',
    summary:
      'One physical server for you alone: its strength is shared with nobody. Price per month.',
    description: [
      'Every processor, all the memory and each disk belong to one customer for the whole term. Good for large databases, virtualisation of your own, or load that never rests.',
      '## What we do',
      '- Assemble and test the machine before handing it over',
      '- Replace hardware that fails',
      '- Give you remote access to its console',
      '## Good to know',
      'Preparing it takes 2 to 5 working days, since people do it and not a button.',
    ],
    features: [
      'Hardware for you alone',
      'Failed parts replaced within 4 working hours',
      'Remote console access',
      'Paid at once or in instalments',
    ],
    specification: [
      ['Processor', '8 cores, 16 threads'],
      ['Memory', '64 GB ECC'],
      ['Storage', '2 x 960 GB NVMe, RAID 1'],
      ['Traffic', '10 TB a month'],
      ['Network', '1 Gbps'],
      ['Location', 'Jakarta'],
    ],
    afterPayment: afterHostingPayment.en,
    refundRule: hostingRefundRule.en,
    faq: [
      [
        'Are backups included?',
        'Not yet. RAID protects against a broken disk, not against a mistaken deletion. Space for backups can be added when we draw up the agreement.',
      ],
      ...hostingFaq.en,
    ],
    imageAlt: 'A striped server rack with orange lights',
    seo: {
      title: 'Dedicated server in Jakarta | Instalments',
      description:
        'A physical server of your own with 64 GB of ECC memory and NVMe RAID 1 in Jakarta. Monthly instalments, written agreement.',
    },
  },
}
