import { defineTask, loadOnce } from '../../kernel/queue'
import { confirmJob, deliverJob } from './jobs'
import { makeTurns } from './turns'

/** One less than the transport has connections. */
const inTurn = makeTurns(4)

const loadSender = loadOnce(() => import('./deliver'))
const loadConfirm = loadOnce(() => import('./confirm'))

/** Sends one message. Web processes need only its name and input. */
export const deliverTask = defineTask({
  ...deliverJob,
  // About a day of tries; the cap lets everything out within 10 minutes after a long outage.
  backoff: { capMs: 600_000, firstMs: 2_000 },
  run: async ({ id }, context) => {
    const { deliver } = await loadSender()
    await inTurn(() => deliver({ context, id }))
  },
  together: 127,
})

/** Ends the wait for a report that never came. */
export const confirmTask = defineTask({
  ...confirmJob,
  run: async ({ id }, { payload }) => {
    const { giveUpUnconfirmed } = await loadConfirm()
    await giveUpUnconfirmed({ id, payload })
  },
})
