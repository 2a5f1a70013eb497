import type { Config, Payload } from 'payload'

import { type ChatChannelOptions, createChatChannel } from '../../../src/plugin/adapters/whatsapp'
import { createTransitionsCollection, defaultSlugs } from '../../../src/plugin/kernel/payload'
import {
  createMailTransport,
  createMessageChoicesCollection,
  createMessageTextsCollection,
  createNotificationsCollection,
  type NotificationsRuntime,
  notificationsRuntime,
} from '../../../src/plugin/notifications'
import { sampleFrame } from '../../unit/notifications/sample'
import { openHost } from '../queue/host'

/** A Payload project with an outbox and a mail server. */
export const openMailHost = async (args: {
  chat?: ChatChannelOptions
  connectionString: string
  migrate?: boolean
  smtpUrl: string
  /** Whom alarms reach; nobody by default. */
  staff?: string[]
  stillWanted?: NotificationsRuntime['stillWanted']
}): Promise<Payload> => {
  const config: Partial<Config> = {
    email: createMailTransport({
      answerTimeoutMs: 1_500,
      from: 'Toko, Budi <toko@contoh.id>',
      smtpUrl: args.smtpUrl,
    }),
  }
  notificationsRuntime.install(config as Config, {
    ...sampleFrame,
    chat: createChatChannel(args.chat ?? { id: 'wa.me' }),
    findStaff: () =>
      Promise.resolve((args.staff ?? []).map((address) => ({ address, name: 'Admin' }))),
    rateFactor: 0,
    secret: 'a-secret-of-this-test-alone-0123456789',
    serverUrl: 'https://toko.example',
    stillWanted: args.stillWanted,
    stuckAfterMinutes: 60,
  })
  return openHost({
    collections: [
      createMessageChoicesCollection({ slugs: defaultSlugs }),
      createMessageTextsCollection({ slugs: defaultSlugs }),
      createNotificationsCollection({ slugs: defaultSlugs }),
      createTransitionsCollection({ slugs: defaultSlugs }),
    ],
    config,
    connectionString: args.connectionString,
    migrate: args.migrate,
  })
}
