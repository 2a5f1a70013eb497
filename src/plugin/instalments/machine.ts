import { defineMachine } from '../kernel/machine'

/** One debt. Due, late and arrears are no states: they follow from `dueOn`. */
export const instalmentMachine = defineMachine({
  name: 'instalment',
  initial: 'open',
  moves: [
    {
      by: ['system', 'admin', 'owner'],
      event: 'settle',
      from: ['open'],
      label: { en: 'Paid', id: 'Dibayar lunas' },
      to: 'paid',
    },
    {
      by: ['owner'],
      event: 'waive',
      from: ['open'],
      label: { en: 'Waived', id: 'Dibebaskan' },
      to: 'waived',
    },
    {
      by: ['system', 'admin', 'owner'],
      event: 'void',
      from: ['open'],
      label: { en: 'Voided', id: 'Dibatalkan' },
      to: 'void',
    },
  ],
  states: {
    open: { label: { en: 'Open', id: 'Belum dibayar' }, tone: 'warning' },
    paid: { label: { en: 'Paid', id: 'Lunas' }, terminal: true, tone: 'success' },
    void: { label: { en: 'Void', id: 'Batal' }, terminal: true, tone: 'neutral' },
    waived: { label: { en: 'Waived', id: 'Dibebaskan' }, terminal: true, tone: 'neutral' },
  },
})
