import type { Payload } from 'payload'

import type { Labels } from '../kernel/errors'

import { queryRows, slugsOf, sql } from '../kernel/payload'

/** The part of an order's page that shows its refunds. */
export const ORDER_REFUNDS = '/plugin/refunds/admin/OrderRefunds#OrderRefunds'

type Todo = { count: number; label: Labels; urgent: boolean; url: string }

/** Refunds to decide about and to send, for the board of what needs action. */
export const findRefundTodos = async (payload: Payload): Promise<Todo[]> => {
  const [row] = await queryRows<{ approved: number; requested: number }>(
    payload,
    sql`select (count(*) filter (where state = 'requested'))::int as requested,
        (count(*) filter (where state = 'approved'))::int as approved
      from refunds where state in ('requested', 'approved')`,
  )
  const list = `${payload.config.routes.admin}/collections/${slugsOf(payload).refunds}`
  const urlOf = (state: string): string => `${list}?where[or][0][and][0][state][equals]=${state}`
  return [
    {
      count: row?.requested ?? 0,
      label: { en: 'Refunds to decide about', id: 'Pengembalian dana perlu diputuskan' },
      urgent: true,
      url: urlOf('requested'),
    },
    {
      count: row?.approved ?? 0,
      label: { en: 'Approved refunds to send', id: 'Pengembalian dana disetujui, perlu dikirim' },
      urgent: true,
      url: urlOf('approved'),
    },
  ]
}
