import type { CollectionConfig, Field } from 'payload'

import {
  clampLimit,
  dateField,
  isEditor,
  nobody,
  relationField,
  type Slugs,
  textField,
} from '../../kernel/payload'
import { createPublishEndpoint } from './endpoint'
import { checkRelease, keepPublished } from './hooks'

const VERSION = /^\d{1,4}(?:\.\d{1,4}){0,2}$/

const versionField = textField('version', { en: 'Version', id: 'Versi' }, {
  admin: { placeholder: '1.0.0' },
  required: true,
  validate: (value: null | string | undefined, { req }: { req: { i18n: { language: string } } }) =>
    VERSION.test(value ?? '') ||
    (req.i18n.language === 'en'
      ? 'Write one to three numbers with dots, such as 1.2.0.'
      : 'Tulis satu sampai tiga angka dengan titik, misalnya 1.2.0.'),
} as never)

const words = (args: {
  description: { en: string; id: string }
  label: { en: string; id: string }
  name: string
  required?: boolean
}): Field => ({
  name: args.name,
  type: 'textarea',
  admin: { description: args.description, rows: 8 },
  label: args.label,
  localized: true,
  maxLength: 20_000,
  required: args.required ?? false,
})

const texts: Field[] = [
  words({
    name: 'instructions',
    description: {
      en: 'How to install and customise it. A file of the package.',
      id: 'Cara memasang dan menyesuaikannya. Menjadi berkas di dalam paket.',
    },
    label: { en: 'Instructions', id: 'Petunjuk' },
    required: true,
  }),
  words({
    name: 'faq',
    description: {
      en: 'Questions and answers. A file of the package.',
      id: 'Tanya jawab. Menjadi berkas di dalam paket.',
    },
    label: { en: 'FAQ', id: 'Tanya jawab' },
  }),
  words({
    name: 'changelog',
    description: {
      en: 'What is new. Buyers read it on the page of their order and in the mail about this version.',
      id: 'Apa yang baru. Tampil bagi pembeli di halaman pesanan dan di email tentang versi ini.',
    },
    label: { en: 'What is new', id: 'Yang baru' },
  }),
]

const fieldsOf = (slugs: Slugs): Field[] => [
  {
    ...relationField('product', {
      label: { en: 'Product', id: 'Produk' },
      required: true,
      to: slugs.products,
    }),
    filterOptions: { kind: { equals: 'template' } },
  },
  versionField,
  {
    name: 'files',
    type: 'upload',
    admin: {
      description: {
        en: 'What the buyer gets, in this order. Drafts are free to change; a published release is fixed.',
        id: 'Yang diterima pembeli, menurut urutan ini. Draf bebas diubah; rilis yang terbit tetap.',
      },
    },
    hasMany: true,
    label: { en: 'Files', id: 'Berkas' },
    maxRows: 50,
    relationTo: slugs.releaseFiles,
  },
  ...texts,
  dateField(
    'publishedAt',
    { en: 'Published at', id: 'Terbit pada' },
    { access: { create: nobody, update: nobody }, admin: { position: 'sidebar' } },
  ),
]

/**
 * The versions of what a product consists of. Editors write them and publish them once; from then on
 * they are what buyers have, and fixed.
 */
export const createReleasesCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig => ({
  slug: slugs.releases,
  access: { create: isEditor, delete: isEditor, read: isEditor, update: isEditor },
  admin: {
    components: {
      edit: { beforeDocumentControls: ['/plugin/downloads/admin/PublishButton#PublishButton'] },
    },
    defaultColumns: ['version', 'product', 'publishedAt', 'updatedAt'],
    description: {
      en: 'Versions of downloadable products. Publishing tells every entitled buyer.',
      id: 'Versi produk unduhan. Saat terbit, setiap pembeli yang berhak diberi tahu.',
    },
    enableListViewSelectAPI: true,
    group: { en: 'Catalogue', id: 'Katalog' },
    hideAPIURL: true,
    useAsTitle: 'version',
  },
  dbName: 'releases',
  defaultSort: '-createdAt',
  disableBulkEdit: true,
  disableDuplicate: true,
  endpoints: [createPublishEndpoint()],
  fields: fieldsOf(slugs),
  hooks: {
    beforeChange: [checkRelease],
    beforeDelete: [keepPublished],
    beforeOperation: [clampLimit],
  },
  indexes: [{ fields: ['product', 'version'], unique: true }],
  labels: {
    plural: { en: 'Releases', id: 'Rilis' },
    singular: { en: 'Release', id: 'Rilis' },
  },
  lockDocuments: false,
})
