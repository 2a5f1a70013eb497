import type { NotificationEvent } from '../schema'
import type { MessageDefinition } from './definition'

import { alarm, notice } from './audiences'
import { problemAnswered, problemReceived, problemResolved } from './problemForCustomer'
import { problemLate, problemReplied, problemReported } from './problemForStaff'
import { questionAnswered, questionAsked } from './question'
import { refundApproved, refundWithdrawn } from './refundDecided'
import { refundAsked, refundRejected, refundRequested, refundSent } from './refund'

/** What a customer asked to be told: he has written to the shop and waits for it. */
const reply = {
  ...notice,
  channels: ['email', 'whatsapp'],
  placeholders: ['nama', 'nomor', 'toko'],
} as const

type ContactEvent = Extract<
  NotificationEvent,
  `problem.${string}` | `question.${string}` | `refund.${string}`
>

/** Everything that is said about questions, reports of problems, and money that goes back. */
export const contactMessages: { [E in ContactEvent]: MessageDefinition<E> } = {
  'problem.answered': {
    ...reply,
    label: { en: 'Report answered', id: 'Laporan dijawab' },
    template: problemAnswered,
  },
  'problem.late': {
    ...alarm,
    label: { en: 'Report not answered in time', id: 'Laporan terlambat dijawab' },
    placeholders: ['nomor', 'toko'],
    template: problemLate,
  },
  'problem.received': {
    ...reply,
    label: { en: 'Report received', id: 'Laporan diterima' },
    template: problemReceived,
  },
  'problem.replied': {
    ...alarm,
    label: { en: 'Customer wrote about a report', id: 'Pelanggan menulis di laporan' },
    placeholders: ['nomor', 'toko'],
    template: problemReplied,
  },
  'problem.reported': {
    ...alarm,
    label: { en: 'Problem reported', id: 'Ada laporan masalah' },
    placeholders: ['nomor', 'toko'],
    template: problemReported,
  },
  'problem.resolved': {
    ...reply,
    label: { en: 'Report solved', id: 'Laporan selesai' },
    template: problemResolved,
  },
  'question.answered': {
    ...reply,
    label: { en: 'Question answered', id: 'Pertanyaan dijawab' },
    template: questionAnswered,
  },
  'question.asked': {
    ...alarm,
    label: { en: 'Question asked', id: 'Ada pertanyaan' },
    placeholders: ['nomor', 'toko'],
    template: questionAsked,
  },
  'refund.approved': {
    ...reply,
    label: { en: 'Refund approved', id: 'Pengembalian dana disetujui' },
    placeholders: ['nama', 'nomor', 'jumlah', 'toko'],
    template: refundApproved,
  },
  'refund.asked': {
    ...alarm,
    label: { en: 'Refund requested (staff)', id: 'Permintaan pengembalian dana (untuk admin)' },
    placeholders: ['nomor', 'jumlah', 'toko'],
    template: refundAsked,
  },
  'refund.rejected': {
    ...notice,
    label: { en: 'Refund rejected', id: 'Pengembalian dana ditolak' },
    placeholders: ['nama', 'nomor', 'jumlah', 'toko'],
    template: refundRejected,
  },
  'refund.requested': {
    ...notice,
    label: { en: 'Refund requested', id: 'Pengembalian dana diajukan' },
    placeholders: ['nama', 'nomor', 'jumlah', 'toko'],
    template: refundRequested,
  },
  'refund.sent': {
    ...notice,
    label: { en: 'Money sent back', id: 'Dana dikembalikan' },
    placeholders: ['nama', 'nomor', 'jumlah', 'toko'],
    template: refundSent,
  },
  'refund.withdrawn': {
    ...notice,
    label: { en: 'Refund withdrawn', id: 'Pengajuan pengembalian dana dibatalkan' },
    placeholders: ['nama', 'nomor', 'jumlah', 'toko'],
    template: refundWithdrawn,
  },
}
