import { defineMachine, plainWord } from '../../kernel/machine'

/** Why a service is off. It is on when none of them is active. */
export const BLOCKER_KINDS = {
  abuse: plainWord('Penyalahgunaan', 'Abuse'),
  admin: plainWord('Keputusan admin', 'Decision of an admin'),
  agreement: plainWord('Perjanjian belum lengkap', 'Agreement incomplete'),
  customer_choice: plainWord('Pilihan pelanggan', 'The customer chose it'),
  unpaid: plainWord('Tunggakan', 'Unpaid'),
} as const

/** One reason for which a service is off. */
export type BlockerKind = keyof typeof BLOCKER_KINDS

/** One reason for which a service is to be off, from the moment it arises until it is gone. */
export const blockerMachine = defineMachine({
  name: 'blocker',
  initial: 'active',
  moves: [
    {
      by: ['system', 'admin', 'owner'],
      event: 'clear',
      from: ['active'],
      label: { en: 'Reason gone', id: 'Alasan sudah hilang' },
      to: 'cleared',
    },
  ],
  states: {
    active: { label: { en: 'Active', id: 'Berlaku' }, tone: 'danger' },
    cleared: { label: { en: 'Gone', id: 'Sudah hilang' }, terminal: true, tone: 'neutral' },
  },
})
