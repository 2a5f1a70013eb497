import config from '@payload-config'
import { getPayload } from 'payload'

import { env } from './config/env'
import { lunasCrons, lunasTasks } from './plugin'
import { startWorker } from './plugin/kernel/queue'

/** Background work of one shop: settles payments, sends mail, publishes on time. Run any number. */
const payload = await getPayload({ config, key: 'worker' })
const worker = await startWorker({
  connectionString: env.DATABASE_URL,
  crons: lunasCrons,
  payload,
  tasks: lunasTasks,
})

let isStopping = false

/** Waits for running jobs, then ends the process: Payload's pool would keep it alive for ever. */
const stop = async (): Promise<void> => {
  if (isStopping) {
    return
  }
  isStopping = true
  await worker.stop()
  process.exit(0)
}

process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())

// Last: whoever reads this may ask the worker to stop at once.
payload.logger.info('Worker is ready')
