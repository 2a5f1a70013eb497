import type { CollectionConfig, Config, Payload } from 'payload'

import type { Labels } from '../kernel/errors'

import { addPanelView, queryRows, type Slugs, sql } from '../kernel/payload'
import { DRY_RUN_PATH, OVERDUE_PATH } from './paths'

const PANEL = '/plugin/overdue/admin'

/** The part of an order's page that shows its contract, its case and its chances. */
export const ORDER_CONTRACT = `${PANEL}/OrderContract#OrderContract`

/** Adds the list of contracts in arrears and the dry run. */
export const addOverdueViews = (config: Config): Config =>
  addPanelView(
    addPanelView(config, {
      component: `${PANEL}/OverdueView#OverdueView`,
      link: `${PANEL}/OverdueLink#OverdueLink`,
      name: 'overdue',
      path: OVERDUE_PATH,
    }),
    {
      component: `${PANEL}/DryRunView#DryRunView`,
      name: 'ladderDryRun',
      path: DRY_RUN_PATH,
    },
  )

/** Puts who is in arrears above the list of orders, where staff look for it. */
export const withOverdueHead = (
  collections: readonly CollectionConfig[],
  slugs: Slugs,
): CollectionConfig[] =>
  collections.map((collection) => {
    if (collection.slug !== slugs.orders) {
      return collection
    }
    const { admin } = collection
    const head = { path: `${PANEL}/OrdersHead#OrdersHead`, serverProps: { role: 'admin' } }
    const { beforeListTable = [] } = admin?.components ?? {}
    return {
      ...collection,
      admin: {
        ...admin,
        components: { ...admin?.components, beforeListTable: [head, ...beforeListTable] },
      },
    }
  })

type Todo = { count: number; label: Labels; urgent: boolean; url: string }

/** Suspensions to confirm, chances to decide about, and customers who have not chosen, for the board. */
export const findOverdueTodos = async (payload: Payload): Promise<Todo[]> => {
  const [row] = await queryRows<{ awaiting: number; proposed: number; requested: number }>(
    payload,
    sql`select (count(*) filter (where proposed_on is not null))::int as proposed,
        (count(*) filter (where state = 'awaiting'))::int as awaiting,
        (select count(*)::int from chances where state = 'requested') as requested
      from overdue_cases where state <> 'resolved'`,
  )
  const urlOf = (filter: string): string =>
    `${payload.config.routes.admin}${OVERDUE_PATH}?tampil=${filter}`
  return [
    {
      count: row?.proposed ?? 0,
      label: { en: 'Suspensions to confirm', id: 'Penangguhan perlu disetujui' },
      urgent: true,
      url: urlOf('proposed'),
    },
    {
      count: row?.requested ?? 0,
      label: { en: 'Requests for more time', id: 'Permintaan waktu perlu diputuskan' },
      urgent: true,
      url: urlOf('chance'),
    },
    {
      count: row?.awaiting ?? 0,
      label: { en: 'Choices awaited from customers', id: 'Menunggu pilihan pelanggan menunggak' },
      urgent: false,
      url: urlOf('awaiting'),
    },
  ]
}
