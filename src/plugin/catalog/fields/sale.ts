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

/** Pictures from the media library, each with its own description for those who cannot see it. */
export const imagesField = (slugs: Slugs): Field => ({
  name: 'images',
  type: 'upload',
  hasMany: true,
  label: { en: 'Images', id: 'Gambar' },
  maxRows: 8,
  relationTo: slugs.media,
})
