import type { Payload } from 'payload'

import { GATE_CHANNEL } from './guards'

type Client = {
  connect: () => Promise<void>
  end: () => Promise<void>
  on: (event: 'end' | 'error' | 'notification', heard: () => void) => void
  query: (text: string) => Promise<unknown>
  unref?: () => void
}
type Driver = {
  pg: { Client: new (settings: object) => Client }
  poolOptions: object
}

/** How long nobody has to ask before the connection is given back, in milliseconds. */
const IDLE_MS = 60_000
/** How long a lost connection is not tried again, in milliseconds. */
const AGAIN_MS = 5_000

type Ear = { client?: Client; idle?: NodeJS.Timeout; notBefore: number }

const forget = (ear: Ear, client: Client): void => {
  if (ear.client === client) {
    delete ear.client
    ear.notBefore = performance.now() + AGAIN_MS
  }
}

const open = async (args: { ear: Ear; onNews: () => void; payload: Payload }): Promise<void> => {
  const { ear, onNews, payload } = args
  const { pg, poolOptions } = payload.db as unknown as Driver
  const client = new pg.Client({ ...poolOptions, application_name: 'lunas-gate', keepAlive: true })
  ear.client = client
  client.on('error', () => forget(ear, client))
  client.on('end', () => forget(ear, client))
  client.on('notification', onNews)
  try {
    await client.connect()
    client.unref?.()
    await client.query(`listen ${GATE_CHANNEL}`)
    // Whatever was said before we listened went unheard.
    onNews()
  } catch {
    forget(ear, client)
    await client.end().catch(() => undefined)
  }
}

/**
 * Listens to what the database says of services (`gate/guards.ts`), on a connection of its own, while it is
 * asked to: it gives the connection back after a minute in which nobody did. Without one (a lost database,
 * a pooler that does not pass notices on) nothing is lost but time: the map is looked at now and then anyway.
 */
export const createListener = (args: {
  onNews: () => void
  payload: Payload
}): { keep: () => void } => {
  const ear: Ear = { notBefore: 0 }
  const close = (): void => {
    void ear.client?.end().catch(() => undefined)
  }
  return {
    keep: () => {
      clearTimeout(ear.idle)
      ear.idle = setTimeout(close, IDLE_MS).unref()
      if (!ear.client && performance.now() >= ear.notBefore) {
        void open({ ...args, ear })
      }
    },
  }
}
