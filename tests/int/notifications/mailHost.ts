import type { Config, Payload } from 'payload'

import { defaultSlugs } from '../../../src/plugin/kernel/payload'
import {
  createMailTransport,
  createNotificationsCollection,
  type NotificationsRuntime,
  notificationsRuntime,
} from '../../../src/plugin/notifications'
import { sampleFrame } from '../../unit/notifications/sample'
import { openHost } from '../queue/host'

/** A Payload project with an outbox and a mail server. */
export const openMailHost = async (args: {
  connectionString: string
  migrate?: boolean
  smtpUrl: string
  stillWanted?: NotificationsRuntime['stillWanted']
}): Promise<Payload> => {
  const config: Partial<Config> = {
    email: createMailTransport({
      answerTimeoutMs: 1_500,
      from: 'Toko, Budi <toko@contoh.id>',
      smtpUrl: args.smtpUrl,
    }),
  }
  notificationsRuntime.install(config as Config, { ...sampleFrame, stillWanted: args.stillWanted })
  return openHost({
    collections: [createNotificationsCollection({ slugs: defaultSlugs })],
    config,
    connectionString: args.connectionString,
    migrate: args.migrate,
  })
}
