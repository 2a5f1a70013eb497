import type { Config, Payload } from 'payload'

import { extendPanel } from '../kernel/payload'

const PANEL = '/plugin/orders/admin'

const PARTS = 'orderParts'

/**
 * Adds parts of features that lie above to the page of an order in the panel. Each is a server
 * component, named by path, and gets `orderId`.
 */
export const addOrderParts = (config: Config, parts: readonly string[]): Config => {
  const dependencies = Object.fromEntries(
    parts.map((path) => [path, { path, type: 'component' as const }]),
  )
  const { lunas } = (config.custom ?? {}) as { lunas?: Record<string, unknown> }
  return {
    ...config,
    admin: { ...config.admin, dependencies: { ...config.admin?.dependencies, ...dependencies } },
    custom: { ...config.custom, lunas: { ...lunas, [PARTS]: parts } },
  }
}

/** The parts that were added. */
export const orderPartsOf = (payload: Payload): readonly string[] =>
  (payload.config.custom as { lunas?: { orderParts?: string[] } } | undefined)?.lunas?.orderParts ??
  []

/**
 * Puts what waits for staff at the head of the panel's first page, and its number into the header of
 * every page, beside what the project has there.
 */
export const addTodoBoard = (config: Config): Config =>
  extendPanel(config, ({ actions = [], beforeDashboard = [] }) => ({
    actions: [`${PANEL}/TodoBell#TodoBell`, ...actions],
    beforeDashboard: [`${PANEL}/TodoBoard#TodoBoard`, ...beforeDashboard],
  }))
