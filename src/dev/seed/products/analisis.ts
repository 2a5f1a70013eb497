import type { ProductCopy } from '../copy'

/** A look at one website through an attacker's eyes. */
export const analisis: ProductCopy = {
  artwork: { colours: ['#5b1a2b', '#b23a48', '#ffd6a5'], motif: 'shield' },
  kind: 'security-analysis',
  position: 30,
  price: 1_750_000,
  slug: 'analisis-keamanan-web',
  id: {
    title: 'Analisis Keamanan Web',
    summary:
      'Pemeriksaan keamanan satu situs web, dengan laporan PDF terenkripsi dan saran perbaikan.',
    description: [
      'Kami memeriksa satu situs web milik Anda dari luar dan, bila Anda mengizinkan, dari dalam. Temuan kami urutkan menurut bahayanya dan kami jelaskan cara memperbaikinya.',
      '## Yang kami periksa',
      '- Konfigurasi server, TLS, header, dan DNS',
      '- Login, sesi, dan hak akses',
      '- Celah umum pada aplikasi web menurut OWASP Top 10',
      '- Perangkat lunak usang dan berkas yang tidak seharusnya terbuka',
      '## Syaratnya',
      'Situs itu milik Anda atau Anda memegang izin tertulis pemiliknya. Kami tidak menjalankan serangan yang dapat menghentikan layanan.',
      '## Kejujuran',
      'Tidak ada pemeriksaan yang dapat menjamin sebuah situs aman sepenuhnya. Laporan menyebut apa yang diperiksa, apa yang ditemukan, dan apa yang tidak sempat diperiksa.',
    ],
    features: [
      'Satu situs web, satu domain utama',
      'Laporan PDF terenkripsi dengan tingkat bahaya tiap temuan',
      'Langkah perbaikan yang dapat langsung dikerjakan',
      'Penjelasan temuan dan tanya jawab',
    ],
    afterPayment: [
      'Kami menghubungi Anda untuk memastikan situs web yang akan dianalisis.',
      'Kita menyepakati jadwal dan perkiraan waktu penyelesaian.',
      'Analisis dilakukan dan temuan dirangkum dalam laporan.',
      'Laporan dikirim sebagai PDF terenkripsi lewat email.',
      'Penjelasan temuan dan rekomendasi perbaikan disertakan.',
    ],
    refundRule:
      'Uang kembali penuh sebelum analisis dimulai. Setelah dimulai, bagian yang belum dikerjakan dikembalikan sesuai kesepakatan tertulis. Setelah laporan dikirim, pembelian bersifat final.',
    faq: [
      [
        'Berapa lama pengerjaannya?',
        'Biasanya 3 sampai 7 hari kerja sejak situs dan izinnya dikonfirmasi.',
      ],
      [
        'Apakah situs saya akan terganggu?',
        'Kami bekerja pelan dan tidak menjalankan uji yang menghentikan layanan. Jadwalnya Anda yang pilih.',
      ],
      [
        'Siapa yang membaca laporannya?',
        'Hanya Anda dan penganalisisnya. Kata sandi PDF dikirim lewat jalur yang berbeda.',
      ],
    ],
    imageAlt: 'Perisai bersusun dengan garis pemindaian, merah tua dan krem',
    seo: {
      title: 'Analisis Keamanan Web | Laporan PDF terenkripsi',
      description:
        'Pemeriksaan keamanan satu situs web, laporan PDF terenkripsi, tingkat bahaya tiap temuan, dan saran perbaikan yang jelas.',
    },
  },
  en: {
    title: 'Website security analysis',
    summary:
      'A security check of one website, with an encrypted PDF report and advice on repairing it.',
    description: [
      'We examine one website of yours from the outside and, if you allow it, from within. Findings are ordered by danger, each with the way to repair it.',
      '## What we examine',
      '- Server configuration, TLS, headers and DNS',
      '- Login, sessions and permissions',
      '- Common web application flaws after the OWASP Top 10',
      '- Outdated software and files that should not be open',
      '## The condition',
      'The site is yours, or you hold the written permission of its owner. We run no attack that could stop the service.',
      '## In honesty',
      'No examination can promise that a site is entirely safe. The report names what was examined, what was found, and what could not be examined.',
    ],
    features: [
      'One website, one main domain',
      'Encrypted PDF report with a severity for every finding',
      'Repairs you can start on at once',
      'Explanation of the findings, with your questions answered',
    ],
    afterPayment: [
      'We contact you to confirm the website to be analysed.',
      'We agree on a schedule and an estimate.',
      'The analysis is done and its findings become a report.',
      'The report is sent by e-mail as an encrypted PDF.',
      'An explanation and advice on repairs come with it.',
    ],
    refundRule:
      'Full refund before the analysis begins. After that, the part not yet done is refunded as agreed in writing. Once the report is sent, the purchase is final.',
    faq: [
      [
        'How long does it take?',
        'Usually 3 to 7 working days after site and permission are confirmed.',
      ],
      [
        'Will my site be disturbed?',
        'We work gently and run no test that stops the service. You choose the time.',
      ],
      [
        'Who reads the report?',
        'Only you and the analyst. The password of the PDF travels by another channel.',
      ],
    ],
    imageAlt: 'Layered shields with scanning lines, dark red and cream',
    seo: {
      title: 'Website security analysis | Encrypted PDF report',
      description:
        'A security check of one website, an encrypted PDF report, a severity for each finding and clear advice on repairs.',
    },
  },
}
