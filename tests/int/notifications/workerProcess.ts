import { startWorker } from '../../../src/plugin/kernel/queue'
import { deliverTask } from '../../../src/plugin/notifications'
import { openMailHost } from './mailHost'

const connectionString = process.env.TRIAL_DATABASE_URL ?? ''
const payload = await openMailHost({
  connectionString,
  migrate: false,
  smtpUrl: process.env.TRIAL_SMTP_URL ?? '',
})
await startWorker({ connectionString, crons: [], payload, tasks: [deliverTask] })
process.stdout.write('ready\n')
