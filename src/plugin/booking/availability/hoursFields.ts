import type { Field, TextFieldSingleValidation } from 'payload'

import { isDomainError } from '../../kernel/errors'
import { CLOCK_TIME, wibDay } from '../../kernel/time'
import { WEEKDAY_NAMES } from '../weekdays'

type Row = { closes?: string; isOff?: boolean; opens?: string }

/** The reader's language of two. */
export const say = (args: { en: string; id: string; language: string }): string =>
  args.language === 'en' ? args.en : args.id

const validateClock: TextFieldSingleValidation = (value, { req, siblingData }) => {
  const { closes, isOff, opens } = siblingData as Row
  const { language } = req.i18n
  if (isOff) {
    return true
  }
  if (!value || !CLOCK_TIME.test(value)) {
    return say({ en: 'Write the time as 09:00.', id: 'Tulis jam sebagai 09:00.', language })
  }
  return !opens || !closes || opens < closes
    ? true
    : say({
        en: 'The end must be later than the beginning.',
        id: 'Jam selesai harus setelah jam mulai.',
        language,
      })
}

const validateDay: TextFieldSingleValidation = (value, { req }) => {
  try {
    if (typeof value === 'string' && wibDay(value)) {
      return true
    }
  } catch (error) {
    if (!isDomainError(error, 'time.invalidDay')) {
      throw error
    }
  }
  return say({
    en: 'Write the day as YYYY-MM-DD, for example 2027-08-17.',
    id: 'Tulis tanggal sebagai TTTT-BB-HH, misalnya 2027-08-17.',
    language: req.i18n.language,
  })
}

const clockField = (name: 'closes' | 'opens', en: string, id: string): Field => ({
  name,
  type: 'text',
  admin: { placeholder: name === 'opens' ? '09:00' : '12:00', width: '33%' },
  label: { en, id },
  maxLength: 5,
  validate: validateClock,
})

const clocks: Field[] = [
  clockField('opens', 'From', 'Mulai'),
  clockField('closes', 'To', 'Selesai'),
]

/** Writes a closed row as what it says: `Senin 09:00–12:00`. */
const ROW_LABEL = '/plugin/booking/admin/HoursLabel#HoursLabel'

/** As a working week is read. */
const WEEK_ORDER = [1, 2, 3, 4, 5, 6, 0] as const

/** When a host gives sessions in an ordinary week. */
export const weekField: Field = {
  name: 'weekly',
  type: 'array',
  admin: {
    description: {
      en: 'WIB. Several lines for one day leave a break between them. Holidays are off.',
      id: 'Waktu WIB. Beberapa baris pada hari yang sama memberi jeda di antaranya. Hari libur tidak dihitung.',
    },
    components: { RowLabel: ROW_LABEL },
    initCollapsed: true,
  },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'weekday',
          type: 'select',
          admin: { width: '34%' },
          label: { en: 'Day', id: 'Hari' },
          options: WEEK_ORDER.map((day) => ({
            label: WEEKDAY_NAMES[day],
            value: String(day),
          })),
          required: true,
        },
        ...clocks,
      ],
    },
  ],
  label: { en: 'Hours of the week', id: 'Jam mingguan' },
  labels: {
    plural: { en: 'Hours', id: 'Jam' },
    singular: { en: 'Hours', id: 'Jam' },
  },
  maxRows: 40,
}

/** Days that differ from the ordinary week. */
export const exceptionsField: Field = {
  name: 'exceptions',
  type: 'array',
  admin: {
    description: {
      en: 'Days off, or days with other hours. They count in place of the week and of holidays.',
      id: 'Hari tidak tersedia, atau hari dengan jam lain. Berlaku menggantikan jam mingguan dan hari libur.',
    },
    components: { RowLabel: ROW_LABEL },
    initCollapsed: true,
  },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'day',
          type: 'text',
          admin: { placeholder: '2026-12-31', width: '34%' },
          label: { en: 'Day', id: 'Tanggal' },
          required: true,
          validate: validateDay,
        },
        ...clocks,
      ],
    },
    { name: 'isOff', type: 'checkbox', label: { en: 'Not available', id: 'Tidak tersedia' } },
  ],
  label: { en: 'Exceptions', id: 'Pengecualian' },
  labels: {
    plural: { en: 'Exceptions', id: 'Pengecualian' },
    singular: { en: 'Exception', id: 'Pengecualian' },
  },
  maxRows: 200,
}
