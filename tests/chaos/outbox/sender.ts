/**
 * A worker that delivers and does nothing else: the real queue, the real delivery, the real transport,
 * on just as much of Payload as they touch. It loads everything, then waits to be told to begin: so one
 * stands ready whenever another is killed.
 */
import { startWorker } from '@/plugin/kernel/queue/worker'
import { deliverTask } from '@/plugin/notifications/deliver/task'

import { openLightPayload } from '../../support/outbox/lightPayload'

const settings = process.env as Record<string, string>
const { payload } = await openLightPayload(settings)

const work = async (): Promise<void> => {
  await startWorker({
    connectionString: settings.DATABASE_URL ?? '',
    crons: [],
    payload,
    tasks: [deliverTask],
  })
  process.send?.('working')
}

process.once('message', () => void work())
process.once('disconnect', () => process.exit(0))
process.send?.('ready')
