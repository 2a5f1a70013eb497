import { z } from 'zod'

import { defineTask } from '../../kernel/queue'
import { loadOnce } from '../loadOnce'

const loadSender = loadOnce(() => import('./deliver'))

/** The task's name and input, without the sender behind it: web processes need only these. */
export const deliverTask = defineTask({
  // About a day of tries; the cap lets everything out within 10 minutes after a long outage.
  backoff: { capMs: 600_000, firstMs: 2_000 },
  input: z.object({ id: z.uuid() }),
  maxAttempts: 200,
  name: 'notifications.deliver',
  run: async ({ id }, context) => {
    const { deliver } = await loadSender()
    await deliver({ context, id })
  },
})
