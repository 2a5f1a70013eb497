import type { CollectionConfig } from 'payload'

import { type Slugs, systemCollection } from '../../kernel/payload'
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
      { name: 'posting', type: 'text', index: true, label: { en: 'Posting', id: 'Jurnal' }, required: true },
      { name: 'kind', type: 'text', label: { en: 'Kind', id: 'Jenis' }, required: true },
      {
        name: 'account',
        type: 'text',
        index: true,
        label: { en: 'Account', id: 'Akun' },
        required: true,
        validate: (value: unknown) =>
          LEDGER_ACCOUNTS.some((account) => account === value) || 'Unknown account',
      },
      { name: 'amount', type: 'number', label: { en: 'Amount (Rp)', id: 'Jumlah (Rp)' }, required: true },
      { name: 'order', type: 'relationship', index: true, label: { en: 'Order', id: 'Pesanan' }, relationTo: slugs.orders },
      { name: 'payment', type: 'relationship', index: true, label: { en: 'Payment', id: 'Pembayaran' }, relationTo: slugs.payments },
    ],
    labels: {
      plural: { en: 'Ledger', id: 'Buku besar' },
      singular: { en: 'Ledger entry', id: 'Baris buku besar' },
    },
    useAsTitle: 'kind',
  })
