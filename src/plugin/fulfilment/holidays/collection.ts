import type { CollectionConfig, TextFieldSingleValidation } from 'payload'

import { isDomainError } from '../../kernel/errors'
import { clampLimit, isAdmin, type Slugs } from '../../kernel/payload'
import { wibDay } from '../../kernel/time'

const isDay = (value: unknown): boolean => {
  try {
    return typeof value === 'string' && wibDay(value) === value
  } catch (error) {
    return !isDomainError(error, 'time.invalidDay')
  }
}

const validateDay: TextFieldSingleValidation = (value, { req }) => {
  if (isDay(value)) {
    return true
  }
  return req.i18n.language === 'en'
    ? 'Write the day as YYYY-MM-DD, for example 2027-08-17.'
    : 'Tulis tanggal sebagai TTTT-BB-HH, misalnya 2027-08-17.'
}

const access = {
  create: isAdmin,
  delete: isAdmin,
  read: isAdmin,
  readVersions: isAdmin,
  update: isAdmin,
}

/**
 * Days on which the shop does not work. Staff keep the list: the ministers announce a year's days
 * together (SKB Tiga Menteri), usually in the autumn before.
 */
export const createHolidaysCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig => ({
  slug: slugs.holidays,
  access,
  admin: {
    defaultColumns: ['day', 'name', 'confirmed'],
    description: {
      en: 'These days do not count towards deadlines. A change counts for what is paid from then on.',
      id: 'Hari-hari ini tidak dihitung dalam tenggat. Perubahan berlaku untuk yang dibayar setelahnya.',
    },
    enableListViewSelectAPI: true,
    group: { en: 'Operations', id: 'Operasional' },
    hideAPIURL: true,
    listSearchableFields: ['day', 'name'],
    useAsTitle: 'name',
  },
  dbName: 'holidays',
  defaultSort: 'day',
  disableDuplicate: true,
  fields: [
    {
      name: 'day',
      type: 'text',
      admin: { description: { en: 'YYYY-MM-DD, WIB', id: 'TTTT-BB-HH, WIB' } },
      label: { en: 'Day', id: 'Tanggal' },
      required: true,
      unique: true,
      validate: validateDay,
    },
    {
      name: 'name',
      type: 'text',
      label: { en: 'Name', id: 'Nama' },
      maxLength: 120,
      required: true,
    },
    {
      name: 'confirmed',
      type: 'checkbox',
      admin: {
        description: {
          en: 'Compared with the decree of the ministers (SKB) of that year.',
          id: 'Sudah dicocokkan dengan SKB Tiga Menteri tahun itu.',
        },
      },
      defaultValue: true,
      label: { en: 'Confirmed', id: 'Sudah dipastikan' },
    },
  ],
  hooks: { beforeOperation: [clampLimit] },
  labels: {
    plural: { en: 'Holidays', id: 'Hari libur' },
    singular: { en: 'Holiday', id: 'Hari libur' },
  },
})
