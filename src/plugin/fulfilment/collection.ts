import type { CollectionConfig, Field } from 'payload'

import { PRODUCT_KINDS } from '../catalog'
import { type PanelState, plainWord } from '../kernel/machine'
import {
  dateField,
  itemRelations,
  itemTitleField,
  relationField,
  type Slugs,
  stateWordField,
  systemCollection,
  textField,
  wordField,
} from '../kernel/payload'
import { createFulfilmentEndpoints } from './endpoints'
import { FULFILMENT_STATES, fulfilmentKinds } from './kinds'

const KIND_WORDS: Record<string, PanelState> = Object.fromEntries(
  fulfilmentKinds.map((kind) => {
    const { en, id } = PRODUCT_KINDS[kind].label
    return [kind, plainWord(id, en)]
  }),
)

const clockFields: Field[] = [
  dateField('dueAt', { en: 'Next deadline', id: 'Tenggat berikutnya' }),
  dateField('startBy', { en: 'Start by', id: 'Mulai paling lambat' }, { required: true }),
  dateField('deliverBy', { en: 'Deliver by', id: 'Serahkan paling lambat' }, { required: true }),
  dateField('startedAt', { en: 'Started at', id: 'Dimulai pada' }),
  dateField('deliveredAt', { en: 'Delivered at', id: 'Diserahkan pada' }),
  dateField('followUpUntil', { en: 'Questions until', id: 'Tanya jawab sampai' }),
  dateField('nextFollowUpAt', { en: 'Next follow-up mail', id: 'Email tindak lanjut berikutnya' }),
]

/** What is being done for each paid item: one row per item, moved by events, never edited by hand. */
export const createFulfilmentsCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.fulfilments,
    dbName: 'fulfilments',
    defaultColumns: ['title', 'order', 'kind', 'state', 'assignee', 'dueAt'],
    defaultSort: 'dueAt',
    description: {
      en: 'What is being done for each paid item, the next deadline first.',
      id: 'Pengerjaan setiap barang yang sudah dibayar, tenggat terdekat lebih dahulu.',
    },
    endpoints: createFulfilmentEndpoints(),
    fields: [
      itemTitleField(),
      ...itemRelations(slugs, { isUnique: true }),
      wordField('kind', { en: 'Kind', id: 'Jenis' }, { words: KIND_WORDS }),
      stateWordField(FULFILMENT_STATES),
      relationField('assignee', {
        label: { en: 'Assignee', id: 'Penanggung jawab' },
        to: slugs.staff,
      }),
      ...clockFields,
      textField(
        'reminded',
        { en: 'Last reminder', id: 'Pengingat terakhir' },
        { admin: { hidden: true } },
      ),
      { name: 'checklist', type: 'json', label: { en: 'Checklist', id: 'Daftar periksa' } },
    ],
    labels: {
      plural: { en: 'Deliveries', id: 'Pengerjaan' },
      singular: { en: 'Delivery', id: 'Pengerjaan' },
    },
    useAsTitle: 'title',
    view: '/plugin/fulfilment/admin/FulfilmentView#FulfilmentView',
  })
