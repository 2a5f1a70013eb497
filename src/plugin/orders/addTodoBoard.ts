import type { Config } from 'payload'

/** Puts what waits for staff at the head of the panel's first page, beside what the project has there. */
export const addTodoBoard = (config: Config): Config => {
  const components = config.admin?.components ?? {}
  return {
    ...config,
    admin: {
      ...config.admin,
      components: {
        ...components,
        beforeDashboard: [
          '/plugin/orders/admin/TodoBoard#TodoBoard',
          ...(components.beforeDashboard ?? []),
        ],
      },
    },
  }
}
