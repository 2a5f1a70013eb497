import type { CollectionConfig, Endpoint } from 'payload'

import {
  anyOf,
  dateField,
  dayField,
  isAdmin,
  nobody,
  numberField,
  ownRows,
  relationField,
  rupiahField,
  type Slugs,
  systemCollection,
  textField,
} from '../../kernel/payload'

/** Purchases in instalments: what was agreed, frozen on the day of the order. Their money is derived. */
export const createContractsCollection = ({
  endpoints,
  slugs,
}: {
  /** Doors of features above, which know what is bought. */
  endpoints: Omit<Endpoint, 'root'>[]
  slugs: Slugs
}): CollectionConfig =>
  systemCollection({
    slug: slugs.contracts,
    dbName: 'contracts',
    defaultColumns: ['order', 'customer', 'planKey', 'total', 'startedOn'],
    description: {
      en: 'Orders in instalments, with the terms of the day on which they were placed.',
      id: 'Pesanan yang dicicil, dengan ketentuan pada hari pesanan dibuat.',
    },
    endpoints,
    fields: [
      {
        ...relationField('order', {
          label: { en: 'Order', id: 'Pesanan' },
          required: true,
          to: slugs.orders,
        }),
        unique: true,
      },
      relationField('customer', {
        label: { en: 'Customer', id: 'Pelanggan' },
        required: true,
        to: slugs.customers,
      }),
      textField('planKey', { en: 'Plan', id: 'Rencana cicilan' }, { required: true }),
      { name: 'terms', type: 'json', label: { en: 'Terms', id: 'Ketentuan' }, required: true },
      rupiahField('cashPrice', { en: 'Cash price', id: 'Harga tunai' }),
      rupiahField('markup', { en: 'Markup', id: 'Tambahan harga' }),
      rupiahField('setupFee', { en: 'Setup fee', id: 'Biaya pemasangan' }),
      rupiahField('total', { en: 'Total', id: 'Total' }),
      numberField('revision', { en: 'Revision', id: 'Revisi' }),
      dayField('startedOn', { en: 'Ordered on', id: 'Tanggal pesanan' }),
      dateField(
        'lookAt',
        { en: 'Looked at again', id: 'Ditinjau lagi' },
        {
          access: { read: nobody },
          admin: { hidden: true },
        },
      ),
    ],
    labels: {
      plural: { en: 'Contracts in instalments', id: 'Kontrak cicilan' },
      singular: { en: 'Contract in instalments', id: 'Kontrak cicilan' },
    },
    read: anyOf(isAdmin, ownRows('customer')),
    useAsTitle: 'planKey',
  })

/** Why and how a contract's schedule was changed after the first payment; append-only. */
export const createContractRevisionsCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.contractRevisions,
    dbName: 'contract_revisions',
    defaultColumns: ['contract', 'revision', 'totalBefore', 'totalAfter', 'createdAt'],
    description: {
      en: 'Changed schedules. The rows before stay as they were.',
      id: 'Perubahan jadwal cicilan. Baris sebelumnya tetap tersimpan.',
    },
    fields: [
      relationField('contract', {
        label: { en: 'Contract', id: 'Kontrak' },
        required: true,
        to: slugs.contracts,
      }),
      numberField('revision', { en: 'Revision', id: 'Revisi' }),
      { name: 'reason', type: 'textarea', label: { en: 'Reason', id: 'Alasan' }, required: true },
      textField('madeBy', { en: 'Made by', id: 'Dibuat oleh' }, { required: true }),
      rupiahField('totalBefore', { en: 'Total before', id: 'Total sebelumnya' }),
      rupiahField('totalAfter', { en: 'Total after', id: 'Total sesudahnya' }),
      { name: 'before', type: 'json', label: { en: 'Schedule before', id: 'Jadwal sebelumnya' } },
      { name: 'after', type: 'json', label: { en: 'Schedule after', id: 'Jadwal sesudahnya' } },
    ],
    indexes: [{ fields: ['contract', 'revision'], unique: true }],
    labels: {
      plural: { en: 'Contract revisions', id: 'Revisi kontrak' },
      singular: { en: 'Contract revision', id: 'Revisi kontrak' },
    },
    useAsTitle: 'reason',
  })
