import type { CollectionConfig } from 'payload'

import { panelStates } from '../../kernel/machine'
import {
  anyOf,
  dateField,
  isAdmin,
  numberField,
  ownRows,
  relationField,
  type Slugs,
  stateWordField,
  systemCollection,
  textField,
} from '../../kernel/payload'
import { chanceMachine } from './machine'

/** Chances that customers asked for or admins granted: until when, why, by whom, the how-manieth. */
export const createChancesCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.chances,
    dbName: 'chances',
    defaultColumns: ['order', 'customer', 'state', 'until', 'grantedBy'],
    description: {
      en: 'Days in which nothing is suspended, given for a promise to pay until then.',
      id: 'Waktu tambahan: selama itu tidak ada penangguhan, dengan janji membayar sebelum habis.',
    },
    fields: [
      relationField('order', {
        label: { en: 'Order', id: 'Pesanan' },
        required: true,
        to: slugs.orders,
      }),
      relationField('customer', {
        label: { en: 'Customer', id: 'Pelanggan' },
        required: true,
        to: slugs.customers,
      }),
      stateWordField(panelStates(chanceMachine)),
      numberField('count', { en: 'Chance no.', id: 'Kesempatan ke' }),
      textField('wishedUntil', { en: 'Asked for until', id: 'Diminta sampai' }),
      {
        name: 'wish',
        type: 'textarea',
        label: { en: 'What the customer wrote', id: 'Pesan pelanggan' },
      },
      textField('until', { en: 'Until', id: 'Sampai' }),
      { name: 'reason', type: 'textarea', label: { en: 'Reason', id: 'Alasan' } },
      textField('grantedBy', { en: 'Decided by', id: 'Diputuskan oleh' }),
      dateField('decidedAt', { en: 'Decided at', id: 'Diputuskan pada' }),
      dateField('endedAt', { en: 'Ended at', id: 'Berakhir pada' }),
    ],
    indexes: [{ fields: ['order', 'count'], unique: true }],
    labels: {
      plural: { en: 'Chances', id: 'Kesempatan' },
      singular: { en: 'Chance', id: 'Kesempatan' },
    },
    read: anyOf(isAdmin, ownRows('customer')),
    useAsTitle: 'until',
  })
