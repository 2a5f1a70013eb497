import { z } from 'zod'

/** Builds one report. A day of tries: a bucket may be away for a while. */
export const buildReportJob = {
  input: z.object({ reportId: z.uuid() }),
  maxAttempts: 150,
  name: 'reports.build',
}
