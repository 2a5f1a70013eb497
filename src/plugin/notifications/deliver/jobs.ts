import { z } from 'zod'

const input = z.object({ id: z.uuid() })

/** What a delivery needs to be queued, without the sender behind it. */
export const deliverJob = { input, maxAttempts: 200, name: 'notifications.deliver' }

/** The same for coming back to a message of which nobody knows whether it got through. */
export const confirmJob = { input, maxAttempts: 20, name: 'notifications.confirm' }
