import { defineMachine } from '../kernel/machine'

const STAFF = ['admin', 'owner'] as const

/** What the guards of a report look at. */
export type SentFacts = { isSent: boolean }

const isSent = (_: unknown, facts: unknown) =>
  (facts as SentFacts).isSent || {
    en: 'the report has not been sent yet',
    id: 'laporan belum dikirim',
  }

/** One revision of a report. `send` and `reveal` move nothing: who and when is history. */
export const reportMachine = defineMachine({
  name: 'report',
  initial: 'building',
  moves: [
    {
      by: ['system'],
      event: 'begin',
      from: ['building', 'failed'],
      label: { en: 'Being built', id: 'Sedang dibuat' },
      to: 'building',
    },
    {
      by: ['system'],
      event: 'finish',
      from: ['building'],
      label: { en: 'Built', id: 'Selesai dibuat' },
      to: 'ready',
    },
    {
      by: ['system'],
      event: 'fail',
      from: ['building'],
      label: { en: 'Could not be built', id: 'Gagal dibuat' },
      to: 'failed',
    },
    {
      by: ['system'],
      event: 'send',
      from: ['ready'],
      label: { en: 'Sent to the customer', id: 'Dikirim ke pelanggan' },
      to: 'ready',
    },
    {
      by: ['customer'],
      event: 'reveal',
      from: ['ready'],
      label: { en: 'Password looked at', id: 'Kata sandi dilihat' },
      to: 'ready',
    },
    {
      button: {
        asks: ['reason'],
        consequence: {
          en: 'The same report is built again with the same password.',
          id: 'Laporan yang sama dibuat ulang dengan kata sandi yang sama.',
        },
        text: { en: 'Build again', id: 'Buat ulang' },
      },
      by: STAFF,
      event: 'rebuild',
      from: ['building', 'failed', 'ready'],
      label: { en: 'Built again', id: 'Dibuat ulang' },
      to: 'building',
    },
    {
      button: {
        asks: ['reason'],
        consequence: {
          en: 'The report is built again with a new password, which the customer gets by WhatsApp. The old file cannot be fetched any more.',
          id: 'Laporan dibuat ulang dengan kata sandi baru yang dikirim ke pelanggan lewat WhatsApp. Berkas lama tidak dapat diunduh lagi.',
        },
        text: { en: 'New password', id: 'Kata sandi baru' },
      },
      by: STAFF,
      event: 'rekey',
      from: ['failed', 'ready'],
      label: { en: 'New password', id: 'Kata sandi baru' },
      to: 'building',
    },
    {
      button: {
        asks: ['reason'],
        consequence: {
          en: 'The report is built again with a new password; the old password and file are dead. The customer gets the way by mail and the password by WhatsApp, and has the full time to fetch it.',
          id: 'Laporan dibuat ulang dengan kata sandi baru; kata sandi dan berkas lama tidak berlaku lagi. Pelanggan menerima jalannya lewat email dan kata sandinya lewat WhatsApp, dengan masa unduh penuh.',
        },
        text: { en: 'Send the access again', id: 'Kirim ulang akses' },
      },
      by: STAFF,
      event: 'resend',
      from: ['failed', 'ready'],
      label: { en: 'Access sent again', id: 'Akses dikirim ulang' },
      to: 'building',
      when: isSent,
    },
    {
      button: {
        asks: ['reason'],
        consequence: {
          en: 'From today on the report can be fetched for as many days as when it was sent.',
          id: 'Mulai hari ini laporan dapat diunduh selama jumlah hari yang sama seperti saat dikirim.',
        },
        text: { en: 'Extend the time', id: 'Perpanjang masa unduh' },
      },
      by: STAFF,
      event: 'extend',
      from: ['ready'],
      label: { en: 'Time extended', id: 'Masa unduh diperpanjang' },
      to: 'ready',
      when: isSent,
    },
    {
      by: ['system'],
      event: 'withdraw',
      from: ['building', 'failed', 'ready'],
      label: { en: 'Withdrawn', id: 'Ditarik' },
      to: 'withdrawn',
    },
  ],
  states: {
    building: { label: { en: 'Being built', id: 'Sedang dibuat' }, tone: 'info' },
    failed: { label: { en: 'Failed', id: 'Gagal' }, tone: 'danger' },
    ready: { label: { en: 'Ready', id: 'Siap' }, tone: 'success' },
    withdrawn: { label: { en: 'Withdrawn', id: 'Ditarik' }, terminal: true, tone: 'neutral' },
  },
})
