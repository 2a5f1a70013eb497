import type { TimelineSource } from '../kernel/history'

import { sql } from '../kernel/payload'
import { scopeMachine } from './machine'

/** The agreed scope of an analysis in the timeline of its order. */
export const SCOPE_TIMELINE: TimelineSource = {
  label: { en: 'Scope', id: 'Ruang lingkup' },
  machines: [scopeMachine],
  subjects: sql`select x.id::text from scopes x where x.order_id = o.id`,
  topic: 'work',
}
