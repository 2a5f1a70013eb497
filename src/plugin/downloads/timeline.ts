import type { TimelineSource } from '../kernel/history'

import { sql } from '../kernel/payload'
import { entitlementMachine } from './machine'

/** Rights to download in the timeline of their order. */
export const ENTITLEMENT_TIMELINE: TimelineSource = {
  label: { en: 'Downloads', id: 'Unduhan' },
  machines: [entitlementMachine],
  subjects: sql`select e.id::text from entitlements e where e.order_id = o.id`,
  topic: 'work',
}
