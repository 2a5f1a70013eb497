import type { CollectionConfig } from 'payload'

import { type Slugs, systemCollection } from '../../kernel/payload'

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
      { name: 'key', type: 'text', required: true, unique: true },
      { name: 'merchantOrderId', type: 'text', index: true, label: 'merchantOrderId', required: true },
      { name: 'amount', type: 'number', label: { en: 'Amount (Rp)', id: 'Jumlah (Rp)' }, required: true },
      { name: 'reference', type: 'text', label: { en: 'Reference', id: 'Referensi' } },
      { name: 'resultCode', type: 'text', label: 'resultCode' },
      { name: 'channel', type: 'text', label: { en: 'Channel', id: 'Metode' } },
      { name: 'scheme', type: 'text', label: { en: 'Signature scheme', id: 'Skema tanda tangan' } },
      { name: 'fields', type: 'json', label: { en: 'As received', id: 'Isi callback' } },
      { name: 'outcome', type: 'text', index: true, label: { en: 'Outcome', id: 'Hasil' } },
      { name: 'processedAt', type: 'date', label: { en: 'Worked off at', id: 'Diproses pada' } },
    ],
    labels: {
      plural: { en: 'Callbacks', id: 'Callback' },
      singular: { en: 'Callback', id: 'Callback' },
    },
    useAsTitle: 'merchantOrderId',
  })
