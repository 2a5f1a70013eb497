import type { CollectionConfig } from 'payload'

import {
  dateField,
  moveControls,
  numberField,
  relationField,
  rupiahField,
  type Slugs,
  stateField,
  systemCollection,
  textField,
  wordField,
} from '../../kernel/payload'
import { paymentMachine } from '../machine'
import { CHECK_QUESTION } from './checkQuestion'
import { createAttemptEndpoints } from './endpoints'
import { PAYMENT_METHODS } from './words'

/** Attempts at the gateway, one row each; old ones are kept because they can still be paid. */
export const createPaymentsCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.payments,
    controls: [
      ...moveControls(paymentMachine),
      {
        clientProps: { question: CHECK_QUESTION },
        path: '/plugin/kernel/admin/AskButton#DocumentAsk',
      },
    ],
    dbName: 'payments',
    defaultColumns: ['merchantOrderId', 'order', 'amount', 'state', 'createdAt'],
    description: {
      en: 'Attempts to pay through Duitku. The gateway’s own answer decides their state.',
      id: 'Percobaan pembayaran lewat Duitku. Statusnya ditentukan oleh jawaban Duitku sendiri.',
    },
    endpoints: createAttemptEndpoints(),
    fields: [
      textField('merchantOrderId', 'merchantOrderId', { required: true, unique: true }),
      stateField(paymentMachine),
      relationField('order', {
        label: { en: 'Order', id: 'Pesanan' },
        required: true,
        to: slugs.orders,
      }),
      numberField('attempt', { en: 'Attempt', id: 'Percobaan ke' }),
      textField('instalmentSet', { en: 'Instalments', id: 'Cicilan' }, { required: true }),
      rupiahField('amount', { en: 'Amount', id: 'Jumlah' }),
      {
        ...rupiahField('rebate', { en: 'Forgiven with it', id: 'Potongan pelunasan' }),
        defaultValue: 0,
      },
      wordField(
        'method',
        { en: 'Way', id: 'Cara' },
        { rest: { defaultValue: 'gateway' }, words: PAYMENT_METHODS },
      ),
      textField('evidence', { en: 'Evidence', id: 'Bukti' }),
      textField('recordedBy', { en: 'Recorded by', id: 'Dicatat oleh' }),
      textField('reference', { en: 'Duitku reference', id: 'Referensi Duitku' }, { index: true }),
      textField('paymentUrl', { en: 'Payment page', id: 'Halaman pembayaran' }),
      textField('channel', { en: 'Channel', id: 'Metode' }),
      dateField('expiresAt', { en: 'Expires at', id: 'Batas waktu' }, { index: true }),
      dateField('paidAt', { en: 'Paid at', id: 'Dibayar pada' }),
      dateField('checkedAt', { en: 'Last asked at the gateway', id: 'Terakhir dicek ke Duitku' }),
      textField('failureReason', { en: 'Reason', id: 'Alasan' }),
    ],
    indexes: [{ fields: ['order', 'attempt'], unique: true }],
    labels: {
      plural: { en: 'Payments', id: 'Pembayaran' },
      singular: { en: 'Payment', id: 'Pembayaran' },
    },
    useAsTitle: 'merchantOrderId',
  })
