import { defineMachine } from '../../kernel/machine'
import {
  assignMoves,
  cancelMove,
  closeMove,
  extendMoves,
  reopenMove,
  SHARED_STATES,
  startMove,
  stopMoves,
  WORKERS,
} from '../sharedMoves'
import { canRetest, isReported, isRetested } from './reportGuards'

/** What the guards look at beside the checklist. */
export type AnalysisFacts = {
  /** Whether target, permission and day are agreed on. */
  hasAgreedScope: boolean
}

const isScoped = (_: unknown, facts: unknown) =>
  (facts as AnalysisFacts).hasAgreedScope || {
    en: 'scope, permission, proof of the domain and date are not agreed on yet',
    id: 'ruang lingkup, izin, bukti domain, dan jadwal belum disepakati',
  }

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
      by: WORKERS,
      event: 'schedule',
      from: ['scoping'],
      label: { en: 'Analysis scheduled', id: 'Analisis dijadwalkan' },
      to: 'scheduled',
      when: isScoped,
    },
    {
      by: WORKERS,
      event: 'unschedule',
      from: ['scheduled'],
      label: { en: 'Date called off', id: 'Jadwal dibatalkan' },
      to: 'scoping',
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
      when: isScoped,
    },
    {
      button: {
        consequence: {
          en: 'The customer gets the way to the encrypted report by mail and its password by WhatsApp. He may ask for a retest in the promised days.',
          id: 'Pelanggan menerima jalan ke laporan terenkripsi lewat email dan kata sandinya lewat WhatsApp. Ia dapat meminta uji ulang selama hari yang dijanjikan.',
        },
        text: { en: 'Send the report', id: 'Kirim laporan' },
      },
      by: WORKERS,
      event: 'deliver',
      from: ['analysing'],
      label: { en: 'Report sent', id: 'Laporan dikirim' },
      to: 'reported',
      when: isReported,
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
      when: canRetest,
    },
    {
      button: {
        consequence: {
          en: 'The customer gets the way to the report of the retest by mail and its password by WhatsApp.',
          id: 'Pelanggan menerima jalan ke laporan uji ulang lewat email dan kata sandinya lewat WhatsApp.',
        },
        text: { en: 'Send the result of the retest', id: 'Kirim hasil uji ulang' },
      },
      by: WORKERS,
      event: 'conclude',
      from: ['retest'],
      label: { en: 'Retest reported', id: 'Hasil uji ulang dikirim' },
      to: 'reported',
      when: isRetested,
    },
    ...extendMoves(['reported']),
    ...stopMoves(['reported']),
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
