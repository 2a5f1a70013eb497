import { defineMachine } from '../../kernel/machine'
import {
  assignMoves,
  cancelMove,
  closeMove,
  isChecked,
  reopenMove,
  SHARED_STATES,
  startMove,
  WORKERS,
} from '../sharedMoves'

const STEPS = ['scoping', 'scheduled', 'analysing', 'reported', 'retest'] as const

/** A look for holes: agree on the target, set a day, look, report, look again at what was mended. */
export const securityAnalysisMachine = defineMachine({
  name: 'security-analysis',
  initial: 'new',
  moves: [
    ...assignMoves(STEPS),
    startMove({
      label: { en: 'Target being agreed on', id: 'Ruang lingkup mulai dibahas' },
      text: { en: 'Start: agree on the target', id: 'Mulai: sepakati ruang lingkup' },
      to: 'scoping',
    }),
    {
      button: {
        consequence: {
          en: 'Target, permission and day are agreed on. The customer sees that it is scheduled.',
          id: 'Situs, izin, dan jadwal sudah disepakati. Pelanggan melihat bahwa analisis terjadwal.',
        },
        text: { en: 'Analysis is scheduled', id: 'Analisis terjadwal' },
      },
      by: WORKERS,
      event: 'schedule',
      from: ['scoping'],
      label: { en: 'Analysis scheduled', id: 'Analisis dijadwalkan' },
      to: 'scheduled',
    },
    {
      button: {
        consequence: {
          en: 'The analysis begins. From now on the money is not refunded in full any more.',
          id: 'Analisis dimulai. Mulai sekarang uang tidak lagi kembali penuh.',
        },
        text: { en: 'Begin the analysis', id: 'Mulai analisis' },
      },
      by: WORKERS,
      event: 'analyse',
      from: ['scheduled'],
      label: { en: 'Analysis begun', id: 'Analisis dimulai' },
      to: 'analysing',
    },
    {
      button: {
        consequence: {
          en: 'The encrypted report is with the customer. He may ask for a retest in the promised days.',
          id: 'Laporan terenkripsi sudah diterima pelanggan. Ia dapat meminta uji ulang selama hari yang dijanjikan.',
        },
        text: { en: 'Report sent', id: 'Laporan terkirim' },
      },
      by: WORKERS,
      event: 'deliver',
      from: ['analysing'],
      label: { en: 'Report sent', id: 'Laporan dikirim' },
      to: 'reported',
      when: isChecked,
    },
    {
      button: {
        consequence: {
          en: 'What the customer has mended is to be looked at again. It returns to the list of work.',
          id: 'Perbaikan pelanggan perlu diperiksa lagi. Barang ini kembali ke daftar kerja.',
        },
        text: { en: 'Retest asked for', id: 'Uji ulang diminta' },
      },
      by: ['customer', ...WORKERS],
      event: 'retest',
      from: ['reported'],
      label: { en: 'Retest asked for', id: 'Uji ulang diminta' },
      to: 'retest',
    },
    {
      button: {
        consequence: {
          en: 'The customer knows the result of the retest.',
          id: 'Pelanggan sudah mengetahui hasil uji ulang.',
        },
        text: { en: 'Retest reported', id: 'Hasil uji ulang terkirim' },
      },
      by: WORKERS,
      event: 'conclude',
      from: ['retest'],
      label: { en: 'Retest reported', id: 'Hasil uji ulang dikirim' },
      to: 'reported',
    },
    closeMove(['reported']),
    reopenMove({ from: ['reported', 'retest'], to: 'analysing' }),
    cancelMove(STEPS),
  ],
  states: {
    ...SHARED_STATES,
    analysing: { label: { en: 'Analysing', id: 'Menganalisis' }, tone: 'info' },
    reported: { label: { en: 'Reported', id: 'Laporan terkirim' }, tone: 'success' },
    retest: { label: { en: 'Retest', id: 'Uji ulang' }, tone: 'info' },
    scheduled: { label: { en: 'Scheduled', id: 'Terjadwal' }, tone: 'info' },
    scoping: { label: { en: 'Agreeing on the target', id: 'Menyepakati lingkup' }, tone: 'info' },
  },
})
