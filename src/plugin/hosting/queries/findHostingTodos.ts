import type { Payload } from 'payload'

import type { Labels } from '../../kernel/errors'

import { queryRows, slugsOf, sql } from '../../kernel/payload'
import { clock } from '../../kernel/time'

type Todo = { count: number; label: Labels; urgent: boolean; url: string }

/** Tasks on servers that wait for somebody, for the board; urgent once one of them is over its day. */
export const findHostingTodos = async (payload: Payload): Promise<Todo[]> => {
  const [row] = await queryRows<{ count: number; late: number }>(
    payload,
    sql`select count(*)::int as count,
        (count(*) filter (where due_at < ${clock.now().toISOString()}))::int as late
      from hosting_tasks where state = 'open'`,
  )
  const { admin } = payload.config.routes
  return [
    {
      count: row?.count ?? 0,
      label: { en: 'Tasks on servers', id: 'Tugas di server' },
      urgent: (row?.late ?? 0) > 0,
      url: `${admin}/collections/${slugsOf(payload).hostingTasks}?where[state][equals]=open`,
    },
  ]
}
