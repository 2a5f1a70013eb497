import type { CollectionConfig } from 'payload'

import {
  rupiahField,
  dateField,
  type Slugs,
  RECORDS_GROUP,
  systemCollection,
  textField,
} from '../../kernel/payload'

/** Genuine callbacks, each kept once; the settle job works them off. */
export const createPaymentEventsCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.paymentEvents,
    dbName: 'payment_events',
    defaultColumns: ['merchantOrderId', 'resultCode', 'amount', 'outcome', 'createdAt'],
    description: {
      en: 'Callbacks with a genuine signature, as they came. They are hints: the gateway is asked again.',
      id: 'Callback dengan tanda tangan asli. Hanya petunjuk: Duitku selalu ditanya ulang.',
    },
    fields: [
      textField('key', 'key', { required: true, unique: true }),
      textField('merchantOrderId', 'merchantOrderId', { index: true, required: true }),
      rupiahField('amount', { en: 'Amount', id: 'Jumlah' }),
      textField('reference', { en: 'Reference', id: 'Referensi' }),
      textField('resultCode', 'resultCode'),
      textField('channel', { en: 'Channel', id: 'Metode' }),
      textField('scheme', { en: 'Signature scheme', id: 'Skema tanda tangan' }),
      { name: 'fields', type: 'json', label: { en: 'As received', id: 'Isi callback' } },
      textField('outcome', { en: 'Outcome', id: 'Hasil' }, { index: true }),
      dateField('processedAt', { en: 'Worked off at', id: 'Diproses pada' }),
    ],
    group: RECORDS_GROUP,
    labels: {
      plural: { en: 'Callbacks', id: 'Callback' },
      singular: { en: 'Callback', id: 'Callback' },
    },
    useAsTitle: 'merchantOrderId',
  })
