import { defineMachine } from '../../kernel/machine'
import {
  assignMoves,
  cancelMove,
  closeMove,
  extendMoves,
  isChecked,
  reopenMove,
  SHARED_STATES,
  startMove,
  stopMoves,
  WORKERS,
} from '../sharedMoves'

/** What the guards look at, beside the checklist. */
export type ConsultingFacts = {
  /** Whether a summary has been written. */
  hasSummary: boolean
  /** Whether the session should have begun by now. */
  isBegun: boolean
}

const isBegun = (_: unknown, facts: unknown) =>
  (facts as ConsultingFacts).isBegun || {
    en: 'the session has not begun yet',
    id: 'sesi belum dimulai',
  }

const isSummarised = (doc: unknown, facts: unknown) =>
  (facts as ConsultingFacts).hasSummary
    ? isChecked(doc, facts)
    : { en: 'the summary has not been written yet', id: 'ringkasan belum ditulis' }

const STEPS = ['contacting', 'scheduled', 'noShow', 'held', 'followUp'] as const

/** An hour of advice: get in touch, agree on a time, hold it, send the summary, answer questions. */
export const consultingMachine = defineMachine({
  name: 'consulting',
  initial: 'new',
  moves: [
    ...assignMoves(STEPS),
    startMove({
      label: { en: 'Customer contacted', id: 'Pelanggan dihubungi' },
      text: { en: 'Start: contact the customer', id: 'Mulai: hubungi pelanggan' },
      to: 'contacting',
    }),
    // A date belongs to it: see the booking feature, whose doors fire both.
    {
      by: ['system', 'customer', ...WORKERS],
      event: 'schedule',
      from: ['new', 'assigned', 'contacting', 'noShow'],
      label: { en: 'Session scheduled', id: 'Sesi dijadwalkan' },
      to: 'scheduled',
    },
    {
      by: ['system', ...WORKERS],
      event: 'unschedule',
      from: ['scheduled'],
      label: { en: 'Session called off', id: 'Sesi dibatalkan' },
      to: 'contacting',
    },
    {
      button: {
        consequence: {
          en: 'The session has taken place. The summary comes next.',
          id: 'Sesi sudah berlangsung. Berikutnya ringkasan.',
        },
        text: { en: 'Session was held', id: 'Sesi sudah berlangsung' },
      },
      by: WORKERS,
      event: 'hold',
      from: ['scheduled'],
      label: { en: 'Session held', id: 'Sesi berlangsung' },
      to: 'held',
      when: isBegun,
    },
    {
      button: {
        asks: ['reason'],
        consequence: {
          en: 'The customer did not come. Agree on another time with him.',
          id: 'Pelanggan tidak hadir. Sepakati waktu lain dengannya.',
        },
        text: { en: 'Customer did not come', id: 'Pelanggan tidak hadir' },
      },
      by: WORKERS,
      event: 'miss',
      from: ['scheduled'],
      label: { en: 'Customer did not come', id: 'Pelanggan tidak hadir' },
      to: 'noShow',
      when: isBegun,
    },
    {
      button: {
        consequence: {
          en: 'The summary is mailed to the customer. From now on he may ask questions for the promised days.',
          id: 'Ringkasan dikirim ke pelanggan lewat email. Mulai sekarang ia dapat bertanya selama hari yang dijanjikan.',
        },
        text: { en: 'Send the summary', id: 'Kirim ringkasan' },
      },
      by: WORKERS,
      event: 'deliver',
      from: ['held'],
      label: { en: 'Summary sent', id: 'Ringkasan dikirim' },
      to: 'followUp',
      when: isSummarised,
    },
    ...extendMoves(['followUp']),
    ...stopMoves(['followUp']),
    closeMove(['followUp']),
    reopenMove({ from: ['followUp'], to: 'contacting' }),
    cancelMove(STEPS),
  ],
  states: {
    ...SHARED_STATES,
    contacting: {
      label: { en: 'Contacting the customer', id: 'Menghubungi pelanggan' },
      tone: 'info',
    },
    followUp: { label: { en: 'Questions answered', id: 'Masa tanya jawab' }, tone: 'success' },
    held: { label: { en: 'Summary to be sent', id: 'Menunggu ringkasan' }, tone: 'info' },
    noShow: { label: { en: 'Customer did not come', id: 'Tidak hadir' }, tone: 'warning' },
    scheduled: { label: { en: 'Scheduled', id: 'Terjadwal' }, tone: 'info' },
  },
})
