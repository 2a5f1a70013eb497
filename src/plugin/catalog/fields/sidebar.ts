import type { Field } from 'payload'

import { isProductKind, resolveOrderPath } from '../kinds'
import { slugField } from '../slugField'

const orderPathField: Field = {
  name: 'orderPath',
  type: 'text',
  admin: {
    description: {
      en: 'Follows from the kind and, for hosting, from its plans: checkout or whatsapp.',
      id: 'Mengikuti jenis dan, untuk hosting, rencana cicilannya: checkout atau whatsapp.',
    },
    position: 'sidebar',
    readOnly: true,
  },
  hooks: {
    afterRead: [
      ({ siblingData: { kind, plans } }) =>
        isProductKind(kind)
          ? resolveOrderPath({ hasPlans: Array.isArray(plans) && plans.length > 0, kind })
          : null,
    ],
  },
  label: { en: 'How it is ordered', id: 'Cara pemesanan' },
  virtual: true,
}

/** Address, position, appointment to publish, and how the product is ordered. */
export const sidebarFields: Field[] = [
  slugField(),
  {
    name: 'position',
    type: 'number',
    admin: {
      description: { en: 'Smaller numbers come first.', id: 'Angka kecil tampil lebih dulu.' },
      position: 'sidebar',
      step: 1,
    },
    defaultValue: 100,
    index: true,
    label: { en: 'Position', id: 'Urutan' },
  },
  {
    name: 'publishAt',
    type: 'date',
    admin: {
      date: { pickerAppearance: 'dayAndTime', timeFormat: 'HH:mm' },
      description: {
        en: 'Save as a draft with a time here, and it is published then.',
        id: 'Simpan sebagai draf dengan waktu di sini, lalu terbit pada waktunya.',
      },
      position: 'sidebar',
    },
    index: true,
    label: { en: 'Publish at', id: 'Terbitkan pada' },
  },
  orderPathField,
]
