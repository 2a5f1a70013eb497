import type { Payload } from 'payload'

import type { QueuedMessage } from '../../notifications'
import type { FulfilmentKind } from '../kinds'
import type { Stage } from '../rules'

import { slugsOf, type Tx } from '../../kernel/payload'
import { notificationsRuntime } from '../../notifications'
import { FULFILMENT_STATES } from '../kinds'
import { fulfilmentRuntime } from '../runtime'

/** A delivery whose promise needs a word, as it stands. */
export type Endangered = {
  /** Name and address of whoever looks after it; null when nobody does. */
  assignee: { address: string; name: string } | null
  customerName: string
  dueAt: Date
  id: string
  kind: FulfilmentKind
  number: string
  orderId: string
  stage: Stage
  state: string
  title: string
}

/** What a reminder is about: the delivery, the stage, and the deadline that it may break. */
export const buildStep = ({
  dueAt,
  id,
  stage,
}: Pick<Endangered, 'dueAt' | 'id' | 'stage'>): string => [id, stage, dueAt.toISOString()].join('/')

/** Reads what {@link buildStep} wrote. */
export const readStep = (step: string): { dueAt: Date; id: string } => {
  const [id = '', , dueAt = ''] = step.split('/')
  return { dueAt: new Date(dueAt), id }
}

const urlOf = (payload: Payload, id: string): string => {
  const { serverUrl } = fulfilmentRuntime.get(payload)
  const { fulfilments } = slugsOf(payload)
  return `${serverUrl}${payload.config.routes.admin}/collections/${fulfilments}/${id}`
}

/** Before the deadline the one who has it, or all when nobody has; after it all. */
const findReaders = async (
  tx: Tx,
  { assignee, stage }: Endangered,
): Promise<{ address: string; name: string }[]> =>
  stage === 'soon' && assignee ? [assignee] : notificationsRuntime.get(tx.payload).findStaff(tx)

/** The reminder about one delivery, one for each reader, in Indonesian. */
export const buildReminders = async (tx: Tx, item: Endangered): Promise<QueuedMessage[]> => {
  const { assignee, customerName, dueAt, id, number, orderId, stage, state, title } = item
  const readers = await findReaders(tx, item)
  return readers.map((reader) => ({
    event: stage === 'late' ? 'item.late' : 'item.dueSoon',
    params: {
      assigneeName: assignee?.name ?? null,
      customerName,
      dueAt: dueAt.toISOString(),
      orderNumber: number,
      state: FULFILMENT_STATES[state]?.label.id ?? state,
      title,
      url: urlOf(tx.payload, id),
    },
    recipient: { ...reader, kind: 'staff', locale: 'id' },
    step: buildStep(item),
    subject: { id: orderId, type: 'order' },
  }))
}
