import type { Config } from 'payload'

import { addEditorTexts } from './catalog'
import { DELIVERY_PARTS } from './compose'
import { addWorkViews } from './fulfilment'
import { addReportViews } from './instalments'
import { addJobsView } from './jobs'
import { addWidgets } from './kernel/payload'
import { addMessageViews } from './notifications'
import { addOrderParts, addTodoBoard } from './orders'
import { addOverdueViews, ORDER_CONTRACT } from './overdue'
import { addProblemViews, ORDER_PROBLEMS } from './problems'
import { ORDER_REFUNDS } from './refunds'
import { addSpkViews } from './spk'
import { addSuspensionViews } from './suspensions'
import { WIDGETS } from './widgets'

/** Components that pages of ours name by their path: they have to be in the panel's import map. */
const withParts = (admin: Config['admin']): Config['admin'] => {
  const parts = Object.values(DELIVERY_PARTS)
    .flat()
    .map((path) => [path, { path, type: 'component' as const }] as const)
  return { ...admin, dependencies: { ...admin?.dependencies, ...Object.fromEntries(parts) } }
}

const ADDITIONS: readonly ((config: Config) => Config)[] = [
  addEditorTexts,
  addMessageViews,
  addJobsView,
  addProblemViews,
  addSuspensionViews,
  addSpkViews,
  addWorkViews,
  addOverdueViews,
  addReportViews,
  (config) => addWidgets(config, WIDGETS),
  addTodoBoard,
  (config) => addOrderParts(config, [ORDER_CONTRACT, ORDER_REFUNDS, ORDER_PROBLEMS]),
]

/** Everything that the shop adds to the panel: pages of its own, widgets, the board, parts of an order. */
export const composePanel = (config: Config): Config =>
  ADDITIONS.reduce<Config>((built, add) => add(built), {
    ...config,
    admin: withParts(config.admin),
  })
