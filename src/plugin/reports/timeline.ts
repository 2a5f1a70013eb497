import type { TimelineSource } from '../kernel/history'

import { sql } from '../kernel/payload'
import { reportMachine } from './machine'

/** Reports of analyses in the timeline of their order. */
export const REPORT_TIMELINE: TimelineSource = {
  label: { en: 'Report', id: 'Laporan' },
  machines: [reportMachine],
  subjects: sql`select x.id::text from reports x where x.order_id = o.id`,
  topic: 'work',
}
