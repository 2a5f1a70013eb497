import type { CollectionConfig } from 'payload'

import {
  dateField,
  numberField,
  relationField,
  type Slugs,
  stateField,
  systemCollection,
  textField,
} from '../../kernel/payload'
import { createReviewMoves } from './endpoints'
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
    endpoints: createReviewMoves(),
    fields: [
      textField('key', 'key', { admin: { hidden: true }, required: true, unique: true }),
      stateField(reviewMachine),
      {
        name: 'kind',
        type: 'select',
        label: { en: 'Why', id: 'Sebab' },
        options: Object.entries(REVIEW_KINDS).map(([value, label]) => ({ label, value })),
        required: true,
      },
      textField('merchantOrderId', 'merchantOrderId', { index: true, required: true }),
      numberField('amount', { en: 'Amount (Rp)', id: 'Jumlah (Rp)' }),
      relationField('order', { label: { en: 'Order', id: 'Pesanan' }, to: slugs.orders }),
      relationField('payment', { label: { en: 'Payment', id: 'Pembayaran' }, to: slugs.payments }),
      {
        name: 'decisionReason',
        type: 'textarea',
        label: { en: 'Reason of the decision', id: 'Alasan keputusan' },
      },
      relationField('decidedBy', {
        label: { en: 'Decided by', id: 'Diputuskan oleh' },
        to: slugs.staff,
      }),
      dateField('decidedAt', { en: 'Decided at', id: 'Diputuskan pada' }),
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
