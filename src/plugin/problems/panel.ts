import type { Config, Payload } from 'payload'

import type { Labels } from '../kernel/errors'

import { addPanelView, queryRows, sql } from '../kernel/payload'

const PANEL = '/plugin/problems/admin'

/** Where the list of waiting reports stands, below the panel's own address. */
export const PROBLEMS_PATH = '/masalah'

/** The part of an order's page that names its reports. */
export const ORDER_PROBLEMS = `${PANEL}/OrderProblems#OrderProblems`

/** Adds the list of reports that wait for the shop. */
export const addProblemViews = (config: Config): Config =>
  addPanelView(config, {
    component: `${PANEL}/ProblemsView#ProblemsView`,
    link: `${PANEL}/ProblemsLink#ProblemsLink`,
    name: 'problems',
    path: PROBLEMS_PATH,
  })

/** Reports that wait for the shop, for the board of what needs action. */
export const findProblemTodos = async (
  payload: Payload,
): Promise<{ count: number; label: Labels; urgent: boolean; url: string }[]> => {
  const [row] = await queryRows<{ count: number }>(
    payload,
    sql`select count(*)::int as count from problems where reply_by is not null`,
  )
  return [
    {
      count: row?.count ?? 0,
      label: { en: 'Problem reports to answer', id: 'Laporan masalah perlu dijawab' },
      urgent: true,
      url: `${payload.config.routes.admin}${PROBLEMS_PATH}`,
    },
  ]
}
