import { defineMachine } from '../../kernel/machine'

/**
 * Whether the personal data of an agreement are kept: history of its own beside the moves of the
 * agreement, told by `erasedAt` instead of a state's column.
 */
export const spkPrivacyMachine = defineMachine({
  name: 'spkPrivacy',
  initial: 'kept',
  moves: [
    {
      by: ['system', 'owner'],
      event: 'erase',
      from: ['kept'],
      label: { en: 'Personal data erased', id: 'Data pribadi dihapus' },
      to: 'erased',
    },
  ],
  states: {
    erased: {
      label: { en: 'Personal data erased', id: 'Data pribadi dihapus' },
      terminal: true,
      tone: 'neutral',
    },
    kept: { label: { en: 'Personal data kept', id: 'Data pribadi disimpan' }, tone: 'info' },
  },
})
