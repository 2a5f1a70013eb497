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
    {
      button: {
        consequence: {
          en: 'A time has been agreed on. The customer sees that the session is scheduled.',
          id: 'Waktu sudah disepakati. Pelanggan melihat bahwa sesinya terjadwal.',
        },
        text: { en: 'Session is scheduled', id: 'Sesi terjadwal' },
      },
      by: ['system', 'customer', ...WORKERS],
      event: 'schedule',
      from: ['contacting', 'noShow'],
      label: { en: 'Session scheduled', id: 'Sesi dijadwalkan' },
      to: 'scheduled',
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
    },
    {
      button: {
        consequence: {
          en: 'The summary is with the customer. From now on he may ask questions for the promised days.',
          id: 'Ringkasan sudah diterima pelanggan. Mulai sekarang ia dapat bertanya selama hari yang dijanjikan.',
        },
        text: { en: 'Summary sent', id: 'Ringkasan terkirim' },
      },
      by: WORKERS,
      event: 'deliver',
      from: ['held'],
      label: { en: 'Summary sent', id: 'Ringkasan dikirim' },
      to: 'followUp',
      when: isChecked,
    },
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
