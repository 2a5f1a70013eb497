import type { TimelineSource } from '../kernel/history'

import { sql } from '../kernel/payload'
import { refundMachine } from './machine'

/** Money that goes back in the timeline of its order. */
export const REFUND_TIMELINE: TimelineSource = {
  begun: {
    label: { en: 'Asked for', id: 'Diajukan' },
    select: sql`select r.id, r.created_at as at, r.asked_by as actor, r.reason from refunds r
      where r.order_id = o.id`,
  },
  label: { en: 'Refund', id: 'Pengembalian dana' },
  machines: [refundMachine],
  subjects: sql`select r.id::text from refunds r where r.order_id = o.id`,
  topic: 'money',
}
