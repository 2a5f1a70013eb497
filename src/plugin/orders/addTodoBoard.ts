import type { Config } from 'payload'

import { extendPanel } from '../kernel/payload'

const PANEL = '/plugin/orders/admin'

/**
 * Puts what waits for staff at the head of the panel's first page, and its number into the header of
 * every page, beside what the project has there.
 */
export const addTodoBoard = (config: Config): Config =>
  extendPanel(config, ({ actions = [], beforeDashboard = [] }) => ({
    actions: [`${PANEL}/TodoBell#TodoBell`, ...actions],
    beforeDashboard: [`${PANEL}/TodoBoard#TodoBoard`, ...beforeDashboard],
  }))
