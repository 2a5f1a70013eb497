import { defineMachine } from '../../kernel/machine'

/** A chance (*kesempatan*): days in which nothing is suspended, for a promise to pay until then. */
export const chanceMachine = defineMachine({
  name: 'chance',
  initial: 'requested',
  moves: [
    {
      by: ['admin', 'owner'],
      event: 'grant',
      from: ['requested'],
      label: { en: 'Granted', id: 'Diberikan' },
      to: 'active',
    },
    {
      by: ['admin', 'owner'],
      event: 'decline',
      from: ['requested'],
      label: { en: 'Declined', id: 'Ditolak' },
      to: 'declined',
    },
    {
      by: ['system', 'customer'],
      event: 'drop',
      from: ['requested'],
      label: { en: 'No longer needed', id: 'Tidak diperlukan lagi' },
      to: 'dropped',
    },
    {
      by: ['system'],
      event: 'keep',
      from: ['active'],
      label: { en: 'Paid in time', id: 'Dibayar tepat waktu' },
      to: 'kept',
    },
    {
      by: ['system'],
      event: 'break',
      from: ['active'],
      label: { en: 'Not paid in time', id: 'Janji tidak ditepati' },
      to: 'broken',
    },
    {
      by: ['admin', 'owner'],
      event: 'withdraw',
      from: ['active'],
      label: { en: 'Withdrawn', id: 'Dicabut' },
      to: 'withdrawn',
    },
  ],
  states: {
    active: { label: { en: 'Running', id: 'Berjalan' }, tone: 'info' },
    broken: { label: { en: 'Broken', id: 'Tidak ditepati' }, terminal: true, tone: 'danger' },
    declined: { label: { en: 'Declined', id: 'Ditolak' }, terminal: true, tone: 'neutral' },
    dropped: { label: { en: 'Dropped', id: 'Gugur' }, terminal: true, tone: 'neutral' },
    kept: { label: { en: 'Kept', id: 'Ditepati' }, terminal: true, tone: 'success' },
    requested: { label: { en: 'Asked for', id: 'Diminta' }, tone: 'warning' },
    withdrawn: { label: { en: 'Withdrawn', id: 'Dicabut' }, terminal: true, tone: 'neutral' },
  },
})
