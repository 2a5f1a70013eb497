import type { CollectionConfig } from 'payload'

import {
  anyOf,
  dayField,
  isAdmin,
  moveControls,
  numberField,
  ownRows,
  relationField,
  rupiahField,
  type Slugs,
  stateField,
  RECORDS_GROUP,
  systemCollection,
  wordField,
} from '../kernel/payload'
import { createInstalmentEndpoints } from './endpoints'
import { instalmentMachine } from './machine'
import { INSTALMENT_KINDS } from './words'

/** Debts: one row each. A purchase paid at once has a single one, due now. */
export const createInstalmentsCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.instalments,
    controls: moveControls(instalmentMachine),
    dbName: 'instalments',
    defaultColumns: ['order', 'seq', 'dueOn', 'amount', 'state'],
    description: {
      en: 'What is owed and when. Late and arrears follow from the due day.',
      id: 'Apa yang terutang dan kapan. Terlambat dan tunggakan dihitung dari tanggal jatuh tempo.',
    },
    endpoints: createInstalmentEndpoints(),
    fields: [
      relationField('order', {
        label: { en: 'Order', id: 'Pesanan' },
        required: true,
        to: slugs.orders,
      }),
      relationField('customer', {
        label: { en: 'Customer', id: 'Pelanggan' },
        to: slugs.customers,
      }),
      numberField('seq', { en: 'No.', id: 'Ke' }),
      dayField('dueOn', { en: 'Due on', id: 'Jatuh tempo' }),
      rupiahField('amount', { en: 'Amount', id: 'Jumlah' }),
      stateField(instalmentMachine),
      wordField(
        'kind',
        { en: 'Kind', id: 'Jenis' },
        { rest: { defaultValue: 'full' }, words: INSTALMENT_KINDS },
      ),
      { ...numberField('revision', { en: 'Revision', id: 'Revisi' }), defaultValue: 1 },
      {
        ...numberField('lateFor', { en: 'Late fee for no.', id: 'Denda untuk cicilan ke' }),
        required: false,
      },
      {
        ...numberField('feePeriod', { en: 'Fee period', id: 'Periode denda' }),
        required: false,
      },
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
      relationField('payment', {
        label: { en: 'Payment', id: 'Pembayaran' },
        required: true,
        to: slugs.payments,
      }),
      relationField('instalment', {
        label: { en: 'Instalment', id: 'Cicilan' },
        required: true,
        to: slugs.instalments,
      }),
      rupiahField('amount', { en: 'Amount', id: 'Jumlah' }),
    ],
    indexes: [{ fields: ['payment', 'instalment'], unique: true }],
    group: RECORDS_GROUP,
    labels: {
      plural: { en: 'Allocations', id: 'Alokasi' },
      singular: { en: 'Allocation', id: 'Alokasi' },
    },
    useAsTitle: 'id',
  })
