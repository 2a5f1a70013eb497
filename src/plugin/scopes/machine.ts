import { defineMachine } from '../kernel/machine'

/** What the guards look at. */
export type ScopeFacts = {
  /** Whether the domain that was signed for is proven, or its proof waived. */
  isProven: boolean
}

const isProven = (_: unknown, facts: unknown) =>
  (facts as ScopeFacts).isProven || {
    en: 'control of the domain is not proven yet',
    id: 'kendali atas domain belum terbukti',
  }

const STAFF = ['admin', 'owner'] as const

/**
 * The agreed scope of one analysis: written and authorised by the customer, its domain proven, then
 * agreed on with a day and an estimate. Until then it can be written anew.
 */
export const scopeMachine = defineMachine({
  name: 'scope',
  initial: 'draft',
  moves: [
    {
      by: ['customer'],
      event: 'submit',
      from: ['draft', 'submitted', 'proven', 'changes'],
      label: { en: 'Written and authorised by the customer', id: 'Diisi dan diizinkan pelanggan' },
      to: 'submitted',
    },
    {
      by: ['system'],
      event: 'prove',
      from: ['submitted'],
      label: { en: 'Control of the domain proven', id: 'Kendali atas domain terbukti' },
      to: 'proven',
      when: isProven,
    },
    {
      button: {
        asks: ['reason'],
        consequence: {
          en: 'The analysis may be agreed on although the domain shows no proof. Name and reason stay on record.',
          id: 'Analisis boleh disepakati walaupun domain belum menunjukkan bukti. Nama dan alasan Anda tercatat.',
        },
        text: { en: 'Waive the proof', id: 'Terima tanpa bukti domain' },
      },
      by: STAFF,
      event: 'waive',
      from: ['submitted'],
      label: { en: 'Proof of the domain waived', id: 'Bukti domain dikecualikan' },
      to: 'proven',
    },
    {
      by: STAFF,
      event: 'agree',
      from: ['proven'],
      label: { en: 'Scope and schedule agreed', id: 'Ruang lingkup dan jadwal disepakati' },
      to: 'agreed',
      when: isProven,
    },
    {
      by: STAFF,
      event: 'reschedule',
      from: ['agreed'],
      label: { en: 'Another schedule', id: 'Jadwal diubah' },
      to: 'agreed',
    },
    {
      button: {
        asks: ['reason'],
        consequence: {
          en: 'The customer gets your words by mail and may write the form anew. A date that was agreed on is off.',
          id: 'Pelanggan menerima pesan Anda lewat email dan dapat mengisi ulang formulir. Jadwal yang sudah disepakati batal.',
        },
        text: { en: 'Ask for changes', id: 'Minta perubahan' },
      },
      by: STAFF,
      event: 'askChanges',
      from: ['submitted', 'proven', 'agreed'],
      label: { en: 'Changes asked for', id: 'Perubahan diminta' },
      to: 'changes',
    },
    {
      by: ['system'],
      event: 'cancel',
      from: ['draft', 'submitted', 'proven', 'changes', 'agreed'],
      label: { en: 'Cancelled', id: 'Dibatalkan' },
      to: 'cancelled',
    },
  ],
  states: {
    agreed: { label: { en: 'Agreed', id: 'Disepakati' }, tone: 'success' },
    cancelled: { label: { en: 'Cancelled', id: 'Dibatalkan' }, terminal: true, tone: 'neutral' },
    changes: { label: { en: 'To be changed', id: 'Perlu diperbaiki' }, tone: 'warning' },
    draft: { label: { en: 'Waiting for the form', id: 'Menunggu formulir' }, tone: 'warning' },
    proven: { label: { en: 'Domain proven', id: 'Domain terbukti' }, tone: 'info' },
    submitted: {
      label: { en: 'Waiting for the proof', id: 'Menunggu bukti domain' },
      tone: 'info',
    },
  },
})
