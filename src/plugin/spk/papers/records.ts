import type { CollectionConfig, Field } from 'payload'

import {
  dateField,
  numberField,
  RECORDS_GROUP,
  relationField,
  type Slugs,
  systemCollection,
  textField,
  unseen,
  wordField,
} from '../../kernel/payload'
import { FILE_KINDS, LOOK_WORDS } from '../words'

const spkRelation = (slugs: Slugs): Field =>
  relationField('spk', { label: 'SPK', required: true, to: slugs.spks })

/** What was frozen each time an SPK went to its customer; append-only but for its own milestones. */
export const createSpkEditionsCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.spkEditions,
    dbName: 'spk_editions',
    defaultColumns: ['spk', 'edition', 'revision', 'contentHash', 'createdAt'],
    description: {
      en: 'The content of agreements as customers were shown it.',
      id: 'Isi perjanjian sebagaimana diperlihatkan kepada pelanggan.',
    },
    fields: [
      spkRelation(slugs),
      numberField('edition', { en: 'Edition', id: 'Edisi' }),
      numberField('revision', { en: 'Revision', id: 'Revisi' }),
      {
        name: 'content',
        type: 'json',
        access: unseen,
        label: { en: 'Content', id: 'Isi' },
        required: true,
      },
      textField('contentHash', 'SHA-256', { required: true }),
      {
        name: 'remarks',
        type: 'json',
        access: unseen,
        label: { en: 'Remarks', id: 'Catatan pelanggan' },
      },
      { name: 'layout', type: 'json', label: { en: 'Layout', id: 'Tata letak' } },
      dateField('agreedAt', { en: 'Confirmed by the customer', id: 'Dinyatakan benar pada' }),
      textField('agreedFrom', { en: 'Mark of the network', id: 'Tanda jaringan' }),
    ],
    group: RECORDS_GROUP,
    indexes: [{ fields: ['spk', 'edition'], unique: true }],
    labels: {
      plural: { en: 'SPK editions', id: 'Edisi SPK' },
      singular: { en: 'SPK edition', id: 'Edisi SPK' },
    },
    useAsTitle: 'contentHash',
  })

const fileFields: Field[] = [
  wordField('kind', { en: 'Kind', id: 'Jenis' }, { words: FILE_KINDS }),
  numberField('edition', { en: 'Edition', id: 'Edisi' }),
  numberField('seq', { en: 'No.', id: 'Ke' }),
  textField('sha256', 'SHA-256', { index: true, required: true }),
  numberField('size', { en: 'Size in bytes', id: 'Ukuran (byte)' }),
  { ...numberField('pages', { en: 'Pages', id: 'Halaman' }), required: false },
  textField('mime', { en: 'Type', id: 'Tipe' }, { required: true }),
  textField('broughtBy', { en: 'Brought by', id: 'Dikirim oleh' }, { required: true }),
  textField('fault', { en: 'Could not be examined', id: 'Tidak dapat diperiksa' }),
  { name: 'meterai', type: 'json', label: { en: 'e-Meterai', id: 'e-Meterai' } },
  textField('serial', { en: 'Serial of the e-Meterai', id: 'Nomor seri e-Meterai' }),
  { name: 'analysis', type: 'json', label: { en: 'Findings', id: 'Temuan' } },
  textField('signatureHash', 'signatureHash', {
    access: unseen,
    admin: { hidden: true },
    hidden: true,
  }),
  textField('storeKey', 'storeKey', {
    access: unseen,
    admin: { hidden: true },
    hidden: true,
    required: true,
    unique: true,
  }),
]

/** Every file of an SPK, by its hash; the bytes lie in the private store. */
export const createSpkFilesCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.spkFiles,
    dbName: 'spk_files',
    defaultColumns: ['spk', 'kind', 'edition', 'sha256', 'size', 'createdAt'],
    description: {
      en: 'Issued, stamped, scanned and sealed documents, unchanged as they came.',
      id: 'Dokumen terbit, ber-e-Meterai, hasil pindai, dan tersegel, tersimpan apa adanya.',
    },
    fields: [spkRelation(slugs), ...fileFields],
    group: RECORDS_GROUP,
    labels: {
      plural: { en: 'SPK files', id: 'Berkas SPK' },
      singular: { en: 'SPK file', id: 'Berkas SPK' },
    },
    useAsTitle: 'sha256',
  })

/** Who looked at which document or at a NIK, and when; append-only. */
export const createSpkAccessesCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.spkAccesses,
    dbName: 'spk_accesses',
    defaultColumns: ['spk', 'what', 'byName', 'byRole', 'at'],
    description: {
      en: 'Every look at a document of an agreement.',
      id: 'Setiap kali dokumen perjanjian dibuka.',
    },
    fields: [
      spkRelation(slugs),
      wordField('what', { en: 'What', id: 'Apa' }, { words: LOOK_WORDS }),
      textField('file', { en: 'File', id: 'Berkas' }),
      textField('byName', { en: 'By', id: 'Oleh' }),
      textField('byRole', { en: 'Role', id: 'Peran' }, { required: true }),
      dateField('at', { en: 'At', id: 'Waktu' }, { required: true }),
    ],
    group: RECORDS_GROUP,
    labels: {
      plural: { en: 'SPK access', id: 'Akses SPK' },
      singular: { en: 'SPK access', id: 'Akses SPK' },
    },
    useAsTitle: 'id',
  })
