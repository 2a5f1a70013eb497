import type { FollowUpEvent } from '../schema'
import type { MessageDefinition } from './definition'

import { nudge } from './audiences'
import { followUpTemplates } from './followUp'

const define = <E extends FollowUpEvent>(
  event: E,
  label: { en: string; id: string },
): MessageDefinition<E> => ({
  ...nudge,
  // By WhatsApp somebody of the shop would have to press send for each of them.
  channels: ['email'],
  label,
  placeholders: ['nama', 'nomor', 'toko'],
  template: followUpTemplates[event] as MessageDefinition<E>['template'],
})

/** Mails that ask how it went, some days after something was delivered. */
export const followUpMessages: { [E in FollowUpEvent]: MessageDefinition<E> } = {
  'followUp.analysis': define('followUp.analysis', {
    en: 'Follow-up: analysis',
    id: 'Tindak lanjut: analisis',
  }),
  'followUp.consulting': define('followUp.consulting', {
    en: 'Follow-up: consultation',
    id: 'Tindak lanjut: konsultasi',
  }),
  'followUp.template': define('followUp.template', {
    en: 'Follow-up: files',
    id: 'Tindak lanjut: berkas',
  }),
}
