import type { TimelineSource } from '../kernel/history'

import { sql } from '../kernel/payload'
import { problemMachine } from './machine'

/** Reports of problems in the timeline of the order that they are about. */
export const PROBLEM_TIMELINE: TimelineSource = {
  label: { en: 'Problem report', id: 'Laporan masalah' },
  machines: [problemMachine],
  subjects: sql`select p.id::text from problems p where p.order_id = o.id`,
  thread: 'problem',
  topic: 'talk',
}
