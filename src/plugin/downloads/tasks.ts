import type { Payload } from 'payload'

import { z } from 'zod'

import { lockFulfilment, moveFulfilmentIn } from '../fulfilment'
import { runInTransaction, SYSTEM } from '../kernel/payload'
import { type Cron, defineTask, loadOnce } from '../kernel/queue'
import { announceRelease } from './actions/announceRelease'
import { clearPackages } from './actions/clearPackages'
import { prepareOrder } from './actions/prepareOrder'
import { announceJob, buildJob, prepareJob, receiveJob } from './jobs'

const loadBuilder = loadOnce(() => import('./actions/buildPackage'))

/** Begins what a paid order entitles to. */
export const prepareTask = defineTask({
  ...prepareJob,
  run: ({ orderId }, { payload }) => prepareOrder(payload, orderId),
})

/** Builds one package; web processes need only its name. */
export const buildTask = defineTask({
  ...buildJob,
  run: async ({ packageId }, { payload }) => {
    const { buildPackage } = await loadBuilder()
    await buildPackage(payload, packageId)
  },
})

/** Orders the packages of a new release. */
export const announceTask = defineTask({
  ...announceJob,
  run: ({ releaseId }, { payload }) => announceRelease(payload, releaseId),
})

const receive = (payload: Payload, fulfilmentId: string): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const row = await lockFulfilment(tx, fulfilmentId)
    if (row.state === 'delivered') {
      await moveFulfilmentIn(tx, { actor: SYSTEM, event: 'receive', row })
    }
  })

/** The buyer has begun to fetch his files: help with them begins. */
export const receiveTask = defineTask({
  ...receiveJob,
  run: ({ fulfilmentId }, { payload }) => receive(payload, fulfilmentId),
})

/** Removes packages that nobody can fetch any more, and files that nobody points to. */
export const clearTask = defineTask({
  name: 'downloads.clear',
  input: z.object({}),
  maxAttempts: 3,
  run: (_, { now, payload }) => clearPackages(payload, now),
})

/** Once a night. */
export const clearCron: Cron = {
  backfillMs: 24 * 60 * 60 * 1000,
  pattern: '45 20 * * *',
  task: clearTask,
  wib: '03.45 WIB',
}
