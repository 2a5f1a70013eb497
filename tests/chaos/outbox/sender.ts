/**
 * A worker that delivers and does nothing else: the real queue, the real delivery, the real transport,
 * on just as much of Payload as they touch. It loads everything, then waits to be told to begin: so one
 * stands ready whenever another is killed.
 */
import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import type { Config, Payload } from 'payload'
import pg from 'pg'

import { startWorker } from '@/plugin/kernel/queue/worker'
import { createMailTransport } from '@/plugin/notifications/mail/transport'
import { notificationsRuntime } from '@/plugin/notifications/runtime'
import { deliverTask } from '@/plugin/notifications/deliver/task'

const { DATABASE_URL = '', MAIL_FROM = '', SMTP_URL = '' } = process.env

const silent = Object.fromEntries(
  ['debug', 'error', 'fatal', 'info', 'trace', 'warn'].map((level) => [level, () => undefined]),
)

const openPayload = async (): Promise<Payload> => {
  const config = {} as Config
  notificationsRuntime.install(config, {
    contact: { email: 'halo@lunas.test' },
    shopName: 'Hanzamas',
  })
  const adapter = await createMailTransport({ from: MAIL_FROM, smtpUrl: SMTP_URL })
  const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 6 })
  pool.on('error', () => undefined)
  const payload = {
    config,
    db: { drizzle: drizzle({ client: pool as never }), pg, pool },
    logger: silent,
  }
  const email = adapter({ payload: payload as unknown as Payload })
  return { ...payload, email, sendEmail: email.sendEmail } as unknown as Payload
}

const payload = await openPayload()

const work = async (): Promise<void> => {
  await startWorker({ connectionString: DATABASE_URL, crons: [], payload, tasks: [deliverTask] })
  process.send?.('working')
}

process.once('message', () => void work())
process.once('disconnect', () => process.exit(0))
process.send?.('ready')
