import type { ProductCopy } from '../copy'

/** One hour of advice. */
export const konsultasi: ProductCopy = {
  artwork: { colours: ['#0f4c5c', '#1f8a7d', '#f2c14e'], motif: 'dialog' },
  kind: 'consulting',
  position: 10,
  price: 350_000,
  slug: 'konsultasi-it-1-jam',
  id: {
    title: 'Konsultasi IT 1 Jam',
    summary:
      'Satu jam membahas satu masalah IT Anda dengan tenang, lalu rangkuman tertulis lewat email.',
    description: [
      'Anda membawa satu masalah atau rencana. Kami membahasnya bersama selama satu jam penuh lewat Zoom, Google Meet, atau Discord, sesuai kesepakatan.',
      '## Cocok untuk',
      '- Memilih server, hosting, atau cara membangun aplikasi',
      '- Meninjau arsitektur, biaya, atau kode yang sudah ada',
      '- Menentukan langkah pertama ketika sistem sering bermasalah',
      '## Yang Anda bawa pulang',
      'Rangkuman tertulis: apa yang dibahas, apa sarannya, dan langkah berikutnya. Setelah itu Anda masih boleh mengajukan pertanyaan lanjutan selama 7 hari.',
      '## Yang tidak termasuk',
      'Pengerjaan langsung di server atau kode Anda. Bila itu yang Anda perlukan, kami katakan apa adanya dan Anda bebas memilih.',
    ],
    features: [
      'Sesi tatap muka daring selama 1 jam penuh',
      'Zoom, Google Meet, atau Discord',
      'Rangkuman tertulis lewat email',
      'Pertanyaan lanjutan selama 7 hari',
    ],
    afterPayment: [
      'Kami menghubungi Anda lewat email dalam 24 jam kerja.',
      'Kita menyepakati waktu dan tempat: Zoom, Google Meet, atau Discord.',
      'Sesi berlangsung selama 1 jam.',
      'Rangkuman dikirim lewat email.',
      'Anda dapat mengajukan pertanyaan lanjutan dalam 7 hari.',
    ],
    refundRule:
      'Uang kembali penuh bila Anda membatalkan sebelum sesi dimulai, atau bila kami tidak menghubungi Anda dalam 24 jam kerja. Sesi yang sudah berlangsung tidak dapat dikembalikan.',
    faq: [
      [
        'Apakah jadwal bisa diubah?',
        'Bisa, satu kali, selama Anda memberi tahu kami paling lambat 12 jam sebelum sesi.',
      ],
      [
        'Apakah sesi direkam?',
        'Hanya bila Anda meminta. Rekaman menjadi milik Anda dan kami hapus setelah 30 hari.',
      ],
      [
        'Bagaimana jika satu jam tidak cukup?',
        'Kita berhenti tepat waktu. Anda boleh memesan sesi lagi, tetapi tidak ada tagihan tambahan otomatis.',
      ],
    ],
    imageAlt: 'Dua lingkaran percakapan yang saling bertemu, hijau laut dan kuning',
    seo: {
      title: 'Konsultasi IT 1 Jam | Rangkuman tertulis',
      description:
        'Satu jam konsultasi IT daring dengan rangkuman tertulis dan tanya jawab lanjutan 7 hari. Bayar dengan QRIS, VA, atau dompet digital.',
    },
  },
  en: {
    title: 'One-hour IT consultation',
    summary: 'One calm hour on one IT problem of yours, followed by a written summary by e-mail.',
    description: [
      'You bring one problem or plan. We talk it through for a full hour on Zoom, Google Meet or Discord, as we agree.',
      '## Good for',
      '- Choosing a server, a host or a way to build an application',
      '- Reviewing an architecture, its cost, or existing code',
      '- Deciding the first step when a system keeps failing',
      '## What you take home',
      'A written summary: what we discussed, what we advise, and the next steps. You may ask follow-up questions for another 7 days.',
      '## Not included',
      'Hands-on work on your servers or code. If that is what you need, we say so plainly and the choice is yours.',
    ],
    features: [
      'A full hour, online and face to face',
      'Zoom, Google Meet or Discord',
      'Written summary by e-mail',
      'Follow-up questions for 7 days',
    ],
    afterPayment: [
      'We write to you by e-mail within 24 working hours.',
      'We agree on a time and place: Zoom, Google Meet or Discord.',
      'The session takes 1 hour.',
      'The summary is sent by e-mail.',
      'You may ask follow-up questions for 7 days.',
    ],
    refundRule:
      'Full refund if you cancel before the session begins, or if we do not contact you within 24 working hours. A session that took place cannot be refunded.',
    faq: [
      [
        'Can the appointment be moved?',
        'Yes, once, as long as you tell us at least 12 hours before the session.',
      ],
      [
        'Is the session recorded?',
        'Only if you ask. The recording is yours, and we delete it after 30 days.',
      ],
      [
        'What if an hour is not enough?',
        'We stop on time. You may book another session; nothing is ever charged on its own.',
      ],
    ],
    imageAlt: 'Two circles of conversation meeting, sea green and yellow',
    seo: {
      title: 'One-hour IT consultation | Written summary',
      description:
        'One hour of online IT advice with a written summary and 7 days of follow-up questions. Pay by QRIS, virtual account or e-wallet.',
    },
  },
}
