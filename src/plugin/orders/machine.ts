import { defineMachine } from '../kernel/machine'

/** What the guard of `open` looks at. */
export type OrderFacts = { needsSpk: boolean; spkConfirmed: boolean }

/** An order's life. Its payment state is derived from the instalments, never fired. */
export const orderMachine = defineMachine({
  name: 'order',
  initial: 'draft',
  moves: [
    {
      by: ['system', 'customer', 'admin', 'owner'],
      event: 'place',
      from: ['draft'],
      label: { en: 'Placed', id: 'Pesanan dibuat' },
      to: 'placed',
    },
    {
      by: ['system', 'admin', 'owner'],
      event: 'open',
      from: ['placed'],
      label: { en: 'Opened for payment', id: 'Siap dibayar' },
      to: 'open',
      when: (_, facts) => {
        const { needsSpk, spkConfirmed } = facts as OrderFacts
        return !needsSpk || spkConfirmed || 'the SPK is not confirmed yet'
      },
    },
    {
      by: ['system', 'admin', 'owner'],
      event: 'fulfil',
      from: ['open'],
      label: { en: 'Fulfilled', id: 'Selesai dikirim' },
      to: 'fulfilled',
    },
    {
      by: ['system', 'customer', 'admin', 'owner'],
      event: 'cancel',
      from: ['draft', 'placed', 'open'],
      label: { en: 'Cancelled', id: 'Dibatalkan' },
      to: 'cancelled',
    },
    {
      by: ['system', 'admin', 'owner'],
      event: 'close',
      from: ['fulfilled'],
      label: { en: 'Closed', id: 'Ditutup' },
      to: 'closed',
    },
  ],
  states: {
    cancelled: { label: { en: 'Cancelled', id: 'Dibatalkan' }, terminal: true, tone: 'neutral' },
    closed: { label: { en: 'Closed', id: 'Ditutup' }, terminal: true, tone: 'neutral' },
    draft: { label: { en: 'Draft', id: 'Draf' }, tone: 'neutral' },
    fulfilled: { label: { en: 'Fulfilled', id: 'Selesai dikirim' }, tone: 'success' },
    open: { label: { en: 'Open', id: 'Berjalan' }, tone: 'info' },
    placed: { label: { en: 'Placed', id: 'Dibuat' }, tone: 'info' },
  },
})
