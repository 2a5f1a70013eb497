/**
 * A worker that switches services and does nothing else: the real queue, the real job, and a panel that
 * outlives it. It loads everything, then waits to be told to begin, so that one stands ready whenever
 * another is killed.
 */
import { convergeTask } from '@/plugin/hosting/converge/task'
import { startWorker } from '@/plugin/kernel/queue/worker'
import { openServiceShop } from './shop'

const settings = process.env as Record<string, string>
const { payload } = await openServiceShop(settings, {
  pace: () => 20 + Math.random() * 60,
  parallel: 8,
})

const work = async (): Promise<void> => {
  await startWorker({
    concurrency: 3,
    connectionString: settings.DATABASE_URL ?? '',
    crons: [],
    payload,
    tasks: [convergeTask],
  })
  process.send?.('working')
}

process.once('message', () => void work())
process.once('disconnect', () => process.exit(0))
process.send?.('ready')
