import type { Payload } from 'payload'

import type { StoredFile } from '../../attachments'

import { selectFiles } from '../../attachments'
import { queryRows, sql } from '../../kernel/payload'
import { TASK_PROOFS } from '../runbook/finishTask'

/** A task on a server as its page in the panel shows it. */
export type PanelTask = {
  accountId: string
  assignee: null | string
  customerName: string
  deed: string
  domain: null | string
  doneAt: null | string
  doneBy: null | string
  dueAt: string
  id: string
  note: null | string
  orderNumber: string
  proofs: StoredFile[]
  request: null | Record<string, number | string>
  server: null | string
  staff: { id: string; name: string }[]
  state: string
  steps: string[]
  title: string
}

/** A task with who may do it; null when there is none. Whoever calls has checked that it is staff. */
export const findPanelTask = async (payload: Payload, id: string): Promise<null | PanelTask> => {
  const [row] = await queryRows<PanelTask>(
    payload,
    sql`select t.id, t.deed, t.state, coalesce(t.steps, '[]') as steps, t.assignee_id::text as assignee,
        t.due_at as "dueAt", t.done_at as "doneAt", t.done_by as "doneBy", t.note,
        h.id as "accountId", h.title, h.domain, h.request, s.name as server, o.number as "orderNumber",
        o.customer_name as "customerName", ${selectFiles(TASK_PROOFS, sql`t.id`)} as proofs,
        (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name), '[]')
          from staff p where p.role in ('admin', 'owner')) as staff
      from hosting_tasks t join hosting_accounts h on h.id = t.account_id
        join orders o on o.id = h.order_id left join hosting_servers s on s.id = h.server_id
      where t.id::text = ${id}`,
  )
  return row ?? null
}
