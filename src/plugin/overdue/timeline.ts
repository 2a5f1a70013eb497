import type { TimelineSource } from '../kernel/history'

import { blockerMachine } from '../hosting'
import { sql } from '../kernel/payload'
import { overdueCaseMachine } from './cases/machine'
import { chanceMachine } from './chances/machine'

/** Arrears in the timeline of their order: from the first late day until nothing is overdue. */
export const CASE_TIMELINE: TimelineSource = {
  begun: {
    label: { en: 'Instalments are overdue', id: 'Cicilan menunggak' },
    select: sql`select k.id, k.created_at as at, 'sistem' as actor, null::text as reason
      from overdue_cases k where k.order_id = o.id`,
  },
  label: { en: 'Arrears', id: 'Tunggakan' },
  machines: [overdueCaseMachine],
  subjects: sql`select k.id::text from overdue_cases k where k.order_id = o.id`,
  topic: 'money',
}

/** Chances: asked for, granted, kept, broken. */
export const CHANCE_TIMELINE: TimelineSource = {
  begun: {
    label: { en: 'Asked for', id: 'Diminta' },
    select: sql`select h.id, h.created_at as at, o.customer_name as actor, h.wish as reason
      from chances h where h.order_id = o.id and h.wish is not null`,
  },
  label: { en: 'Chance', id: 'Kesempatan' },
  machines: [chanceMachine],
  subjects: sql`select h.id::text from chances h where h.order_id = o.id`,
  topic: 'money',
}

/** Reasons for which the service is off. */
export const BLOCKER_TIMELINE: TimelineSource = {
  begun: {
    label: { en: 'To be off', id: 'Ditangguhkan' },
    select: sql`select b.id, b.created_at as at, b.set_by as actor, b.reason
      from service_blockers b where b.order_id = o.id`,
  },
  label: { en: 'Service', id: 'Layanan' },
  machines: [blockerMachine],
  subjects: sql`select b.id::text from service_blockers b where b.order_id = o.id`,
  topic: 'work',
}
