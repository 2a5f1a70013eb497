import type { CollectionConfig } from 'payload'

import {
  dateField,
  isEditor,
  numberField,
  type Slugs,
  systemCollection,
  textField,
} from '../../kernel/payload'

/** What pages said each time they were published; rows are never changed. */
export const createPageEditionsCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.pageEditions,
    controls: ['/plugin/catalog/admin/EditionLink#EditionLink'],
    dbName: 'page_editions',
    defaultColumns: ['title', 'number', 'publishedAt', 'slug'],
    defaultSort: '-publishedAt',
    description: {
      en: 'What pages said each time they were published. Orders name the editions their buyers agreed to, so nothing here changes or goes.',
      id: 'Isi halaman setiap kali diterbitkan. Pesanan menyebut edisi yang disetujui pembelinya, jadi tidak ada yang diubah atau dihapus di sini.',
    },
    fields: [
      textField('title', { en: 'Title', id: 'Judul' }, { required: true }),
      numberField('number', { en: 'Edition', id: 'Edisi' }),
      textField('slug', { en: 'Address', id: 'Alamat' }, { required: true }),
      dateField('publishedAt', { en: 'Published at', id: 'Diterbitkan pada' }, { required: true }),
      textField('page', { en: 'Page', id: 'Halaman' }, { admin: { hidden: true }, required: true }),
      textField('hash', 'SHA-256', { required: true }),
      {
        name: 'texts',
        type: 'json',
        admin: { hidden: true },
        label: { en: 'Texts', id: 'Teks' },
        required: true,
      },
    ],
    group: { en: 'Catalogue', id: 'Katalog' },
    indexes: [{ fields: ['page', 'number'], unique: true }],
    labels: {
      plural: { en: 'Editions of pages', id: 'Edisi halaman' },
      singular: { en: 'Edition of a page', id: 'Edisi halaman' },
    },
    listSearchableFields: ['title', 'slug'],
    read: isEditor,
    useAsTitle: 'title',
  })
