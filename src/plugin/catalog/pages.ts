import type { CollectionConfig, Field } from 'payload'

import { anyOf, clampLimit, isEditor, publishedRows } from '../kernel/payload'
import { type CatalogOptions, draftVersions, previewAdmin } from './collection'
import { shortText } from './fields/texts'
import { announceChange, announceDelete } from './hooks'
import { recordEdition } from './editions/recordEdition'
import { proseField } from './prose'
import { slugField } from './slugField'

const factFields: Field[] = [
  {
    name: 'revisedOn',
    type: 'date',
    admin: {
      date: { displayFormat: 'd MMMM yyyy', pickerAppearance: 'dayOnly' },
      description: {
        en: 'Shown to readers as "last changed".',
        id: 'Tampil kepada pembaca sebagai "terakhir diubah".',
      },
      position: 'sidebar',
    },
    label: { en: 'Last changed', id: 'Terakhir diubah' },
    required: true,
  },
  {
    name: 'isAgreed',
    type: 'checkbox',
    admin: {
      description: {
        en: 'Named at checkout. Each order keeps the edition its buyer agreed to.',
        id: 'Disebut saat checkout. Setiap pesanan menyimpan edisi yang disetujui pembelinya.',
      },
      position: 'sidebar',
    },
    defaultValue: false,
    label: { en: 'Buyers agree to this page', id: 'Disetujui pembeli' },
  },
]

/** Legal and other plain pages: terms, privacy, refunds, contact. */
export const createPagesCollection = (options: CatalogOptions): CollectionConfig => ({
  slug: options.slugs.pages,
  access: {
    create: isEditor,
    delete: isEditor,
    read: anyOf(isEditor, publishedRows),
    readVersions: isEditor,
    update: isEditor,
  },
  admin: {
    defaultColumns: ['title', 'slug', 'revisedOn', '_status'],
    enableListViewSelectAPI: true,
    group: { en: 'Catalogue', id: 'Katalog' },
    hideAPIURL: true,
    useAsTitle: 'title',
    ...previewAdmin({ kind: 'page', previewUrl: options.previewUrl }),
  },
  dbName: 'pages',
  defaultSort: 'title',
  fields: [
    shortText('title', { en: 'Title', id: 'Judul' }),
    proseField({
      name: 'body',
      label: { en: 'Text', id: 'Isi' },
      required: true,
      slugs: options.slugs,
    }),
    slugField(),
    ...factFields,
  ],
  hooks: {
    afterChange: [
      recordEdition,
      ...(options.revalidate ? [announceChange(options.revalidate)] : []),
    ],
    afterDelete: options.revalidate ? [announceDelete(options.revalidate)] : [],
    beforeOperation: [clampLimit],
  },
  labels: {
    plural: { en: 'Pages', id: 'Halaman' },
    singular: { en: 'Page', id: 'Halaman' },
  },
  trash: true,
  versions: draftVersions,
})
