import type { Field } from 'payload'

import { isHostingKind, isProductKind } from '../kinds'
import { shortText } from './texts'

/** What the customer gets, one short line each. */
export const featuresField: Field = {
  name: 'features',
  type: 'array',
  admin: { initCollapsed: true },
  fields: [shortText('text', { en: 'Feature', id: 'Fitur' })],
  label: { en: 'Features', id: 'Fitur' },
  labels: { plural: { en: 'Features', id: 'Fitur' }, singular: { en: 'Feature', id: 'Fitur' } },
  maxRows: 20,
}

/** Facts of a hosting product. */
export const specificationField: Field = {
  name: 'specification',
  type: 'array',
  admin: {
    condition: (data) => isProductKind(data.kind) && isHostingKind(data.kind),
    initCollapsed: true,
  },
  fields: [
    {
      type: 'row',
      fields: [
        shortText('label', { en: 'Property', id: 'Sifat' }),
        shortText('value', { en: 'Value', id: 'Nilai' }),
      ],
    },
  ],
  label: { en: 'Specification', id: 'Spesifikasi' },
  maxRows: 30,
}

/** What customers ask before they buy. */
export const faqField: Field = {
  name: 'faq',
  type: 'array',
  admin: { initCollapsed: true },
  fields: [
    shortText('question', { en: 'Question', id: 'Pertanyaan' }),
    {
      name: 'answer',
      type: 'textarea',
      label: { en: 'Answer', id: 'Jawaban' },
      localized: true,
      required: true,
    },
  ],
  label: { en: 'Questions and answers', id: 'Tanya jawab' },
  maxRows: 20,
}
