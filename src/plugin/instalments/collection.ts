import type { CollectionConfig } from 'payload'

import { anyOf, isAdmin, ownRows, type Slugs, stateField, systemCollection } from '../kernel/payload'
import { instalmentMachine } from './machine'

/** Debts: one row each. A purchase paid at once has a single one, due now. */
export const createInstalmentsCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.instalments,
    dbName: 'instalments',
    defaultColumns: ['order', 'seq', 'dueOn', 'amount', 'state'],
    description: {
      en: 'What is owed and when. Late and arrears follow from the due day.',
      id: 'Apa yang terutang dan kapan. Terlambat dan tunggakan dihitung dari tanggal jatuh tempo.',
    },
    fields: [
      { name: 'order', type: 'relationship', index: true, label: { en: 'Order', id: 'Pesanan' }, relationTo: slugs.orders, required: true },
      { name: 'customer', type: 'relationship', index: true, label: { en: 'Customer', id: 'Pelanggan' }, relationTo: slugs.customers },
      { name: 'seq', type: 'number', label: { en: 'No.', id: 'Ke' }, required: true },
      { name: 'dueOn', type: 'text', index: true, label: { en: 'Due on', id: 'Jatuh tempo' }, required: true },
      { name: 'amount', type: 'number', label: { en: 'Amount (Rp)', id: 'Jumlah (Rp)' }, required: true },
      stateField(instalmentMachine),
    ],
    indexes: [{ fields: ['order', 'seq'], unique: true }],
    labels: {
      plural: { en: 'Instalments', id: 'Cicilan' },
      singular: { en: 'Instalment', id: 'Cicilan' },
    },
    read: anyOf(isAdmin, ownRows('customer')),
    useAsTitle: 'dueOn',
  })

/** Which payment paid how much of which instalment. */
export const createAllocationsCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.allocations,
    dbName: 'allocations',
    defaultColumns: ['payment', 'instalment', 'amount', 'createdAt'],
    description: {
      en: 'Which payment paid how much of which instalment.',
      id: 'Pembayaran mana membayar berapa dari cicilan mana.',
    },
    fields: [
      { name: 'payment', type: 'relationship', index: true, label: { en: 'Payment', id: 'Pembayaran' }, relationTo: slugs.payments, required: true },
      { name: 'instalment', type: 'relationship', index: true, label: { en: 'Instalment', id: 'Cicilan' }, relationTo: slugs.instalments, required: true },
      { name: 'amount', type: 'number', label: { en: 'Amount (Rp)', id: 'Jumlah (Rp)' }, required: true },
    ],
    indexes: [{ fields: ['payment', 'instalment'], unique: true }],
    labels: {
      plural: { en: 'Allocations', id: 'Alokasi' },
      singular: { en: 'Allocation', id: 'Alokasi' },
    },
    useAsTitle: 'id',
  })
