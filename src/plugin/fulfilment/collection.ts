import type { CollectionConfig, Field } from 'payload'

import { PRODUCT_KINDS } from '../catalog'
import { type PanelState, plainWord } from '../kernel/machine'
import {
  dateField,
  nobody,
  relationField,
  type Slugs,
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

/** Only `fireEvent` writes it; text, so that a further kind needs no migration of a type. */
const stateWord = wordField(
  'state',
  { en: 'State', id: 'Status' },
  {
    rest: {
      access: { create: nobody, update: nobody },
      admin: { position: 'sidebar' },
      index: true,
    },
    words: FULFILMENT_STATES,
  },
)

const clockFields: Field[] = [
  dateField('dueAt', { en: 'Next deadline', id: 'Tenggat berikutnya' }),
  dateField('startBy', { en: 'Start by', id: 'Mulai paling lambat' }, { required: true }),
  dateField('deliverBy', { en: 'Deliver by', id: 'Serahkan paling lambat' }, { required: true }),
  dateField('startedAt', { en: 'Started at', id: 'Dimulai pada' }),
  dateField('deliveredAt', { en: 'Delivered at', id: 'Diserahkan pada' }),
  dateField('followUpUntil', { en: 'Questions until', id: 'Tanya jawab sampai' }),
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
      // Not stored: the title of the item, for lists and breadcrumbs.
      textField(
        'title',
        { en: 'Item', id: 'Barang' },
        { admin: { disableBulkEdit: true }, virtual: 'orderItem.title' },
      ),
      {
        ...relationField('orderItem', {
          label: { en: 'Order item', id: 'Barang pesanan' },
          required: true,
          to: slugs.orderItems,
        }),
        unique: true,
      },
      relationField('order', {
        label: { en: 'Order', id: 'Pesanan' },
        required: true,
        to: slugs.orders,
      }),
      wordField('kind', { en: 'Kind', id: 'Jenis' }, { words: KIND_WORDS }),
      stateWord,
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
