import { startWorker } from '../../../src/plugin/kernel/queue'
import { openHost } from './host'
import { trialTasks } from './tasks'

const connectionString = process.env.TRIAL_DATABASE_URL ?? ''
const payload = await openHost({ connectionString, migrate: false })
const drainMs = Number(process.env.TRIAL_DRAIN_MS ?? 20_000)
const worker = await startWorker({
  connectionString,
  crons: [],
  drainMs,
  payload,
  tasks: trialTasks,
})

process.on('SIGTERM', () => {
  void worker.stop().then(() => process.exit(0))
  process.stdout.write('stopping\n')
})
process.stdout.write('ready\n')
