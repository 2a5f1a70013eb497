import { defineMachine } from '../kernel/machine'

/** What the guard of `approve` looks at; rupiah. */
export type ApproveFacts = { amount: number; limit: number; role: string }

const STAFF = ['admin', 'owner'] as const

const isWithinLimit = (_: unknown, facts: unknown) => {
  const { amount, limit, role } = facts as ApproveFacts
  return (
    role === 'owner' ||
    amount <= limit || {
      en: 'above the limit of admins; an owner has to approve it',
      id: 'di atas batas admin; harus disetujui pemilik',
    }
  )
}

/** Money that goes back: asked for, approved, sent by an owner. */
export const refundMachine = defineMachine({
  name: 'refund',
  initial: 'requested',
  moves: [
    {
      button: {
        consequence: {
          en: 'An owner sends the money next and records the proof here.',
          id: 'Selanjutnya pemilik mengirim uangnya dan mencatat buktinya di sini.',
        },
        text: { en: 'Approve', id: 'Setujui' },
      },
      by: STAFF,
      event: 'approve',
      from: ['requested'],
      label: { en: 'Approved', id: 'Disetujui' },
      to: 'approved',
      when: isWithinLimit,
    },
    {
      button: {
        asks: ['reason'],
        consequence: {
          en: 'The customer is told your reason. He may ask again.',
          id: 'Pelanggan diberi tahu alasan Anda. Ia boleh mengajukan lagi.',
        },
        danger: true,
        text: { en: 'Reject', id: 'Tolak' },
      },
      by: STAFF,
      event: 'reject',
      from: ['requested', 'approved'],
      label: { en: 'Rejected', id: 'Ditolak' },
      to: 'rejected',
    },
    {
      by: ['owner'],
      event: 'execute',
      from: ['approved'],
      label: { en: 'Money sent', id: 'Uang dikirim' },
      to: 'executed',
    },
  ],
  states: {
    approved: {
      label: { en: 'Approved, to be sent', id: 'Disetujui, perlu dikirim' },
      tone: 'info',
    },
    executed: {
      label: { en: 'Money sent', id: 'Uang sudah dikirim' },
      terminal: true,
      tone: 'success',
    },
    rejected: { label: { en: 'Rejected', id: 'Ditolak' }, terminal: true, tone: 'neutral' },
    requested: { label: { en: 'Requested', id: 'Diajukan' }, tone: 'warning' },
  },
})
