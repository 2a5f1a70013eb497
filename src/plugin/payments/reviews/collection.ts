import type { CollectionConfig } from 'payload'

import { type Slugs, stateField, systemCollection } from '../../kernel/payload'
import { reviewMachine } from './machine'
import { REVIEW_KINDS } from './open'

/** Late, double, over, under and orphan money: kept, visible, decided by an admin. */
export const createReviewsCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig => {
  const collection = systemCollection({
    slug: slugs.reviews,
    dbName: 'reviews',
    defaultColumns: ['merchantOrderId', 'kind', 'amount', 'state', 'createdAt'],
    description: {
      en: 'Money that fits no debt. Decide what becomes of it, with a reason.',
      id: 'Uang yang tidak cocok dengan tagihan mana pun. Putuskan nasibnya, dengan alasan.',
    },
    fields: [
      { name: 'key', type: 'text', admin: { hidden: true }, required: true, unique: true },
      stateField(reviewMachine),
      {
        name: 'kind',
        type: 'select',
        label: { en: 'Why', id: 'Sebab' },
        options: Object.entries(REVIEW_KINDS).map(([value, label]) => ({ label, value })),
        required: true,
      },
      { name: 'merchantOrderId', type: 'text', index: true, label: 'merchantOrderId', required: true },
      { name: 'amount', type: 'number', label: { en: 'Amount (Rp)', id: 'Jumlah (Rp)' }, required: true },
      { name: 'order', type: 'relationship', index: true, label: { en: 'Order', id: 'Pesanan' }, relationTo: slugs.orders },
      { name: 'payment', type: 'relationship', index: true, label: { en: 'Payment', id: 'Pembayaran' }, relationTo: slugs.payments },
      { name: 'decisionReason', type: 'textarea', label: { en: 'Reason of the decision', id: 'Alasan keputusan' } },
      { name: 'decidedBy', type: 'relationship', label: { en: 'Decided by', id: 'Diputuskan oleh' }, relationTo: slugs.staff },
      { name: 'decidedAt', type: 'date', label: { en: 'Decided at', id: 'Diputuskan pada' } },
    ],
    labels: {
      plural: { en: 'Money to review', id: 'Uang perlu ditinjau' },
      singular: { en: 'Review', id: 'Tinjauan' },
    },
    useAsTitle: 'merchantOrderId',
  })
  const buttons = '/plugin/payments/reviews/admin/ReviewDecision#ReviewDecision'
  return {
    ...collection,
    admin: {
      ...collection.admin,
      components: { edit: { beforeDocumentControls: [buttons] } },
    },
  }
}
