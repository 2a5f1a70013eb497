import type { Field, FieldHook, TextFieldSingleValidation } from 'payload'

import { isAdmin } from '../kernel/payload'
import { findPhone } from './rules'

const toInternational: FieldHook = ({ value }) =>
  typeof value === 'string' ? (findPhone(value) ?? value) : (value as unknown)

const validatePhone: TextFieldSingleValidation = (value, { req }) => {
  if (typeof value === 'string' && findPhone(value) !== null) {
    return true
  }
  return req.i18n.language === 'en'
    ? 'This is not a phone number. Example: 0812-3456-7890.'
    : 'Nomor telepon tidak dikenali. Contoh: 0812-3456-7890.'
}

/** Fields of a customer. The customer writes the profile; the e-mail address only an admin changes. */
export const customerFields = (): Field[] => [
  {
    name: 'name',
    type: 'text',
    label: { en: 'Name', id: 'Nama' },
    maxLength: 120,
    required: true,
  },
  {
    name: 'email',
    type: 'email',
    access: { create: isAdmin, update: isAdmin },
    label: { en: 'E-mail', id: 'Email' },
    required: true,
    unique: true,
  },
  {
    name: 'phone',
    type: 'text',
    admin: {
      description: { en: 'Reachable on WhatsApp.', id: 'Dapat dihubungi lewat WhatsApp.' },
    },
    hooks: { beforeValidate: [toInternational] },
    index: true,
    label: { en: 'Phone', id: 'Nomor telepon' },
    required: true,
    validate: validatePhone,
  },
  {
    name: 'notes',
    type: 'textarea',
    access: { create: isAdmin },
    admin: {
      description: {
        en: 'How and when to reach the customer; the customer sees and edits this.',
        id: 'Cara dan waktu menghubungi pelanggan; pelanggan melihat dan mengubahnya.',
      },
    },
    label: { en: 'Contact notes', id: 'Catatan kontak' },
    maxLength: 1000,
  },
  {
    name: 'locale',
    type: 'select',
    access: { create: isAdmin },
    defaultValue: 'id',
    label: { en: 'Language', id: 'Bahasa' },
    options: [
      { label: 'Bahasa Indonesia', value: 'id' },
      { label: 'English', value: 'en' },
    ],
    required: true,
  },
]
