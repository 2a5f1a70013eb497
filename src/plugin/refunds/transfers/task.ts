import { defineTask } from '../../kernel/queue'
import { transferJob } from './jobs'
import { runTransfer } from './runTransfer'

/** Carries one transfer a step further. */
export const transferTask = defineTask({
  ...transferJob,
  run: ({ transferId }, { payload }) => runTransfer(payload, transferId),
})
