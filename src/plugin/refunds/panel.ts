import type { Payload } from 'payload'

import type { Labels } from '../kernel/errors'

import { queryRows, slugsOf, sql } from '../kernel/payload'

/** The part of an order's page that shows its refunds. */
export const ORDER_REFUNDS = '/plugin/refunds/admin/OrderRefunds#OrderRefunds'

type Todo = { count: number; label: Labels; urgent: boolean; url: string }

/** Refunds to decide about and to send, and transfers of unknown outcome, for the board of what needs action. */
export const findRefundTodos = async (payload: Payload): Promise<Todo[]> => {
  const [row] = await queryRows<{ approved: number; requested: number; unsure: number }>(
    payload,
    sql`select (count(*) filter (where state = 'requested'))::int as requested,
        (count(*) filter (where state = 'approved'))::int as approved,
        (select count(*)::int from refund_transfers where state = 'unsure') as unsure
      from refunds where state in ('requested', 'approved')`,
  )
  const { refunds, refundTransfers } = slugsOf(payload)
  const urlOf = (state: string, slug: string = refunds): string =>
    `${payload.config.routes.admin}/collections/${slug}?where[or][0][and][0][state][equals]=${state}`
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
    {
      count: row?.unsure ?? 0,
      label: {
        en: 'Refund transfers whose outcome is not known',
        id: 'Transfer pengembalian yang hasilnya belum diketahui',
      },
      urgent: true,
      url: urlOf('unsure', refundTransfers),
    },
  ]
}
