import type { CollectionConfig } from 'payload'

import { proseField } from '../../catalog'
import { clampLimit, isAdmin, nobody, relationField, type Slugs } from '../../kernel/payload'
import { assertMailable } from './plain'

const access = {
  create: isAdmin,
  delete: nobody,
  read: isAdmin,
  readVersions: isAdmin,
  update: isAdmin,
}

/**
 * What was said in a session and what is to be done, one text per order item. Admins and owners write
 * it; sending it is a move of the delivery. Earlier versions stay.
 */
export const createSessionSummariesCollection = ({
  slugs,
}: {
  slugs: Slugs
}): CollectionConfig => ({
  slug: slugs.sessionSummaries,
  access,
  admin: {
    defaultColumns: ['title', 'orderItem', 'updatedAt'],
    description: {
      en: 'Goes to the customer when the delivery is moved on with “Send the summary”.',
      id: 'Dikirim ke pelanggan saat pengerjaan dilanjutkan dengan “Kirim ringkasan”.',
    },
    enableListViewSelectAPI: true,
    group: { en: 'Operations', id: 'Operasional' },
    hideAPIURL: true,
    useAsTitle: 'title',
  },
  dbName: 'session_summaries',
  disableDuplicate: true,
  fields: [
    // Not stored: the title of the item, for lists and breadcrumbs.
    {
      name: 'title',
      type: 'text',
      admin: { disableBulkEdit: true, hidden: true },
      label: { en: 'Item', id: 'Barang' },
      virtual: 'orderItem.title',
    },
    proseField({
      name: 'body',
      isLocalized: false,
      label: { en: 'Summary', id: 'Ringkasan' },
      required: true,
      slugs,
    }),
    {
      ...relationField('orderItem', {
        label: { en: 'Order item', id: 'Barang pesanan' },
        required: true,
        to: slugs.orderItems,
      }),
      access: { update: () => false },
      admin: { position: 'sidebar' },
      filterOptions: { kind: { equals: 'consulting' } },
      unique: true,
    },
  ],
  hooks: {
    beforeOperation: [clampLimit],
    beforeValidate: [assertMailable],
  },
  labels: {
    plural: { en: 'Session summaries', id: 'Ringkasan sesi' },
    singular: { en: 'Session summary', id: 'Ringkasan sesi' },
  },
  versions: { drafts: false, maxPerDoc: 50 },
})
