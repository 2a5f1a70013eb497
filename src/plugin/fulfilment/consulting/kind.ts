import type { StateOf } from '../../kernel/machine'
import { type Kind, SHARED_STEPS } from '../kind'
import { consultingMachine } from './machine'

/** Delivery of an hour of advice (B1). */
export const consultingKind: Kind<StateOf<typeof consultingMachine>> = {
  checklist: [
    {
      key: 'notes',
      text: {
        en: 'Read what the customer wants to talk about',
        id: 'Kebutuhan pelanggan sudah dibaca',
      },
    },
    {
      key: 'link',
      text: { en: 'Tried the link of the session', id: 'Tautan sesi sudah dicoba' },
    },
    {
      key: 'review',
      text: { en: 'Read the summary once more', id: 'Ringkasan sudah diperiksa ulang' },
    },
  ],
  machine: consultingMachine,
  pledges: { deliverHours: 80, followUpDays: 7, startHours: 24 },
  steps: {
    ...SHARED_STEPS,
    contacting: {
      phase: 'working',
      pledge: 'deliver',
      told: { en: 'We are finding a time with you', id: 'Kami mengatur waktu dengan Anda' },
    },
    followUp: {
      phase: 'delivered',
      pledge: null,
      told: {
        en: 'The summary has been sent; you may ask questions',
        id: 'Ringkasan sudah dikirim; Anda dapat bertanya',
      },
    },
    held: {
      phase: 'working',
      pledge: 'deliver',
      told: {
        en: 'The session took place; we are writing the summary',
        id: 'Sesi sudah berlangsung; kami menyusun ringkasan',
      },
    },
    noShow: {
      phase: 'working',
      pledge: 'deliver',
      told: {
        en: 'The session did not take place; we will find another time',
        id: 'Sesi belum terlaksana; kami mengatur waktu lain',
      },
    },
    scheduled: {
      phase: 'working',
      pledge: 'deliver',
      told: { en: 'The session is scheduled', id: 'Sesi sudah dijadwalkan' },
    },
  },
}
