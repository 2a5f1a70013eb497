import type { Config } from 'payload'

import { addPanelView } from '../kernel/payload'

export { createJobEndpoints } from './endpoints'

const PANEL = '/plugin/jobs/admin'

/** Adds the view of dead jobs and its link to the panel. */
export const addJobsView = (config: Config): Config =>
  addPanelView(config, {
    component: `${PANEL}/DeadJobsView#DeadJobsView`,
    link: `${PANEL}/DeadJobsLink#DeadJobsLink`,
    name: 'deadJobs',
    path: '/jobs',
  })
