import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import type { Config, Payload } from 'payload'
import pg from 'pg'

import { createChatChannel } from '@/plugin/adapters/whatsapp'
import { createMailTransport } from '@/plugin/notifications/mail/transport'
import { notificationsRuntime } from '@/plugin/notifications/runtime'

const silent = Object.fromEntries(
  ['debug', 'error', 'fatal', 'info', 'trace', 'warn'].map((level) => [level, () => undefined]),
)

const buildConfig = (settings: Readonly<Record<string, string>>): Config => {
  const config = { routes: { api: '/api' } } as Config
  notificationsRuntime.install(config, {
    chat: createChatChannel({ id: 'wa.me' }),
    contact: { email: 'halo@hanzamas.tech' },
    findStaff: () => Promise.resolve([]),
    rateFactor: 0,
    secret: settings.PAYLOAD_SECRET ?? '',
    serverUrl: settings.SERVER_URL ?? '',
    shopName: 'Hanzamas',
    stuckAfterMinutes: 60,
  })
  return config
}

/**
 * As much of Payload as the outbox touches, at the settings of a stand: wiring, database, mail. The
 * whole takes seconds to load.
 */
export const openLightPayload = async (
  settings: Readonly<Record<string, string>>,
): Promise<{ close: () => Promise<void>; payload: Payload }> => {
  const { DATABASE_URL, MAIL_FROM = '', SMTP_URL = '' } = settings
  const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 6 })
  pool.on('error', () => undefined)
  const bare = {
    config: buildConfig(settings),
    db: { drizzle: drizzle({ client: pool as never }), pg, pool, sessions: {} },
    logger: silent,
  }
  const adapter = await createMailTransport({ from: MAIL_FROM, smtpUrl: SMTP_URL })
  const email = adapter({ payload: bare as unknown as Payload })
  const payload = { ...bare, email, sendEmail: email.sendEmail } as unknown as Payload
  return { close: () => pool.end(), payload }
}
