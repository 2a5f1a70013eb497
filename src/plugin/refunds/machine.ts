import { defineMachine } from '../kernel/machine'

/** What the guards of leaving `approved` look at. */
export type LeaveFacts = { isOnTheWay: boolean }

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

/** What the disbursement has begun is ended there, not beside it: else the money could go twice. */
const isNotOnTheWay = (_: unknown, facts: unknown) =>
  !(facts as LeaveFacts).isOnTheWay || {
    en: 'a transfer through Duitku Disbursement has begun; end that one first',
    id: 'transfer lewat Duitku Disbursement sudah dimulai; selesaikan transfer itu dahulu',
  }

/** Money that goes back: asked for, approved, sent by an owner or on his order. */
export const refundMachine = defineMachine({
  name: 'refund',
  initial: 'requested',
  moves: [
    {
      button: {
        consequence: {
          en: 'The customer is told. An owner sends the money next and records the proof here.',
          id: 'Pelanggan diberi tahu. Selanjutnya pemilik mengirim uangnya dan mencatat buktinya di sini.',
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
      when: isNotOnTheWay,
    },
    {
      by: ['customer'],
      event: 'withdraw',
      from: ['requested'],
      label: { en: 'Withdrawn by the customer', id: 'Dibatalkan pelanggan' },
      to: 'withdrawn',
    },
    {
      by: ['owner', 'system'],
      event: 'execute',
      from: ['approved'],
      label: { en: 'Money sent', id: 'Uang dikirim' },
      to: 'executed',
      when: isNotOnTheWay,
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
    withdrawn: {
      label: { en: 'Withdrawn by the customer', id: 'Dibatalkan pelanggan' },
      terminal: true,
      tone: 'neutral',
    },
  },
})
