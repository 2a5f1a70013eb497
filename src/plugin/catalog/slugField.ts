import type { FieldHook, TextField, TextFieldSingleValidation } from 'payload'

import { isSlug, slugFrom } from './rules'

const validateSlug: TextFieldSingleValidation = (value, { req }) => {
  if (isSlug(value)) {
    return true
  }
  return req.i18n.language === 'en'
    ? 'Use small letters, digits and single hyphens, at most 80.'
    : 'Gunakan huruf kecil, angka, dan tanda hubung tunggal, paling banyak 80.'
}

/** Fills an empty slug from the title, and writes a typed one as an address. */
const fillSlug: FieldHook = ({ data, originalDoc, value }) => {
  if (typeof value === 'string' && value.trim() !== '') {
    return slugFrom(value)
  }
  const { slug } = (originalDoc ?? {}) as { slug?: unknown }
  if (value === undefined && typeof slug === 'string') {
    return slug
  }
  const { title } = (data ?? {}) as { title?: unknown }
  return typeof title === 'string' && title !== '' ? slugFrom(title) : undefined
}

const markCopy: FieldHook = ({ value }) => (typeof value === 'string' ? `${value}-copy` : undefined)

/** The web address of a document: unique, the same in both languages, made from the title. */
export const slugField = (): TextField => ({
  name: 'slug',
  type: 'text',
  admin: {
    description: {
      en: 'Web address. Left empty, it is made from the title.',
      id: 'Alamat web. Bila kosong, dibuat dari judul.',
    },
    position: 'sidebar',
  },
  hooks: { beforeDuplicate: [markCopy], beforeValidate: [fillSlug] },
  index: true,
  label: { en: 'Slug', id: 'Slug' },
  required: true,
  unique: true,
  validate: validateSlug,
})
