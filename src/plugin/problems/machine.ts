import { defineMachine } from '../kernel/machine'

/** What the guard of `reopen` looks at. */
export type ReopenFacts = {
  /** Last instant at which the customer may come back; a member of staff always may. */
  isInTime: boolean
}

const STAFF = ['admin', 'owner'] as const

const isInTime = (_: unknown, facts: unknown) =>
  (facts as ReopenFacts).isInTime || {
    en: 'this report was closed too long ago; please write a new one',
    id: 'laporan ini sudah terlalu lama selesai; silakan kirim laporan baru',
  }

/** A report from the first word to the end; who waits for whom is the state. */
export const problemMachine = defineMachine({
  name: 'problem',
  initial: 'open',
  moves: [
    {
      button: {
        consequence: {
          en: 'You look after this report from now on. The promised time for an answer stays.',
          id: 'Mulai sekarang laporan ini milik Anda. Batas waktu menjawab tetap sama.',
        },
        text: { en: 'Take it on', id: 'Tangani' },
      },
      by: STAFF,
      event: 'take',
      from: ['open'],
      label: { en: 'Taken on', id: 'Mulai ditangani' },
      to: 'working',
    },
    {
      button: {
        consequence: {
          en: 'You look after this report from now on, in place of whoever did.',
          id: 'Mulai sekarang laporan ini milik Anda, menggantikan penanggung jawab sebelumnya.',
        },
        text: { en: 'Take over', id: 'Ambil alih' },
      },
      by: STAFF,
      event: 'take',
      from: ['working'],
      label: { en: 'Taken over', id: 'Diambil alih' },
      to: 'working',
    },
    ...(['open', 'working', 'answered'] as const).map((state) => ({
      by: STAFF,
      event: 'assign' as const,
      from: [state],
      label: { en: 'Assigned', id: 'Ditugaskan' },
      to: state,
    })),
    ...(['open', 'answered'] as const).map((state) => ({
      by: STAFF,
      event: 'release' as const,
      from: [state],
      label: { en: 'Given back', id: 'Dikembalikan' },
      to: state,
    })),
    {
      by: STAFF,
      event: 'answer',
      from: ['open', 'working', 'answered'],
      label: { en: 'Answered', id: 'Dijawab' },
      to: 'answered',
    },
    {
      by: STAFF,
      event: 'redeliver',
      from: ['open', 'working', 'answered'],
      label: { en: 'To be delivered again', id: 'Dikirim ulang' },
      to: 'working',
    },
    {
      by: STAFF,
      event: 'resend',
      from: ['open', 'working', 'answered'],
      label: { en: 'Access sent again', id: 'Akses dikirim ulang' },
      to: 'answered',
    },
    {
      by: ['customer'],
      event: 'reply',
      from: ['open', 'answered'],
      label: { en: 'The customer wrote', id: 'Pelanggan menulis' },
      to: 'open',
    },
    {
      by: ['customer'],
      event: 'reply',
      from: ['working'],
      label: { en: 'The customer wrote', id: 'Pelanggan menulis' },
      to: 'working',
    },
    {
      button: {
        consequence: {
          en: 'The customer is told that this is solved. He can open it again for some days.',
          id: 'Pelanggan diberi tahu bahwa masalahnya selesai. Ia dapat membukanya lagi selama beberapa hari.',
        },
        text: { en: 'Solved', id: 'Selesai' },
      },
      by: ['customer', ...STAFF],
      event: 'resolve',
      from: ['open', 'working', 'answered'],
      label: { en: 'Solved', id: 'Selesai' },
      to: 'resolved',
    },
    {
      button: {
        asks: ['reason'],
        consequence: {
          en: 'The report waits for the shop again, with a new time for the answer.',
          id: 'Laporan kembali menunggu toko dengan batas waktu jawaban yang baru.',
        },
        text: { en: 'Reopen', id: 'Buka lagi' },
      },
      by: ['customer', ...STAFF],
      event: 'reopen',
      from: ['resolved'],
      label: { en: 'Reopened', id: 'Dibuka lagi' },
      to: 'open',
      when: isInTime,
    },
  ],
  states: {
    answered: { label: { en: 'Waiting for the customer', id: 'Menunggu pelanggan' }, tone: 'info' },
    open: { label: { en: 'Waiting for the shop', id: 'Menunggu toko' }, tone: 'warning' },
    resolved: { label: { en: 'Solved', id: 'Selesai' }, tone: 'success' },
    working: { label: { en: 'In hand', id: 'Sedang ditangani' }, tone: 'info' },
  },
})
