import type { ProductCopy } from '../copy'

import { afterHostingPayment, hostingFaq, hostingRefundRule } from './hosting'
import { sixTimes, threeTimes, twelveTimes } from './plans'

/** A small machine of one's own. */
export const vps: ProductCopy = {
  artwork: { colours: ['#123a63', '#2f7fc1', '#9ee6c8'], motif: 'nodes' },
  contractMonths: 12,
  needsSpk: false,
  kind: 'vps',
  plans: [threeTimes, sixTimes, twelveTimes({ lateFee: 10_000, percent: 0.5 })],
  position: 40,
  price: 149_000,
  slug: 'vps',
  id: {
    title: 'VPS',
    summary:
      'Server virtual kecil dengan akses penuh, untuk situs dan aplikasi pertama Anda. Harga per bulan.',
    description: [
      'Sebuah mesin virtual dengan sumber daya yang dijatah tetap dan akses root. Cocok untuk situs perusahaan, toko daring kecil, atau lingkungan uji.',
      '## Yang kami kerjakan',
      '- Memasang sistem operasi pilihan Anda',
      '- Mengamankan akses awal: kunci SSH, tembok api, pembaruan otomatis',
      '- Mencadangkan mesin setiap minggu',
      '## Yang Anda kerjakan',
      'Aplikasi di dalamnya Anda kelola sendiri. Bila Anda ingin kami yang mengelola, sampaikan saat kita berbicara.',
    ],
    features: [
      'Akses root penuh',
      'Cadangan mingguan, disimpan 4 minggu',
      'Alamat IPv4 dan IPv6 sendiri',
      'Dibayar tunai atau dicicil',
    ],
    specification: [
      ['Prosesor', '2 vCPU'],
      ['Memori', '2 GB'],
      ['Penyimpanan', '40 GB NVMe'],
      ['Lalu lintas', '1 TB tiap bulan'],
      ['Lokasi', 'Jakarta'],
      ['Sistem operasi', 'Debian, Ubuntu, atau AlmaLinux'],
    ],
    afterPayment: afterHostingPayment.id,
    refundRule: hostingRefundRule.id,
    faq: [
      [
        'Bisakah ditingkatkan nanti?',
        'Bisa. Memori dan prosesor dapat ditambah dengan satu kali mulai ulang; selisih harganya dihitung dari cicilan berikutnya.',
      ],
      ...hostingFaq.id,
    ],
    imageAlt: 'Simpul-simpul kecil yang saling terhubung, biru dan hijau muda',
    seo: {
      title: 'VPS Jakarta | Cicilan bulanan',
      description:
        'VPS 2 vCPU dan 2 GB memori di Jakarta dengan akses root, cadangan mingguan, dan cicilan bulanan berdasarkan perjanjian tertulis.',
    },
  },
  en: {
    title: 'VPS',
    summary:
      'A small virtual server with full access, for your first sites and applications. Price per month.',
    description: [
      'A virtual machine with a fixed share of resources and root access. Good for a company site, a small online shop or a test environment.',
      '## What we do',
      '- Install the operating system you choose',
      '- Secure first access: SSH keys, firewall, automatic updates',
      '- Back up the machine every week',
      '## What you do',
      'You look after the applications inside. If you would rather have us do it, say so when we talk.',
    ],
    features: [
      'Full root access',
      'Weekly backups, kept for 4 weeks',
      'IPv4 and IPv6 addresses of your own',
      'Paid at once or in instalments',
    ],
    specification: [
      ['Processor', '2 vCPU'],
      ['Memory', '2 GB'],
      ['Storage', '40 GB NVMe'],
      ['Traffic', '1 TB a month'],
      ['Location', 'Jakarta'],
      ['Operating system', 'Debian, Ubuntu or AlmaLinux'],
    ],
    afterPayment: afterHostingPayment.en,
    refundRule: hostingRefundRule.en,
    faq: [
      [
        'Can it grow later?',
        'Yes. Memory and processors can be added with one restart; the difference counts from the next instalment.',
      ],
      ...hostingFaq.en,
    ],
    imageAlt: 'Small connected nodes, blue and light green',
    seo: {
      title: 'VPS in Jakarta | Monthly instalments',
      description:
        'A VPS with 2 vCPU and 2 GB of memory in Jakarta: root access, weekly backups, monthly instalments under a written agreement.',
    },
  },
}
