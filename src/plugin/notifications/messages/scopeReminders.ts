import { writeScope } from './scope'

/** To the customer: it is paid, and nothing can begin before he has written. */
export const scopeReminder = writeScope(
  {
    en: {
      button: 'Write the scope',
      heading: 'We are waiting for your scope',
      intro: (title) =>
        `“${title}” is paid, but we do not know yet what we may examine. It takes about five minutes.`,
      notes: [
        'The analysis cannot begin before that.',
        'Is anything unclear? Answer this mail, and we write it with you.',
      ],
      subject: (number) => `We are waiting for the scope of your analysis, order ${number}`,
    },
    id: {
      button: 'Isi ruang lingkup',
      heading: 'Kami menunggu ruang lingkup Anda',
      intro: (title) =>
        `“${title}” sudah dibayar, tetapi kami belum tahu apa yang boleh diperiksa. Mengisinya sekitar lima menit.`,
      notes: [
        'Analisis belum dapat dimulai sebelum formulirnya diisi.',
        'Ada yang kurang jelas? Balas pesan ini, kami bantu mengisinya.',
      ],
      subject: (number) => `Ruang lingkup analisis Anda belum diisi, pesanan ${number}`,
    },
  },
  { tone: 'warning' },
)

/** To staff: the customer has written, and waits. */
export const scopeNotAgreed = writeScope(
  {
    en: {
      button: 'Open the scope',
      heading: 'A scope waits to be agreed on',
      intro: (title) => `The customer has written the scope of “${title}” and has no date yet.`,
      notes: [
        'Agree on it, ask for changes, or waive the proof of the domain if the customer cannot give it.',
      ],
      subject: (number) => `Scope not agreed on: order ${number}`,
    },
    id: {
      button: 'Buka ruang lingkup',
      heading: 'Ruang lingkup menunggu kesepakatan',
      intro: (title) =>
        `Pelanggan sudah mengisi ruang lingkup “${title}” dan belum mendapat jadwal.`,
      notes: [
        'Sepakati, minta perubahan, atau kecualikan bukti domain bila pelanggan tidak dapat memberikannya.',
      ],
      subject: (number) => `Ruang lingkup belum disepakati: pesanan ${number}`,
    },
  },
  { isForStaff: true, tone: 'warning' },
)
