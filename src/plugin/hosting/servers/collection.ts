import type { CollectionConfig, Field, NumberFieldSingleValidation } from 'payload'

import { PRODUCT_KINDS, productKinds, isHostingKind } from '../../catalog'
import {
  clampLimit,
  dateField,
  isAdmin,
  isOwner,
  nobody,
  resolvePanelLocale,
  type Slugs,
  textField,
} from '../../kernel/payload'
import { createServerEndpoints } from './endpoints'
import {
  keepServerInUse,
  keepSlotsInUse,
  offerRoom,
  sealCredential,
  sealFirstCredential,
} from './hooks'
import { wayInFields } from './wayInFields'

const MOST_SLOTS = 100_000

/** Written by the connection test alone. */
const recorded = { create: nobody, update: nobody }

/** Payload's own limits do not hold beside a rule of our own: this one says all of it. */
const isSlotCount: NumberFieldSingleValidation = (value, { req }) => {
  const isCount = Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MOST_SLOTS
  const words = {
    en: `A whole number from 0 to ${MOST_SLOTS}`,
    id: `Angka bulat dari 0 sampai ${MOST_SLOTS}`,
  }
  return isCount || words[resolvePanelLocale(req.i18n.language)]
}

const capacityFields: Field[] = [
  {
    name: 'kinds',
    type: 'select',
    hasMany: true,
    label: { en: 'Serves', id: 'Melayani' },
    options: productKinds
      .filter(isHostingKind)
      .map((kind) => ({ label: PRODUCT_KINDS[kind].label, value: kind })),
    required: true,
  },
  textField(
    'region',
    { en: 'Region', id: 'Lokasi' },
    { defaultValue: 'Jakarta', maxLength: 60, required: true },
  ),
  {
    name: 'slots',
    type: 'number',
    admin: {
      description: {
        en: 'How many services it may hold.',
        id: 'Berapa layanan yang boleh ditampung.',
      },
      step: 1,
    },
    defaultValue: 10,
    label: { en: 'Slots', id: 'Slot' },
    max: MOST_SLOTS,
    min: 0,
    required: true,
    validate: isSlotCount,
  },
  {
    name: 'isInMaintenance',
    type: 'checkbox',
    admin: {
      description: {
        en: 'No new services, and nothing is switched here until it is over.',
        id: 'Tidak menerima layanan baru, dan tidak ada yang diubah di sini sampai selesai.',
      },
    },
    defaultValue: false,
    label: { en: 'Maintenance', id: 'Pemeliharaan' },
  },
]

const testFields: Field[] = [
  dateField('testedAt', { en: 'Tested at', id: 'Diuji pada' }, { access: recorded }),
  {
    name: 'isTestGood',
    type: 'checkbox',
    access: recorded,
    admin: { readOnly: true },
    label: { en: 'Connection is good', id: 'Koneksi baik' },
  },
  textField(
    'testNote',
    { en: 'Result', id: 'Hasil' },
    { access: recorded, admin: { readOnly: true } },
  ),
]

/** Servers on which services are made: the way in, what they hold, and whether they take more. */
export const createHostingServersCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig => ({
  slug: slugs.hostingServers,
  access: {
    create: isOwner,
    delete: isOwner,
    read: isAdmin,
    readVersions: nobody,
    update: isAdmin,
  },
  admin: {
    components: {
      edit: { beforeDocumentControls: ['/plugin/hosting/admin/TestButton#TestButton'] },
    },
    defaultColumns: ['name', 'driver', 'region', 'kinds', 'slots', 'isInMaintenance', 'isTestGood'],
    enableListViewSelectAPI: true,
    group: { en: 'Hosting', id: 'Hosting' },
    hideAPIURL: true,
    useAsTitle: 'name',
  },
  dbName: 'hosting_servers',
  defaultSort: 'name',
  disableDuplicate: true,
  endpoints: createServerEndpoints(),
  fields: [
    textField('name', { en: 'Name', id: 'Nama' }, { maxLength: 80, required: true, unique: true }),
    ...wayInFields,
    ...capacityFields,
    ...testFields,
  ],
  hooks: {
    afterChange: [sealFirstCredential, offerRoom],
    beforeChange: [keepSlotsInUse, sealCredential],
    beforeDelete: [keepServerInUse],
    beforeOperation: [clampLimit],
  },
  labels: {
    plural: { en: 'Servers', id: 'Server' },
    singular: { en: 'Server', id: 'Server' },
  },
})
