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

const STEPS = ['preparing', 'delivered', 'support'] as const

/** A package of files: prepare it, send link and password, help for the promised days. */
export const templateMachine = defineMachine({
  name: 'template',
  initial: 'new',
  moves: [
    ...assignMoves(STEPS),
    startMove({
      bySystem: true,
      label: { en: 'Package in preparation', id: 'Paket mulai disiapkan' },
      text: { en: 'Start: prepare the package', id: 'Mulai: siapkan paket' },
      to: 'preparing',
    }),
    {
      button: {
        consequence: {
          en: 'Link and password are with the customer. The days of support begin.',
          id: 'Tautan dan kata sandi sudah diterima pelanggan. Masa bantuan dimulai.',
        },
        text: { en: 'Package sent', id: 'Paket terkirim' },
      },
      by: ['system', ...WORKERS],
      event: 'deliver',
      from: ['preparing'],
      label: { en: 'Package sent', id: 'Paket dikirim' },
      to: 'delivered',
      when: isChecked,
    },
    {
      button: {
        consequence: {
          en: 'The customer has the files. What remains is help with them.',
          id: 'Pelanggan sudah menerima berkasnya. Yang tersisa hanya bantuan.',
        },
        text: { en: 'Customer has the files', id: 'Berkas sudah diterima' },
      },
      by: ['system', 'customer', ...WORKERS],
      event: 'receive',
      from: ['delivered'],
      label: { en: 'Files received', id: 'Berkas diterima pelanggan' },
      to: 'support',
    },
    ...extendMoves(['delivered', 'support']),
    ...stopMoves(['delivered', 'support']),
    closeMove(['delivered', 'support']),
    reopenMove({ from: ['delivered', 'support'], to: 'preparing' }),
    cancelMove(STEPS),
  ],
  states: {
    ...SHARED_STATES,
    delivered: { label: { en: 'Sent', id: 'Terkirim' }, tone: 'success' },
    preparing: { label: { en: 'Preparing', id: 'Menyiapkan paket' }, tone: 'info' },
    support: { label: { en: 'Support', id: 'Masa bantuan' }, tone: 'success' },
  },
})
