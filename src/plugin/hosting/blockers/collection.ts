import type { CollectionConfig } from 'payload'

import { panelStates } from '../../kernel/machine'
import {
  dateField,
  relationField,
  type Slugs,
  stateWordField,
  systemCollection,
  textField,
  wordField,
} from '../../kernel/payload'
import { BLOCKER_KINDS, blockerMachine } from './machine'

/** Reasons for which services are off; wanted on exactly when none is active. */
export const createServiceBlockersCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.serviceBlockers,
    dbName: 'service_blockers',
    defaultColumns: ['order', 'kind', 'state', 'reason', 'createdAt'],
    description: {
      en: 'Why services are to be off. A service is on while none of its reasons is active.',
      id: 'Mengapa layanan harus mati. Layanan menyala bila tidak ada alasan yang berlaku.',
    },
    fields: [
      relationField('order', {
        label: { en: 'Order', id: 'Pesanan' },
        required: true,
        to: slugs.orders,
      }),
      wordField('kind', { en: 'Kind', id: 'Jenis' }, { words: BLOCKER_KINDS }),
      stateWordField(panelStates(blockerMachine)),
      textField('reason', { en: 'Reason', id: 'Alasan' }, { required: true }),
      textField('setBy', { en: 'Set by', id: 'Dibuat oleh' }, { required: true }),
      dateField('clearedAt', { en: 'Gone at', id: 'Hilang pada' }),
    ],
    labels: {
      plural: { en: 'Reasons to be off', id: 'Alasan penangguhan' },
      singular: { en: 'Reason to be off', id: 'Alasan penangguhan' },
    },
    useAsTitle: 'reason',
  })
