import type { CollectionConfig, Field } from 'payload'

import { panelStates } from '../kernel/machine'
import {
  dateField,
  isAdmin,
  itemRelations,
  itemTitleField,
  nobody,
  numberField,
  RECORDS_GROUP,
  relationField,
  type Slugs,
  stateWordField,
  systemCollection,
  textField,
} from '../kernel/payload'
import { createEntitlementEndpoints } from './endpointsStaff'
import { entitlementMachine, packageMachine } from './machine'

/** Sealed, and not even in its sealed form for anybody's eyes. */
const sealedPassword: Field = {
  name: 'password',
  type: 'text',
  access: { create: nobody, read: nobody, update: nobody },
  admin: { disableListColumn: true, disableListFilter: true, hidden: true },
  hidden: true,
  label: { en: 'Password, sealed', id: 'Kata sandi tersegel' },
  required: true,
}

const entitlementFields = (slugs: Slugs): Field[] => [
  itemTitleField(),
  ...itemRelations(slugs, { isUnique: true }),
  relationField('product', { label: { en: 'Product', id: 'Produk' }, to: slugs.products }),
  stateWordField(panelStates(entitlementMachine)),
  numberField('perFile', { en: 'Downloads per file', id: 'Unduhan tiap berkas' }),
  dateField('validUntil', { en: 'Valid until', id: 'Berlaku sampai' }, { required: true }),
  dateField('passwordSince', { en: 'Password since', id: 'Kata sandi sejak' }),
  sealedPassword,
]

/** What each paid item entitles to: how long, how often, by which password. */
export const createEntitlementsCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.entitlements,
    dbName: 'entitlements',
    defaultColumns: ['title', 'order', 'state', 'validUntil'],
    description: {
      en: 'What buyers may download, and until when. Worked on from the page of the delivery.',
      id: 'Hak unduh pembeli dan masa berlakunya. Dikelola dari halaman pengerjaan.',
    },
    endpoints: createEntitlementEndpoints(),
    fields: entitlementFields(slugs),
    labels: {
      plural: { en: 'Download rights', id: 'Hak unduh' },
      singular: { en: 'Download right', id: 'Hak unduh' },
    },
    read: isAdmin,
    useAsTitle: 'title',
  })

const packageFields = (slugs: Slugs): Field[] => [
  relationField('entitlement', {
    label: { en: 'Download right', id: 'Hak unduh' },
    required: true,
    to: slugs.entitlements,
  }),
  relationField('release', {
    label: { en: 'Release', id: 'Rilis' },
    required: true,
    to: slugs.releases,
  }),
  stateWordField(panelStates(packageMachine)),
  numberField('used', { en: 'Downloads counted', id: 'Unduhan terhitung' }),
  numberField('allowed', { en: 'Downloads allowed', id: 'Jatah unduhan' }),
  textField('filename', { en: 'File name', id: 'Nama berkas' }),
  { name: 'size', type: 'number', label: { en: 'Size in bytes', id: 'Ukuran (byte)' } },
  textField('sha256', 'SHA-256'),
  dateField('builtAt', { en: 'Built at', id: 'Dibuat pada' }),
  textField('failure', { en: 'Why it failed', id: 'Sebab gagal' }),
  textField(
    'storeKey',
    { en: 'Key in the store', id: 'Kunci penyimpanan' },
    { access: { create: nobody, read: nobody, update: nobody }, hidden: true },
  ),
]

/** The package of one release for one buyer, and how often it was fetched. */
export const createPackagesCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.packages,
    dbName: 'packages',
    defaultColumns: ['filename', 'entitlement', 'state', 'used', 'allowed', 'builtAt'],
    description: {
      en: 'Encrypted packages, one for each buyer and release.',
      id: 'Paket terenkripsi, satu untuk tiap pembeli dan rilis.',
    },
    fields: packageFields(slugs),
    group: RECORDS_GROUP,
    indexes: [{ fields: ['entitlement', 'release'], unique: true }],
    labels: {
      plural: { en: 'Packages', id: 'Paket unduhan' },
      singular: { en: 'Package', id: 'Paket unduhan' },
    },
    useAsTitle: 'filename',
  })

/** Every download that counted. Whose device it was cannot be read from it. */
export const createDownloadsCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.downloads,
    dbName: 'downloads',
    defaultColumns: ['package', 'startedAt'],
    description: {
      en: 'Downloads that counted. What was resumed or tried again within the hour is not among them.',
      id: 'Unduhan yang terhitung. Yang dilanjutkan atau diulang dalam satu jam tidak termasuk.',
    },
    fields: [
      relationField('package', {
        label: { en: 'Package', id: 'Paket unduhan' },
        required: true,
        to: slugs.packages,
      }),
      { ...textField('session', { en: 'Link', id: 'Tautan' }), required: true, unique: true },
      textField('device', { en: 'Device, irreversibly', id: 'Perangkat (tersamarkan)' }),
      dateField('startedAt', { en: 'Begun at', id: 'Dimulai pada' }, { required: true }),
    ],
    group: RECORDS_GROUP,
    labels: {
      plural: { en: 'Downloads', id: 'Unduhan' },
      singular: { en: 'Download', id: 'Unduhan' },
    },
    useAsTitle: 'id',
  })
