import { defineMachine } from '../../kernel/machine'

/** Where a contract in arrears stands: what its customer was asked and what he chose. */
export const overdueCaseMachine = defineMachine({
  name: 'overdueCase',
  initial: 'open',
  moves: [
    {
      by: ['system', 'admin', 'owner'],
      event: 'askChoice',
      from: ['open'],
      label: { en: 'Asked to pay or suspend', id: 'Diminta memilih bayar atau tangguhkan' },
      to: 'awaiting',
    },
    {
      by: ['customer'],
      event: 'choosePay',
      from: ['open', 'awaiting', 'suspendChosen'],
      label: { en: 'Chose to pay', id: 'Memilih membayar' },
      to: 'payChosen',
    },
    {
      by: ['customer'],
      event: 'chooseSuspend',
      from: ['open', 'awaiting', 'payChosen'],
      label: { en: 'Chose to suspend', id: 'Memilih penangguhan' },
      to: 'suspendChosen',
    },
    {
      by: ['system'],
      event: 'resolve',
      from: ['open', 'awaiting', 'payChosen', 'suspendChosen'],
      label: { en: 'Nothing is overdue any more', id: 'Tunggakan selesai' },
      to: 'resolved',
    },
  ],
  states: {
    awaiting: { label: { en: 'Waits for the choice', id: 'Menunggu pilihan' }, tone: 'danger' },
    open: { label: { en: 'In arrears', id: 'Menunggak' }, tone: 'warning' },
    payChosen: { label: { en: 'Will pay', id: 'Memilih bayar' }, tone: 'info' },
    resolved: { label: { en: 'Settled', id: 'Selesai' }, terminal: true, tone: 'success' },
    suspendChosen: {
      label: { en: 'Chose suspension', id: 'Memilih ditangguhkan' },
      tone: 'neutral',
    },
  },
})
