import { writeHosting } from './hosting'

/** To staff: a service does not get where it is wanted. */
export const hostingAlarm = writeHosting(
  {
    en: {
      button: 'Look at the service',
      heading: 'A service needs you',
      intro: (name) => `${name} is not as it is wanted, and the shop cannot help itself:`,
      notes: ['You hear of it once; it stays on the list until it is as it is wanted.'],
      subject: ({ name, number }) => `Service needs you: ${name}, order ${number}`,
    },
    id: {
      button: 'Periksa layanan',
      heading: 'Ada layanan yang perlu Anda tangani',
      intro: (name) => `${name} belum seperti yang diinginkan, dan toko tidak dapat sendiri:`,
      notes: ['Pesan ini dikirim satu kali; layanan tetap di daftar sampai beres.'],
      subject: ({ name, number }) => `Perlu ditangani: ${name}, pesanan ${number}`,
    },
  },
  { isForStaff: true, tone: 'danger' },
)

/** To staff: a service was seen somewhere else. */
export const hostingChanged = writeHosting(
  {
    en: {
      button: 'Look at the service',
      heading: 'A service has changed',
      intro: (name) => `This was seen of ${name}:`,
      notes: [],
      subject: ({ name, number }) => `Service changed: ${name}, order ${number}`,
    },
    id: {
      button: 'Lihat layanan',
      heading: 'Status layanan berubah',
      intro: (name) => `Ini yang terlihat pada ${name}:`,
      notes: [],
      subject: ({ name, number }) => `Status berubah: ${name}, pesanan ${number}`,
    },
  },
  { isForStaff: true },
)

/** To staff: only people can do it. */
export const hostingTask = writeHosting(
  {
    en: {
      button: 'Open the service',
      heading: 'A task on a server',
      intro: (name) => `This has to be done by hand for ${name}:`,
      notes: ['Say in the panel when it is done, with a photo as the proof.'],
      subject: ({ name, number }) => `Task on a server: ${name}, order ${number}`,
    },
    id: {
      button: 'Buka layanan',
      heading: 'Ada tugas di server',
      intro: (name) => `Ini harus dikerjakan orang untuk ${name}:`,
      notes: ['Catat di panel setelah selesai, dengan foto sebagai bukti.'],
      subject: ({ name, number }) => `Tugas server: ${name}, pesanan ${number}`,
    },
  },
  { isForStaff: true, tone: 'warning' },
)
