import type { TimelineSource } from '../kernel/history'

import { sql } from '../kernel/payload'
import { hostingMachine } from './accounts/machine'
import { runbookMachine } from './runbook/machine'

/** What an order's timeline tells of its services. */
export const HOSTING_TIMELINE: TimelineSource = {
  label: { en: 'Hosting', id: 'Hosting' },
  machines: [hostingMachine],
  subjects: sql`select h.id::text from hosting_accounts h where h.order_id = o.id`,
  topic: 'work',
}

/** What it tells of people's tasks on servers. */
export const HOSTING_TASK_TIMELINE: TimelineSource = {
  label: { en: 'Task on a server', id: 'Tugas server' },
  machines: [runbookMachine],
  subjects: sql`select t.id::text from hosting_tasks t join hosting_accounts h on h.id = t.account_id
    where h.order_id = o.id`,
  topic: 'work',
}
