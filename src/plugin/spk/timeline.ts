import type { TimelineSource } from '../kernel/history'

import { sql } from '../kernel/payload'
import { spkMachine } from './machine'

/** Agreements in the timeline of their order: from the first draft to the seal and beyond. */
export const SPK_TIMELINE: TimelineSource = {
  begun: {
    label: { en: 'SPK begun', id: 'SPK mulai disusun' },
    select: sql`select s.id, s.created_at as at, 'sistem' as actor, null::text as reason
      from spks s where s.order_id = o.id`,
  },
  label: { en: 'SPK', id: 'SPK' },
  machines: [spkMachine],
  subjects: sql`select s.id::text from spks s where s.order_id = o.id`,
  topic: 'work',
}
