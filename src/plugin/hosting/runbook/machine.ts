import { defineMachine, plainWord } from '../../kernel/machine'

/** What a person is asked to do on a server. */
export const DEED_WORDS = {
  create: plainWord('Siapkan layanan', 'Set the service up'),
  resume: plainWord('Nyalakan lagi', 'Switch on again'),
  suspend: plainWord('Matikan sementara', 'Switch off'),
  terminate: plainWord('Hapus layanan', 'Remove the service'),
} as const

/** What a person is asked to do on a server. */
export type Deed = keyof typeof DEED_WORDS

/** A task for a person: open until he says, with a proof, that it is done, or until nobody wants it any more. */
export const runbookMachine = defineMachine({
  name: 'hostingTask',
  initial: 'open',
  moves: [
    {
      by: ['admin', 'owner'],
      event: 'finish',
      from: ['open'],
      label: { en: 'Done', id: 'Selesai dikerjakan' },
      to: 'done',
    },
    {
      by: ['system'],
      event: 'drop',
      from: ['open'],
      label: { en: 'Not wanted any more', id: 'Tidak diperlukan lagi' },
      to: 'dropped',
    },
  ],
  states: {
    done: { label: { en: 'Done', id: 'Selesai' }, terminal: true, tone: 'success' },
    dropped: { label: { en: 'Dropped', id: 'Gugur' }, terminal: true, tone: 'neutral' },
    open: { label: { en: 'To be done', id: 'Perlu dikerjakan' }, tone: 'warning' },
  },
})
