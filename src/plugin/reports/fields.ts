import type { Field } from 'payload'

import type { Labels } from '../kernel/errors'

import { nobody, relationField, type Slugs } from '../kernel/payload'

/** Which delivery it is about; given once. */
export const deliveryField = (slugs: Slugs, isUnique = false): Field => ({
  ...relationField('fulfilment', {
    label: { en: 'Delivery', id: 'Pengerjaan' },
    required: true,
    to: slugs.fulfilments,
  }),
  access: { update: nobody },
  admin: { position: 'sidebar' },
  filterOptions: { kind: { equals: 'security-analysis' } },
  unique: isUnique,
})

/** The number of a finding within its report; the shop counts. */
export const numberPart: Field = {
  name: 'number',
  type: 'number',
  access: { create: nobody, update: nobody },
  admin: { hidden: true },
  label: { en: 'No.', id: 'No.' },
}

/** A text of several lines that a report prints. */
export const writtenField = (
  name: string,
  args: { help?: Labels; label: Labels; max: number; required?: boolean; rows?: number },
): Field => ({
  name,
  type: 'textarea',
  admin: { ...(args.help ? { description: args.help } : {}), rows: args.rows ?? 5 },
  label: args.label,
  maxLength: args.max,
  required: args.required ?? false,
})
