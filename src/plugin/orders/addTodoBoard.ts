import type { Config } from 'payload'

/**
 * Puts what waits for staff at the head of the panel's first page, and its number into the header of
 * every page, beside what the project has there.
 */
export const addTodoBoard = (config: Config): Config => {
  const components = config.admin?.components ?? {}
  return {
    ...config,
    admin: {
      ...config.admin,
      components: {
        ...components,
        actions: ['/plugin/orders/admin/TodoBell#TodoBell', ...(components.actions ?? [])],
        beforeDashboard: [
          '/plugin/orders/admin/TodoBoard#TodoBoard',
          ...(components.beforeDashboard ?? []),
        ],
      },
    },
  }
}
