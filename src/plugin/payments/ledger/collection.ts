import type { CollectionConfig } from 'payload'

import {
  relationField,
  rupiahField,
  type Slugs,
  RECORDS_GROUP,
  systemCollection,
  textField,
} from '../../kernel/payload'
import { LEDGER_ACCOUNTS } from './accounts'

/** The books: append-only rows, balanced per posting, read by admins and owners. */
export const createLedgerCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.ledgerEntries,
    dbName: 'ledger_entries',
    defaultColumns: ['createdAt', 'account', 'amount', 'kind', 'order'],
    description: {
      en: 'Double entry: debit positive, credit negative. Rows are never changed.',
      id: 'Pembukuan berpasangan: debit positif, kredit negatif. Baris tidak pernah diubah.',
    },
    fields: [
      textField('posting', { en: 'Posting', id: 'Jurnal' }, { index: true, required: true }),
      textField('kind', { en: 'Kind', id: 'Jenis' }, { required: true }),
      {
        name: 'account',
        type: 'text',
        index: true,
        label: { en: 'Account', id: 'Akun' },
        required: true,
        validate: (value: unknown) =>
          LEDGER_ACCOUNTS.some((account) => account === value) || 'Unknown account',
      },
      rupiahField('amount', { en: 'Amount', id: 'Jumlah' }),
      relationField('order', { label: { en: 'Order', id: 'Pesanan' }, to: slugs.orders }),
      relationField('payment', { label: { en: 'Payment', id: 'Pembayaran' }, to: slugs.payments }),
    ],
    group: RECORDS_GROUP,
    labels: {
      plural: { en: 'Ledger', id: 'Buku besar' },
      singular: { en: 'Ledger entry', id: 'Baris buku besar' },
    },
    useAsTitle: 'kind',
  })
