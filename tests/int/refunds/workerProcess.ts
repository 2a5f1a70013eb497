import config from '@payload-config'
import { getPayload } from 'payload'

import { startWorker } from '../../../src/plugin/kernel/queue'
import { transferTask } from '../../../src/plugin/refunds'

const payload = await getPayload({ config })
payload.logger.level = 'silent'
const connectionString = process.env.DATABASE_URL ?? ''
await startWorker({ connectionString, crons: [], payload, tasks: [transferTask] })
process.stdout.write('ready\n')
