import type { Field, NumberFieldSingleValidation } from 'payload'

import type { Slugs } from '../../kernel/payload'

import { PRODUCT_KINDS, productKinds } from '../kinds'
import { isPrice, MIN_PRICE } from '../rules'

const validatePrice: NumberFieldSingleValidation = (value, { req }) => {
  if (isPrice(value)) {
    return true
  }
  return req.i18n.language === 'en'
    ? 'Write whole rupiah, at least 1000.'
    : 'Tulis rupiah bulat, paling sedikit 1000.'
}

/** What it is: decides how it is ordered and delivered. */
export const kindField: Field = {
  name: 'kind',
  type: 'select',
  index: true,
  label: { en: 'Kind', id: 'Jenis' },
  options: productKinds.map((value) => ({ label: { ...PRODUCT_KINDS[value].label }, value })),
  required: true,
}

/** What it costs; the shop never takes a price from a browser. */
export const priceField: Field = {
  name: 'price',
  type: 'number',
  admin: {
    description: {
      en: 'Whole rupiah, for example 250,000. For hosting: the price of one month.',
      id: 'Rupiah bulat, misalnya 250.000. Untuk hosting: harga satu bulan.',
    },
    components: {
      Cell: '/plugin/kernel/admin/cells#RupiahCell',
      Field: '/plugin/kernel/admin/RupiahInput#RupiahInput',
    },
    step: 1,
  },
  label: { en: 'Price', id: 'Harga' },
  min: MIN_PRICE,
  required: true,
  validate: validatePrice,
}

/** The part of the refund rule that the shop itself keeps to. */
export const refundFields: Field = {
  type: 'row',
  fields: [
    {
      name: 'refundDays',
      type: 'number',
      admin: {
        description: {
          en: 'Days after the payment in which the customer may ask for his money by himself; 0: only on the day itself.',
          id: 'Berapa hari setelah pembayaran pelanggan boleh meminta uangnya sendiri; 0: hanya di hari itu.',
        },
        step: 1,
      },
      defaultValue: 7,
      label: { en: 'Refund days', id: 'Masa pengembalian (hari)' },
      max: 365,
      min: 0,
    },
    {
      name: 'refundUntil',
      type: 'select',
      admin: {
        description: {
          en: 'How far the work may be. After that staff alone can ask.',
          id: 'Sampai tahap mana. Setelah itu hanya admin yang dapat mengajukan.',
        },
        isClearable: false,
      },
      defaultValue: 'start',
      label: { en: 'Refund until', id: 'Boleh diminta sampai' },
      options: [
        { label: { en: 'the work begins', id: 'pengerjaan dimulai' }, value: 'start' },
        { label: { en: 'it is delivered', id: 'diserahkan' }, value: 'delivery' },
        { label: { en: 'the days are over', id: 'masanya habis' }, value: 'always' },
      ],
    },
  ],
}

/** Pictures from the media library, each with its own description for those who cannot see it. */
export const imagesField = (slugs: Slugs): Field => ({
  name: 'images',
  type: 'upload',
  hasMany: true,
  label: { en: 'Images', id: 'Gambar' },
  maxRows: 8,
  relationTo: slugs.media,
})
