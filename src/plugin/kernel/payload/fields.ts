import type { DateField, NumberField, SingleRelationshipField, TextField } from 'payload'

import type { Labels } from '../errors'
import type { Slugs } from './slugs'

type Label = Labels | string

/** A line of text. */
export const textField = (name: string, label: Label, rest: Partial<TextField> = {}): TextField =>
  ({ name, type: 'text', label, ...rest }) as TextField

/** A number; rupiah are whole. */
export const numberField = (name: string, label: Label): NumberField => ({
  name,
  type: 'number',
  label,
  required: true,
})

/** An instant. */
export const dateField = (name: string, label: Label, rest: Partial<DateField> = {}): DateField =>
  ({ name, type: 'date', label, ...rest }) as DateField

/** A reference to one row of another collection, indexed. */
export const relationField = (
  name: string,
  args: { label: Label; required?: boolean; to: Slugs[keyof Slugs] },
): SingleRelationshipField => ({
  name,
  type: 'relationship',
  index: true,
  label: args.label,
  relationTo: args.to,
  required: args.required ?? false,
})
