import type { CollectionConfig, Field } from 'payload'

import type { PaymentState } from '../instalments'
import type { PanelState } from '../kernel/machine'

import {
  anyOf,
  choiceField,
  dateField,
  isAdmin,
  nobody,
  numberField,
  ownRows,
  relationField,
  rupiahField,
  type Slugs,
  stateField,
  systemCollection,
  textField,
} from '../kernel/payload'
import { createOrderStaffEndpoints } from './endpointsStaff'
import { orderMachine } from './machine'

/** Payment states as the panel shows them. */
export const PAYMENT_STATES: Record<PaymentState, PanelState> = {
  unpaid: { label: { en: 'Unpaid', id: 'Belum dibayar' }, tone: 'warning' },
  partly_paid: { label: { en: 'Partly paid', id: 'Dibayar sebagian' }, tone: 'warning' },
  paid: { label: { en: 'Paid', id: 'Lunas' }, tone: 'success' },
  refunded: { label: { en: 'Refunded', id: 'Dikembalikan' }, tone: 'neutral' },
}

const buyerFields = (slugs: Slugs): Field[] => [
  textField('customerName', { en: 'Name', id: 'Nama' }, { required: true }),
  textField('email', 'E-mail', { index: true, required: true }),
  textField('phone', 'WhatsApp', { required: true }),
  { name: 'notes', type: 'textarea', label: { en: 'Notes', id: 'Catatan' } },
  relationField('customer', {
    label: { en: 'Account', id: 'Akun pelanggan' },
    to: slugs.customers,
  }),
]

const recordFields: Field[] = [
  rupiahField('total', 'Total'),
  {
    ...rupiahField('adjustment', { en: 'Changed by revisions', id: 'Perubahan oleh revisi' }),
    defaultValue: 0,
  },
  dateField('placedAt', { en: 'Placed at', id: 'Dibuat pada' }, { index: true, required: true }),
  dateField('acceptedTermsAt', { en: 'Terms accepted at', id: 'Setuju syarat pada' }),
  {
    name: 'acceptedEditions',
    type: 'json',
    admin: { hidden: true },
    label: { en: 'Editions agreed to', id: 'Edisi yang disetujui' },
  },
  textField('locale', { en: 'Language', id: 'Bahasa' }, { required: true }),
  {
    name: 'needsSpk',
    type: 'checkbox',
    defaultValue: false,
    label: { en: 'Needs an SPK', id: 'Memerlukan SPK' },
  },
]

/** Access by the link, not by the panel: kept out of every answer of the generated REST. */
const secretFields: Field[] = [
  textField('token', 'token', {
    access: { read: nobody },
    admin: { hidden: true },
    required: true,
    unique: true,
  }),
  textField('idempotencyKey', 'idempotencyKey', {
    access: { read: nobody },
    admin: { hidden: true },
    unique: true,
  }),
  textField('requestHash', 'requestHash', { access: { read: nobody }, admin: { hidden: true } }),
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
    endpoints: createOrderStaffEndpoints(),
    fields: [
      textField('number', { en: 'Number', id: 'Nomor' }, { required: true, unique: true }),
      stateField(orderMachine),
      choiceField(
        'paymentState',
        { en: 'Payment', id: 'Pembayaran' },
        { choices: PAYMENT_STATES, index: true, position: 'sidebar' },
      ),
      ...buyerFields(slugs),
      ...recordFields,
      ...secretFields,
      {
        name: 'items',
        type: 'join',
        admin: {
          allowCreate: false,
          defaultColumns: ['title', 'quantity', 'amount'],
          disableListColumn: true,
        },
        collection: slugs.orderItems,
        label: { en: 'Items', id: 'Barang' },
        on: 'order',
      },
      {
        name: 'attempts',
        type: 'join',
        admin: {
          allowCreate: false,
          defaultColumns: ['merchantOrderId', 'amount', 'state', 'paidAt'],
          disableListColumn: true,
        },
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
    listSearchableFields: ['number', 'customerName', 'email', 'phone'],
    useAsTitle: 'number',
    view: '/plugin/orders/admin/OrderView#OrderView',
  })

/** Lines of orders, each with its price snapshot. Who looks after one stands in its delivery. */
export const createOrderItemsCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.orderItems,
    dbName: 'order_items',
    defaultColumns: ['title', 'order', 'quantity', 'amount'],
    description: {
      en: 'What was bought, at the price of the day.',
      id: 'Yang dibeli, dengan harga saat itu.',
    },
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
      relationField('product', { label: { en: 'Product', id: 'Produk' }, to: slugs.products }),
      textField('title', { en: 'Title', id: 'Nama' }, { required: true }),
      textField('kind', { en: 'Kind', id: 'Jenis' }, { required: true }),
      textField('productSlug', 'Slug', { required: true }),
      numberField('quantity', { en: 'Quantity', id: 'Jumlah' }),
      rupiahField('unitPrice', { en: 'Unit price', id: 'Harga satuan' }),
      rupiahField('amount', { en: 'Amount', id: 'Total' }),
      {
        ...numberField('refundDays', { en: 'Refund days', id: 'Masa pengembalian' }),
        required: false,
      },
      textField('refundUntil', { en: 'Refund until', id: 'Boleh diminta sampai' }),
      {
        name: 'afterPayment',
        type: 'textarea',
        label: { en: 'After payment', id: 'Setelah pembayaran' },
      },
    ],
    labels: {
      plural: { en: 'Order items', id: 'Barang pesanan' },
      singular: { en: 'Order item', id: 'Barang pesanan' },
    },
    read: anyOf(isAdmin, ownRows('customer')),
    useAsTitle: 'title',
  })
