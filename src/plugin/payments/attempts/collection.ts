import type { CollectionConfig } from 'payload'

import { type Slugs, stateField, systemCollection } from '../../kernel/payload'
import { paymentMachine } from '../machine'

/** Attempts at the gateway, one row each; old ones are kept because they can still be paid. */
export const createPaymentsCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.payments,
    dbName: 'payments',
    defaultColumns: ['merchantOrderId', 'order', 'amount', 'state', 'createdAt'],
    description: {
      en: 'Attempts to pay through Duitku. The gateway’s own answer decides their state.',
      id: 'Percobaan pembayaran lewat Duitku. Statusnya ditentukan oleh jawaban Duitku sendiri.',
    },
    fields: [
      { name: 'merchantOrderId', type: 'text', label: 'merchantOrderId', required: true, unique: true },
      stateField(paymentMachine),
      { name: 'order', type: 'relationship', index: true, label: { en: 'Order', id: 'Pesanan' }, relationTo: slugs.orders, required: true },
      { name: 'attempt', type: 'number', label: { en: 'Attempt', id: 'Percobaan ke' }, required: true },
      { name: 'instalmentSet', type: 'text', label: { en: 'Instalments', id: 'Cicilan' }, required: true },
      { name: 'amount', type: 'number', label: { en: 'Amount (Rp)', id: 'Jumlah (Rp)' }, required: true },
      { name: 'reference', type: 'text', index: true, label: { en: 'Duitku reference', id: 'Referensi Duitku' } },
      { name: 'paymentUrl', type: 'text', label: { en: 'Payment page', id: 'Halaman pembayaran' } },
      { name: 'channel', type: 'text', label: { en: 'Channel', id: 'Metode' } },
      { name: 'expiresAt', type: 'date', index: true, label: { en: 'Expires at', id: 'Batas waktu' } },
      { name: 'paidAt', type: 'date', label: { en: 'Paid at', id: 'Dibayar pada' } },
      { name: 'checkedAt', type: 'date', label: { en: 'Last asked at the gateway', id: 'Terakhir dicek ke Duitku' } },
      { name: 'failureReason', type: 'text', label: { en: 'Reason', id: 'Alasan' } },
    ],
    indexes: [{ fields: ['order', 'attempt'], unique: true }],
    labels: {
      plural: { en: 'Payments', id: 'Pembayaran' },
      singular: { en: 'Payment', id: 'Pembayaran' },
    },
    useAsTitle: 'merchantOrderId',
  })
