import type { CollectionConfig } from 'payload'

import {
  choiceField,
  dateField,
  moveControls,
  relationField,
  rupiahField,
  type Slugs,
  stateField,
  systemCollection,
  textField,
} from '../../kernel/payload'
import { createReviewMoves } from './endpoints'
import { reviewMachine } from './machine'
import { REVIEW_KINDS } from './open'

/** Late, double, over, under and orphan money: kept, visible, decided by an admin. */
export const createReviewsCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.reviews,
    controls: moveControls(reviewMachine, { credit: ['order'] }),
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
      choiceField(
        'kind',
        { en: 'Why', id: 'Sebab' },
        {
          choices: Object.fromEntries(
            Object.entries(REVIEW_KINDS).map(([value, label]) => [
              value,
              { label, tone: 'warning' },
            ]),
          ),
        },
      ),
      textField('merchantOrderId', 'merchantOrderId', { index: true, required: true }),
      rupiahField('amount', { en: 'Amount', id: 'Jumlah' }),
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
