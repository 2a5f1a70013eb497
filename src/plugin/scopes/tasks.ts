import { defineTask } from '../kernel/queue'
import { beginScopes } from './actions/beginScopes'
import { runLook } from './actions/runLook'
import { beginJob, lookJob } from './jobs'

/** Begins what a paid order needs to be agreed on. */
export const scopeBeginTask = defineTask({
  ...beginJob,
  run: ({ orderId }, { payload }) => beginScopes(payload, orderId),
})

/** Looks for the proof of a domain. */
export const scopeLookTask = defineTask({
  ...lookJob,
  run: ({ scopeId }, { payload }) => runLook(payload, scopeId),
})
