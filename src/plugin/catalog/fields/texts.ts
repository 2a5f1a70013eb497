import type { Field } from 'payload'

import type { Labels } from '../../kernel/errors'

/** A required line of text in both languages. */
export const shortText = (name: string, label: Labels): Field => ({
  name,
  type: 'text',
  label,
  localized: true,
  required: true,
})

const longText = (args: { description: Labels; label: Labels; name: string }): Field => ({
  name: args.name,
  type: 'textarea',
  admin: { description: args.description, rows: 5 },
  label: args.label,
  localized: true,
  required: true,
})

/** The steps that follow the payment, told before it. */
export const afterPaymentField = longText({
  name: 'afterPayment',
  description: {
    en: 'What happens after payment, step by step, one step a line. Shown before and after paying.',
    id: 'Yang terjadi setelah pembayaran, satu langkah tiap baris. Tampil sebelum dan sesudah bayar.',
  },
  label: { en: 'After payment', id: 'Setelah pembayaran' },
})

/** When money goes back. */
export const refundRuleField = longText({
  name: 'refundRule',
  description: {
    en: 'When the customer gets the money back, in plain words.',
    id: 'Kapan uang pelanggan dikembalikan, dengan kata-kata sederhana.',
  },
  label: { en: 'Refund rule', id: 'Aturan pengembalian dana' },
})

const seoText = (args: {
  description: Labels
  label: Labels
  max: number
  name: string
}): Field => ({
  name: args.name,
  type: 'text',
  admin: { description: args.description },
  label: args.label,
  localized: true,
  maxLength: args.max,
})

/** What search engines show. */
export const seoField: Field = {
  name: 'seo',
  type: 'group',
  fields: [
    seoText({
      name: 'title',
      description: {
        en: 'Best at 60 characters or fewer.',
        id: 'Sebaiknya paling banyak 60 huruf.',
      },
      label: { en: 'Search title', id: 'Judul pencarian' },
      max: 120,
    }),
    seoText({
      name: 'description',
      description: {
        en: 'Best at 155 characters or fewer.',
        id: 'Sebaiknya paling banyak 155 huruf.',
      },
      label: { en: 'Search description', id: 'Keterangan pencarian' },
      max: 300,
    }),
  ],
  label: { en: 'Search engines', id: 'Mesin pencari' },
}
