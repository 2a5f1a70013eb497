import type { Config } from 'payload'

export { createJobEndpoints } from './endpoints'

/** Adds the view of dead jobs and its link to the panel, beside what the project has there. */
export const addJobsView = (config: Config): Config => {
  const components = config.admin?.components ?? {}
  return {
    ...config,
    admin: {
      ...config.admin,
      components: {
        ...components,
        afterNavLinks: [
          ...(components.afterNavLinks ?? []),
          '/plugin/jobs/admin/DeadJobsLink#DeadJobsLink',
        ],
        views: {
          ...components.views,
          deadJobs: {
            Component: {
              path: '/plugin/jobs/admin/DeadJobsView#DeadJobsView',
              serverProps: { role: 'admin' },
            },
            exact: true,
            path: '/jobs',
          },
        },
      },
    },
  }
}
