import type {
  CollectionConfig,
  Field,
  NumberFieldSingleValidation,
  TextFieldSingleValidation,
} from 'payload'

import { clampLimit, isAdmin, relationField, type Slugs } from '../../kernel/payload'
import { isPlaceUrl, PLACE_KINDS, type PlaceKind } from '../rules'
import { PLACE_WORDS } from '../words'
import { exceptionsField, say, weekField } from './hoursFields'

const validatePlace: TextFieldSingleValidation = (value, { req, siblingData }) => {
  const { placeKind = 'other' } = siblingData as { placeKind?: PlaceKind }
  return !value || isPlaceUrl(placeKind, value)
    ? true
    : say({
        en: 'This link does not lead to the service that you chose. It must begin with https://.',
        id: 'Tautan ini tidak menuju layanan yang dipilih. Tautan harus diawali https://.',
        language: req.i18n.language,
      })
}

type Limit = {
  description: { en: string; id: string }
  label: { en: string; id: string }
  max: number
  min: number
  name: string
  preset: number
}

const limitField = ({ description, label, max, min, name, preset }: Limit): Field => {
  const validate: NumberFieldSingleValidation = (value, { req }) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
      ? true
      : say({
          en: `Write a whole number from ${min} to ${max}.`,
          id: `Tulis bilangan bulat dari ${min} sampai ${max}.`,
          language: req.i18n.language,
        })
  return {
    name,
    type: 'number',
    admin: { description, step: 1, width: '50%' },
    defaultValue: preset,
    label,
    required: true,
    validate,
  }
}

const limits: readonly Limit[] = [
  {
    name: 'bufferMinutes',
    description: { en: 'Before and after each session.', id: 'Sebelum dan sesudah setiap sesi.' },
    label: { en: 'Buffer (minutes)', id: 'Jeda (menit)' },
    max: 240,
    min: 0,
    preset: 15,
  },
  {
    name: 'maxPerDay',
    description: { en: 'Most sessions on one day.', id: 'Sesi terbanyak dalam sehari.' },
    label: { en: 'Sessions per day', id: 'Sesi per hari' },
    max: 24,
    min: 1,
    preset: 4,
  },
  {
    name: 'noticeDays',
    description: {
      en: '0: also today. 1: from tomorrow on. Calendar days, WIB.',
      id: '0: bisa hari ini. 1: mulai besok. Hari kalender WIB.',
    },
    label: { en: 'Notice (days)', id: 'Jarak pemesanan (hari)' },
    max: 60,
    min: 0,
    preset: 1,
  },
  {
    name: 'noticeHours',
    description: {
      en: 'And at least so many hours ahead.',
      id: 'Dan paling sedikit sekian jam sebelumnya.',
    },
    label: { en: 'Notice (hours)', id: 'Jarak pemesanan (jam)' },
    max: 240,
    min: 0,
    preset: 2,
  },
  {
    name: 'horizonDays',
    description: {
      en: 'How far ahead customers may pick.',
      id: 'Sejauh mana pelanggan dapat memilih.',
    },
    label: { en: 'Days ahead', id: 'Hari ke depan' },
    max: 180,
    min: 1,
    preset: 30,
  },
]

const placeFields: Field[] = [
  {
    name: 'placeKind',
    type: 'select',
    admin: { width: '34%' },
    defaultValue: 'zoom',
    label: { en: 'Place', id: 'Tempat' },
    options: PLACE_KINDS.map((value) => ({ label: PLACE_WORDS[value].label, value })),
    required: true,
  },
  {
    name: 'placeUrl',
    type: 'text',
    admin: {
      description: {
        en: 'Your own room, if you always use the same. May be filled in later for each session.',
        id: 'Ruang tetap Anda, bila selalu sama. Dapat diisi kemudian untuk setiap sesi.',
      },
      width: '66%',
    },
    label: { en: 'Link', id: 'Tautan' },
    maxLength: 500,
    validate: validatePlace,
  },
]

const access = {
  create: isAdmin,
  delete: isAdmin,
  read: isAdmin,
  readVersions: isAdmin,
  update: isAdmin,
}

/** When each member of staff gives sessions, and how much of them a day bears. Admins and owners. */
export const createAvailabilitiesCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig => ({
  slug: slugs.availabilities,
  access,
  admin: {
    defaultColumns: ['host', 'isActive', 'placeKind', 'maxPerDay', 'noticeDays'],
    description: {
      en: 'Customers pick a time from these hours. Sessions that are agreed on stay as they are.',
      id: 'Pelanggan memilih waktu dari jam-jam ini. Sesi yang sudah disepakati tidak berubah.',
    },
    enableListViewSelectAPI: true,
    group: { en: 'Operations', id: 'Operasional' },
    hideAPIURL: true,
    useAsTitle: 'title',
  },
  dbName: 'availabilities',
  disableDuplicate: true,
  fields: [
    // Not stored: the name of the host, for lists and breadcrumbs.
    {
      name: 'title',
      type: 'text',
      admin: { disableBulkEdit: true, hidden: true },
      label: { en: 'Host', id: 'Pemberi sesi' },
      virtual: 'host.name',
    },
    {
      ...relationField('host', {
        label: { en: 'Host', id: 'Pemberi sesi' },
        required: true,
        to: slugs.staff,
      }),
      filterOptions: { role: { in: ['admin', 'owner'] } },
      unique: true,
    },
    {
      name: 'isActive',
      type: 'checkbox',
      defaultValue: true,
      label: { en: 'Takes bookings', id: 'Menerima pemesanan' },
    },
    weekField,
    exceptionsField,
    ...[limits.slice(0, 2), limits.slice(2, 4), limits.slice(4)].map((pair): Field => ({
      type: 'row',
      fields: pair.map(limitField),
    })),
    { type: 'row', fields: placeFields },
  ],
  hooks: { beforeOperation: [clampLimit] },
  labels: {
    plural: { en: 'Session hours', id: 'Jam sesi' },
    singular: { en: 'Session hours', id: 'Jam sesi' },
  },
})
