import type { Payload } from 'payload'

import { queryRows, sql } from '../kernel/payload'
import { MESSAGE_HISTORY, type MessageDeed } from './states'

/** What one person did with a message, and when. */
export type Deed = { at: Date | string; by: string; deed: MessageDeed; id: string }

/** What people did with one message, the newest first. */
export const findDeeds = (payload: Payload, message: string): Promise<Deed[]> =>
  queryRows<Deed>(
    payload,
    sql`select id, event as deed, at, coalesce(actor_label, actor_role) as by from transitions
      where machine = ${MESSAGE_HISTORY} and subject = ${message} order by seq desc`,
  )
