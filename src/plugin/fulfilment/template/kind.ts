import type { StateOf } from '../../kernel/machine'
import { type Kind, SHARED_STEPS } from '../kind'
import { templateMachine } from './machine'

/** Delivery of a package of files (B2). */
export const templateKind: Kind<StateOf<typeof templateMachine>> = {
  checklist: [
    {
      key: 'package',
      text: {
        en: 'Package is compressed and has a password',
        id: 'Paket sudah dikompresi dan berkata sandi',
      },
    },
    {
      key: 'guide',
      text: {
        en: 'Guide, FAQ and documentation are inside',
        id: 'Panduan, FAQ, dan dokumentasi ada di dalamnya',
      },
    },
    {
      key: 'sent',
      text: {
        en: 'Sent the download link and the password',
        id: 'Tautan unduhan dan kata sandi sudah dikirim',
      },
    },
  ],
  machine: templateMachine,
  pledges: { deliverHours: 24, followUpDays: 30, startHours: 16 },
  steps: {
    ...SHARED_STEPS,
    delivered: {
      phase: 'delivered',
      pledge: null,
      told: { en: 'Your package has been sent', id: 'Paket Anda sudah dikirim' },
    },
    preparing: {
      phase: 'working',
      pledge: 'deliver',
      told: { en: 'We are preparing your package', id: 'Kami menyiapkan paket Anda' },
    },
    support: {
      phase: 'delivered',
      pledge: null,
      told: {
        en: 'You have the files; we help with them',
        id: 'Berkas diterima; kami siap membantu',
      },
    },
  },
}
