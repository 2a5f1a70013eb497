import { defineMachine } from '../kernel/machine'

/** What the guards look at. */
export type BookingFacts = {
  /** Whether the session should have begun by now. */
  isBegun: boolean
  /** Whether what it belongs to is paid. */
  isPaid: boolean
}

const isPaid = (_: unknown, facts: unknown) =>
  (facts as BookingFacts).isPaid || {
    en: 'the order is not paid yet',
    id: 'pesanan belum dibayar',
  }

const isBegun = (_: unknown, facts: unknown) =>
  (facts as BookingFacts).isBegun || {
    en: 'the session has not begun yet',
    id: 'sesi belum dimulai',
  }

/** States in which an appointment takes its host's time. */
export const LIVE_STATES = ['reserved', 'booked'] as const

/**
 * One appointment: kept for a moment while the customer pays, agreed, moved (it stays the same
 * appointment), and then held, missed or called off.
 */
export const bookingMachine = defineMachine({
  name: 'booking',
  initial: 'reserved',
  moves: [
    {
      by: ['system', 'customer', 'admin', 'owner'],
      event: 'confirm',
      from: ['reserved'],
      label: { en: 'Session agreed', id: 'Sesi disepakati' },
      to: 'booked',
      when: isPaid,
    },
    {
      by: ['system'],
      event: 'lapse',
      from: ['reserved'],
      label: { en: 'No longer kept', id: 'Tidak lagi ditahan' },
      to: 'lapsed',
    },
    {
      by: ['customer', 'admin', 'owner'],
      event: 'move',
      from: ['reserved'],
      label: { en: 'Moved', id: 'Dipindah' },
      to: 'reserved',
    },
    {
      by: ['customer', 'admin', 'owner'],
      event: 'move',
      from: ['booked'],
      label: { en: 'Moved', id: 'Dipindah' },
      to: 'booked',
    },
    {
      by: ['admin', 'owner'],
      event: 'place',
      from: ['booked'],
      label: { en: 'Link changed', id: 'Tautan diubah' },
      to: 'booked',
    },
    {
      by: ['system'],
      event: 'hold',
      from: ['booked'],
      label: { en: 'Session held', id: 'Sesi berlangsung' },
      to: 'held',
      when: isBegun,
    },
    {
      by: ['system'],
      event: 'miss',
      from: ['booked'],
      label: { en: 'Customer did not come', id: 'Pelanggan tidak hadir' },
      to: 'missed',
      when: isBegun,
    },
    {
      by: ['system', 'admin', 'owner'],
      event: 'cancel',
      from: ['reserved', 'booked'],
      label: { en: 'Called off', id: 'Dibatalkan' },
      to: 'cancelled',
    },
  ],
  states: {
    booked: { label: { en: 'Scheduled', id: 'Terjadwal' }, tone: 'success' },
    cancelled: { label: { en: 'Called off', id: 'Dibatalkan' }, terminal: true, tone: 'neutral' },
    held: { label: { en: 'Held', id: 'Selesai' }, terminal: true, tone: 'success' },
    lapsed: {
      label: { en: 'No longer kept', id: 'Tidak lagi ditahan' },
      terminal: true,
      tone: 'neutral',
    },
    missed: {
      label: { en: 'Customer did not come', id: 'Tidak hadir' },
      terminal: true,
      tone: 'warning',
    },
    reserved: { label: { en: 'Kept while paying', id: 'Ditahan selama membayar' }, tone: 'info' },
  },
})
