import type {
  DateField,
  NumberField,
  SelectField,
  SingleRelationshipField,
  TextField,
} from 'payload'

import type { Labels } from '../errors'
import type { PanelState } from '../machine'
import type { Slugs } from './slugs'

import { unseen } from './accessRules'

type Label = Labels | string

/** Where the panel keeps the components of records that nobody edits. */
const FACTS = '/plugin/kernel/admin/facts'
const CELLS = '/plugin/kernel/admin/cells'

/** Shows a text or a number that nobody edits. */
export const TEXT_FACT = `${FACTS}#TextFact`

/** Shows recorded data that nobody edits; `clientProps.words` names its parts. */
export const JSON_FACT = '/plugin/kernel/admin/JsonFact#JsonFact'

/** A line of text. */
export const textField = (name: string, label: Label, rest: Partial<TextField> = {}): TextField =>
  ({ name, type: 'text', label, ...rest }) as TextField

/** A line of text that is kept for ourselves: sealed, or a way in. No door and no page has it. */
export const unseenField = (name: string): TextField =>
  textField(name, name, { access: unseen, admin: { hidden: true }, hidden: true })

/** A number that is no money. */
export const numberField = (name: string, label: Label): NumberField => ({
  name,
  type: 'number',
  label,
  required: true,
})

/** An amount in whole rupiah, recorded and not edited; the panel writes `Rp1.250.000`. */
export const rupiahField = (name: string, label: Label): NumberField => ({
  ...numberField(name, label),
  admin: {
    components: { Cell: `${CELLS}#RupiahCell`, Field: `${FACTS}#RupiahFact` },
    disableBulkEdit: true,
  },
})

/** An instant, recorded and not edited; the panel writes it in WIB. */
export const dateField = (name: string, label: Label, rest: Partial<DateField> = {}): DateField =>
  ({
    name,
    type: 'date',
    label,
    ...rest,
    admin: {
      ...rest.admin,
      components: { Cell: `${CELLS}#InstantCell`, Field: `${FACTS}#InstantFact` },
    },
  }) as DateField

/** A calendar day in Asia/Jakarta, kept as text. */
export const dayField = (name: string, label: Label): TextField =>
  textField(name, label, {
    admin: { components: { Cell: `${CELLS}#DayCell`, Field: `${FACTS}#DayFact` } },
    index: true,
    required: true,
  })

/** A choice that the shop made, shown as text. */
export const choiceField = (
  name: string,
  label: Label,
  args: { choices: Record<string, PanelState>; index?: boolean; position?: 'sidebar' },
): SelectField => ({
  name,
  type: 'select',
  admin: {
    components: {
      Cell: { clientProps: { states: args.choices }, path: `${CELLS}#StateCell` },
      Field: { clientProps: { states: args.choices }, path: `${FACTS}#StateFact` },
    },
    ...(args.position ? { position: args.position } : {}),
  },
  index: args.index ?? false,
  label,
  options: Object.entries(args.choices).map(([value, state]) => ({ label: state.label, value })),
  required: true,
})

/** A text that holds one of a few words; unlike a select it needs no migration for a further one. */
export const wordField = (
  name: string,
  label: Label,
  args: { rest?: Partial<TextField>; words: Record<string, PanelState> },
): TextField =>
  textField(name, label, {
    required: true,
    ...args.rest,
    admin: {
      ...args.rest?.admin,
      components: {
        Cell: { clientProps: { states: args.words }, path: `${CELLS}#StateCell` },
        Field: { clientProps: { states: args.words }, path: `${FACTS}#StateFact` },
      },
    },
  })

/** When a row was made and last changed; Payload's own columns, shown in WIB. */
export const timeFields = (): DateField[] =>
  (
    [
      ['updatedAt', { en: 'Updated at', id: 'Diubah pada' }],
      ['createdAt', { en: 'Created at', id: 'Dibuat pada' }],
    ] as const
  ).map(([name, label]) =>
    dateField(name, label, { admin: { disableBulkEdit: true, hidden: true }, index: true }),
  )

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
