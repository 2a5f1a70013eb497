import type { Config, Payload } from 'payload'

import { type ChatChannelOptions, createChatChannel } from '../../../src/plugin/adapters/whatsapp'
import {
  createTransitionsCollection,
  defaultSlugs,
  runInTransaction,
} from '../../../src/plugin/kernel/payload'
import {
  createMailTransport,
  createMessageChoicesCollection,
  createMessageTextsCollection,
  createNotificationsCollection,
  deliverTask,
  type NotificationsRuntime,
  notificationsRuntime,
  queueMessages,
} from '../../../src/plugin/notifications'
import { sampleFrame, sampleParams } from '../../unit/notifications/sample'
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

/** Queues one mail to each address, about an order of its own, in one transaction. */
export const queueMails = (args: {
  addresses: readonly string[]
  event: 'payment.expired' | 'payment.received'
  payload: Payload
}): Promise<void> =>
  runInTransaction(args.payload, (tx) =>
    queueMessages({
      messages: args.addresses.map((address) => ({
        event: args.event,
        params: sampleParams,
        recipient: { address, kind: 'customer' as const, locale: 'id' as const, name: 'Budi' },
        subject: { id: `order-of-${address}`, type: 'order' as const },
      })),
      tx,
    }),
  )

/** What a worker does at one of its tries, without the queue around it. */
export const tryDelivery = (args: {
  attempt: number
  id: string
  payload: Payload
}): Promise<void> => {
  const { attempt, id, payload } = args
  const { maxAttempts } = deliverTask
  const signal = new AbortController().signal
  const context = { attempt, jobId: '0', maxAttempts, now: new Date(), payload, signal }
  return deliverTask.run({ id }, context)
}
