import type { TimelineSource } from '../kernel/history'

import { sql } from '../kernel/payload'
import { refundMachine } from './machine'
import { transferMachine } from './transfers/machine'

/** Money that goes back in the timeline of its order. */
export const REFUND_TIMELINE: TimelineSource = {
  begun: {
    label: { en: 'Asked for', id: 'Diajukan' },
    select: sql`select r.id, r.created_at as at, r.asked_by as actor, r.reason from refunds r
      where r.order_id = o.id`,
  },
  label: { en: 'Refund', id: 'Pengembalian dana' },
  machines: [refundMachine, transferMachine],
  subjects: sql`select r.id::text from refunds r where r.order_id = o.id union all
    select t.id::text from refund_transfers t join refunds r on r.id = t.refund_id
      where r.order_id = o.id`,
  topic: 'money',
}
