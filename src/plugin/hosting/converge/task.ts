import { defineTask } from '../../kernel/queue'
import { converge } from './converge'
import { convergeJob } from './job'

/** Brings one service to what is wanted of it. */
export const convergeTask = defineTask({
  ...convergeJob,
  run: ({ accountId }, { jobId, payload }) => converge(payload, { accountId, jobId }),
})
