import type { StateOf } from '../../kernel/machine'
import { type Kind, SHARED_STEPS } from '../kind'
import { consultingMachine } from './machine'

/** Delivery of an hour of advice (B1). */
export const consultingKind: Kind<StateOf<typeof consultingMachine>> = {
  checklist: [
    {
      key: 'agreed',
      text: {
        en: 'Agreed on a time with the customer',
        id: 'Waktu sudah disepakati dengan pelanggan',
      },
    },
    {
      key: 'link',
      text: {
        en: 'Sent the Zoom, Google Meet or Discord link',
        id: 'Tautan Zoom, Google Meet, atau Discord sudah dikirim',
      },
    },
    {
      key: 'summary',
      text: { en: 'Mailed the summary', id: 'Ringkasan sudah dikirim lewat email' },
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
