import type { Payload } from 'payload'

import type { QueuedMessage } from '../notifications'

import { statementsOn } from '../kernel/payload'
import { notificationsRuntime } from '../notifications'
import { spkRuntime } from './runtime'

/**
 * Tells the staff that an agreement has to be drafted, for the statement that begins it: the number of
 * its order is filled in there.
 */
export const buildDraftNews = async (
  payload: Payload,
  begun: { customerName: string; id: string; orderId: string; title: string },
): Promise<QueuedMessage[]> => {
  const { customerName, id, orderId, title } = begun
  const { serverUrl } = spkRuntime.get(payload)
  const url = `${serverUrl}${payload.config.routes.admin}/spk/${id}`
  const readers = await notificationsRuntime.get(payload).findStaff(statementsOn(payload))
  return readers.map((reader) => ({
    event: 'spk.toDraft',
    params: {
      customerName,
      edition: 0,
      note: '',
      number: '',
      orderNumber: '',
      spkId: id,
      title,
      until: '',
      url,
      version: 0,
    },
    recipient: { ...reader, kind: 'staff', locale: 'id' },
    step: `${id}/placed`,
    subject: { id: orderId, type: 'order' },
  }))
}
