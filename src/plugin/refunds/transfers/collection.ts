import type { CollectionConfig } from 'payload'

import { panelStates } from '../../kernel/machine'
import {
  dateField,
  moveControls,
  numberField,
  RECORDS_GROUP,
  relationField,
  rupiahField,
  type Slugs,
  stateWordField,
  systemCollection,
  textField,
} from '../../kernel/payload'
import { createTransferEndpoints } from './endpoints'
import { transferMachine } from './machine'

/** Every order to the disbursement service: one live one for a refund at most, kept for ever. */
export const createRefundTransfersCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.refundTransfers,
    controls: moveControls(transferMachine),
    dbName: 'refund_transfers',
    defaultColumns: ['number', 'refund', 'amount', 'state', 'createdAt'],
    description: {
      en: 'Transfers of refunds through Duitku Disbursement, and what became of them.',
      id: 'Transfer pengembalian dana lewat Duitku Disbursement, dan hasilnya.',
    },
    endpoints: createTransferEndpoints(),
    fields: [
      textField('number', { en: 'Number', id: 'Nomor' }, { required: true, unique: true }),
      stateWordField(panelStates(transferMachine)),
      relationField('refund', {
        label: { en: 'Refund', id: 'Pengembalian dana' },
        required: true,
        to: slugs.refunds,
      }),
      rupiahField('amount', { en: 'Amount', id: 'Jumlah' }),
      textField('bank', { en: 'Code of the bank', id: 'Kode bank' }, { required: true }),
      textField('account', { en: 'Account number', id: 'Nomor rekening' }, { required: true }),
      textField('holder', { en: 'Holder, by the bank', id: 'Pemilik menurut bank' }),
      textField('reference', { en: 'Number at Duitku', id: 'Nomor di Duitku' }, { unique: true }),
      textField('receipt', { en: 'Number at the bank', id: 'Nomor di bank' }),
      textField('answer', { en: 'Last answer', id: 'Jawaban terakhir' }),
      numberField('asks', { en: 'Times asked', id: 'Kali ditanyakan' }),
      dateField('sentAt', { en: 'Ordered at', id: 'Diperintahkan pada' }),
      dateField('takenAt', { en: 'Taken at', id: 'Diterima layanan pada' }),
      textField('askedBy', { en: 'Begun by', id: 'Dimulai oleh' }, { required: true }),
    ],
    group: RECORDS_GROUP,
    labels: {
      plural: { en: 'Refund transfers', id: 'Transfer pengembalian dana' },
      singular: { en: 'Refund transfer', id: 'Transfer pengembalian dana' },
    },
    listSearchableFields: ['number', 'reference', 'receipt'],
    useAsTitle: 'number',
  })
