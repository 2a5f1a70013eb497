import type { SelectField } from 'payload'

import type { Machine } from '../machine'

import { panelStates } from '../machine'
import { choiceField } from './fields'

/**
 * The field that shows a machine's state. Nobody may write it through Payload: not in the panel, not
 * over REST, not by the Local API; only `fireEvent` does, under its row lock.
 */
export const stateField = (machine: Machine): SelectField => ({
  ...choiceField(
    'state',
    { en: 'State', id: 'Status' },
    { choices: panelStates(machine), index: true, position: 'sidebar' },
  ),
  access: { create: () => false, update: () => false },
  defaultValue: machine.initial,
})
