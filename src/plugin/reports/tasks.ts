import { defineTask, loadOnce } from '../kernel/queue'
import { buildReportJob } from './jobs'

const loadBuilder = loadOnce(() => import('./actions/buildReport'))

/** Builds one report; web processes need only its name. */
export const buildReportTask = defineTask({
  ...buildReportJob,
  run: async ({ reportId }, { payload }) => {
    const { buildReport } = await loadBuilder()
    await buildReport(payload, reportId)
  },
})
