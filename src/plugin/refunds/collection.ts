import type { CollectionConfig } from 'payload'

import { panelStates } from '../kernel/machine'
import {
  dateField,
  nobody,
  relationField,
  rupiahField,
  type Slugs,
  stateWordField,
  systemCollection,
  textField,
  wordField,
} from '../kernel/payload'
import { createRefundStaffEndpoints } from './endpointsStaff'
import { refundMachine } from './machine'
import { REFUND_METHODS } from './rules'

/** Money that goes back to customers: asked for, approved, sent; never edited by hand. */
export const createRefundsCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.refunds,
    dbName: 'refunds',
    defaultColumns: ['number', 'order', 'amount', 'state', 'createdAt'],
    description: {
      en: 'Money that customers or staff want to go back, and what became of it.',
      id: 'Uang yang diminta kembali oleh pelanggan atau admin, dan kelanjutannya.',
    },
    endpoints: createRefundStaffEndpoints(),
    fields: [
      textField('number', { en: 'Number', id: 'Nomor' }, { required: true, unique: true }),
      stateWordField(panelStates(refundMachine)),
      relationField('order', {
        label: { en: 'Order', id: 'Pesanan' },
        required: true,
        to: slugs.orders,
      }),
      relationField('payment', {
        label: { en: 'Payment', id: 'Pembayaran' },
        required: true,
        to: slugs.payments,
      }),
      rupiahField('amount', { en: 'Amount', id: 'Jumlah' }),
      { name: 'reason', type: 'textarea', label: { en: 'Reason', id: 'Alasan' }, required: true },
      textField('account', { en: 'Account to send to', id: 'Rekening tujuan' }),
      {
        name: 'byCustomer',
        type: 'checkbox',
        defaultValue: false,
        label: { en: 'Asked by the customer himself', id: 'Diajukan sendiri oleh pelanggan' },
        required: true,
      },
      textField('askedBy', { en: 'Asked by', id: 'Diajukan oleh' }, { required: true }),
      wordField(
        'method',
        { en: 'Sent by', id: 'Dikirim lewat' },
        { rest: { required: false }, words: REFUND_METHODS },
      ),
      textField('evidence', { en: 'Evidence', id: 'Bukti' }),
      dateField('executedAt', { en: 'Sent at', id: 'Dikirim pada' }),
      textField('key', 'key', {
        access: { read: nobody },
        admin: { hidden: true },
        required: true,
        unique: true,
      }),
    ],
    labels: {
      plural: { en: 'Refunds', id: 'Pengembalian dana' },
      singular: { en: 'Refund', id: 'Pengembalian dana' },
    },
    listSearchableFields: ['number', 'account', 'evidence'],
    useAsTitle: 'number',
    view: '/plugin/refunds/admin/RefundView#RefundView',
  })
