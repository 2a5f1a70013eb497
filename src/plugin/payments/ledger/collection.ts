import type { CollectionConfig } from 'payload'

import {
  relationField,
  rupiahField,
  type Slugs,
  RECORDS_GROUP,
  systemCollection,
  textField,
  wordField,
} from '../../kernel/payload'
import { LEDGER_ACCOUNTS } from './accounts'
import { LEDGER_ACCOUNT_WORDS, POSTING_WORDS } from './words'

const isAccount = (value: unknown): string | true =>
  LEDGER_ACCOUNTS.some((account) => account === value) || 'Unknown account'

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
      wordField('kind', { en: 'Kind', id: 'Jenis' }, { words: POSTING_WORDS }),
      wordField(
        'account',
        { en: 'Account', id: 'Akun' },
        { rest: { index: true, validate: isAccount }, words: LEDGER_ACCOUNT_WORDS },
      ),
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
