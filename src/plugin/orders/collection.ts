import type { CollectionConfig, Field } from 'payload'

import {
  anyOf,
  isAdmin,
  nobody,
  ownRows,
  type Slugs,
  stateField,
  systemCollection,
} from '../kernel/payload'
import { orderMachine } from './machine'

const PAYMENT_STATES = [
  { label: { en: 'Unpaid', id: 'Belum dibayar' }, value: 'unpaid' },
  { label: { en: 'Partly paid', id: 'Dibayar sebagian' }, value: 'partly_paid' },
  { label: { en: 'Paid', id: 'Lunas' }, value: 'paid' },
  { label: { en: 'Refunded', id: 'Dikembalikan' }, value: 'refunded' },
]

const buyerFields = (slugs: Slugs): Field[] => [
  { name: 'customerName', type: 'text', label: { en: 'Name', id: 'Nama' }, required: true },
  { name: 'email', type: 'text', index: true, label: 'E-mail', required: true },
  { name: 'phone', type: 'text', label: 'WhatsApp', required: true },
  { name: 'notes', type: 'textarea', label: { en: 'Notes', id: 'Catatan' } },
  { name: 'customer', type: 'relationship', index: true, label: { en: 'Account', id: 'Akun pelanggan' }, relationTo: slugs.customers },
]

const recordFields: Field[] = [
  { name: 'total', type: 'number', label: 'Total (Rp)', required: true },
  { name: 'placedAt', type: 'date', index: true, label: { en: 'Placed at', id: 'Dibuat pada' }, required: true },
  { name: 'acceptedTermsAt', type: 'date', label: { en: 'Terms accepted at', id: 'Setuju syarat pada' } },
  { name: 'locale', type: 'text', label: { en: 'Language', id: 'Bahasa' }, required: true },
]

/** Access by the link, not by the panel: kept out of every answer of the generated REST. */
const secretFields: Field[] = [
  { name: 'token', type: 'text', access: { read: nobody }, admin: { hidden: true }, required: true, unique: true },
  { name: 'idempotencyKey', type: 'text', access: { read: nobody }, admin: { hidden: true }, unique: true },
  { name: 'requestHash', type: 'text', access: { read: nobody }, admin: { hidden: true } },
]

/** Orders: placed by buyers, moved by events, never edited by hand. */
export const createOrdersCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.orders,
    dbName: 'orders',
    defaultColumns: ['number', 'customerName', 'total', 'paymentState', 'state', 'placedAt'],
    defaultSort: '-placedAt',
    description: {
      en: 'Orders as they were placed. The payment state follows from the instalments.',
      id: 'Pesanan sebagaimana dibuat. Status pembayaran mengikuti cicilannya.',
    },
    fields: [
      { name: 'number', type: 'text', label: { en: 'Number', id: 'Nomor' }, required: true, unique: true },
      stateField(orderMachine),
      {
        name: 'paymentState',
        type: 'select',
        admin: { position: 'sidebar' },
        index: true,
        label: { en: 'Payment', id: 'Pembayaran' },
        options: PAYMENT_STATES,
        required: true,
      },
      ...buyerFields(slugs),
      ...recordFields,
      ...secretFields,
      {
        name: 'items',
        type: 'join',
        admin: { disableListColumn: true },
        collection: slugs.orderItems,
        label: { en: 'Items', id: 'Barang' },
        on: 'order',
      },
      {
        name: 'attempts',
        type: 'join',
        admin: { disableListColumn: true },
        collection: slugs.payments,
        label: { en: 'Payments', id: 'Pembayaran' },
        on: 'order',
      },
    ],
    labels: {
      plural: { en: 'Orders', id: 'Pesanan' },
      singular: { en: 'Order', id: 'Pesanan' },
    },
    read: anyOf(isAdmin, ownRows('customer')),
    useAsTitle: 'number',
  })

/** Lines of orders, each with its price snapshot and its own assignee. */
export const createOrderItemsCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig => {
  const collection = systemCollection({
    slug: slugs.orderItems,
    dbName: 'order_items',
    defaultColumns: ['title', 'order', 'quantity', 'amount', 'assignee'],
    description: {
      en: 'What was bought, at the price of the day. Each item has its own assignee.',
      id: 'Yang dibeli, dengan harga saat itu. Setiap barang punya penanggung jawab sendiri.',
    },
    fields: [
      { name: 'order', type: 'relationship', index: true, label: { en: 'Order', id: 'Pesanan' }, relationTo: slugs.orders, required: true },
      { name: 'customer', type: 'relationship', index: true, label: { en: 'Customer', id: 'Pelanggan' }, relationTo: slugs.customers },
      { name: 'seq', type: 'number', label: { en: 'No.', id: 'Ke' }, required: true },
      { name: 'product', type: 'relationship', index: true, label: { en: 'Product', id: 'Produk' }, relationTo: slugs.products },
      { name: 'title', type: 'text', label: { en: 'Title', id: 'Nama' }, required: true },
      { name: 'kind', type: 'text', label: { en: 'Kind', id: 'Jenis' }, required: true },
      { name: 'productSlug', type: 'text', label: 'Slug', required: true },
      { name: 'quantity', type: 'number', label: { en: 'Quantity', id: 'Jumlah' }, required: true },
      { name: 'unitPrice', type: 'number', label: { en: 'Unit price (Rp)', id: 'Harga satuan (Rp)' }, required: true },
      { name: 'amount', type: 'number', label: { en: 'Amount (Rp)', id: 'Total (Rp)' }, required: true },
      { name: 'afterPayment', type: 'textarea', label: { en: 'After payment', id: 'Setelah pembayaran' } },
      { name: 'assignee', type: 'relationship', access: { update: isAdmin }, index: true, label: { en: 'Assignee', id: 'Penanggung jawab' }, relationTo: slugs.staff },
    ],
    labels: {
      plural: { en: 'Order items', id: 'Barang pesanan' },
      singular: { en: 'Order item', id: 'Barang pesanan' },
    },
    read: anyOf(isAdmin, ownRows('customer')),
    useAsTitle: 'title',
  })
  const onlyAssignee = (field: Field): Field =>
    'name' in field && field.name !== 'assignee' && field.type !== 'join'
      ? ({ ...field, access: { ...('access' in field ? field.access : {}), update: nobody } } as Field)
      : field
  return {
    ...collection,
    access: { ...collection.access, update: isAdmin },
    fields: collection.fields.map(onlyAssignee),
  }
}
