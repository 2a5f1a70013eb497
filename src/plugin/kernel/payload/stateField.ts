import type { SelectField } from 'payload'

import type { Machine } from '../machine'

/**
 * The field that shows a machine's state. Nobody may write it through Payload: not in the panel, not
 * over REST, not by the Local API; only `fireEvent` does, under its row lock.
 */
export const stateField = (machine: Machine): SelectField => ({
  name: 'state',
  type: 'select',
  access: { create: () => false, update: () => false },
  admin: { position: 'sidebar', readOnly: true },
  defaultValue: machine.initial,
  index: true,
  label: { en: 'State', id: 'Status' },
  options: Object.entries(machine.states).map(([value, { label }]) => ({ label, value })),
  required: true,
})
