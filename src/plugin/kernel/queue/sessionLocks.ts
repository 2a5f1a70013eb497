import type { Log } from './log'
import type { EngineClient, EnginePool } from './pool'

import { pause } from './pool'
import { WORKER_LOCK } from './presence'

/**
 * One connection of its own that holds a session advisory lock per worker of this process. Postgres
 * frees them when the process dies, however it dies: that is how others learn of it.
 */
export type SessionLocks = {
  /** Resolves when the worker's lock is held. */
  hold: (workerId: string) => Promise<void>
  letGo: (workerId: string) => void
  stop: () => Promise<void>
}

type Waiting = { resolve: () => void; workerId: string }

type Holder = {
  held: Set<string>
  /** Something was asked while nobody slept: do not sleep before looking again. */
  isNews: boolean
  open: boolean
  wake: () => void
  wanted: Set<string>
  waiting: Waiting[]
}

const TICK_MS = 1_000
const TAKE = `select id, pg_try_advisory_lock(${WORKER_LOCK}, hashtext(id)) as held
  from unnest($1::text[]) as id`
const FREE = `select pg_advisory_unlock(${WORKER_LOCK}, hashtext(id)) from unnest($1::text[]) as id`

/** Takes what is missing. After a reconnect the old session may hold on for a moment: next tick. */
const syncLocks = async (holder: Holder, client: EngineClient): Promise<void> => {
  const missing = [...holder.wanted].filter((id) => !holder.held.has(id))
  const surplus = [...holder.held].filter((id) => !holder.wanted.has(id))
  if (missing.length > 0) {
    const { rows } = await client.query<{ held: boolean; id: string }>(TAKE, [missing])
    rows.filter((row) => row.held).forEach((row) => holder.held.add(row.id))
  }
  if (surplus.length > 0) {
    await client.query(FREE, [surplus])
    surplus.forEach((id) => holder.held.delete(id))
  }
  holder.waiting = holder.waiting.filter(({ resolve, workerId }) => {
    const isDone = holder.held.has(workerId) || !holder.wanted.has(workerId)
    if (isDone) {
      resolve()
    }
    return !isDone
  })
}

const waitForTick = async (holder: Holder): Promise<void> => {
  if (!holder.isNews) {
    const woken = new Promise<void>((resolve) => {
      holder.wake = resolve
    })
    await Promise.race([woken, pause(TICK_MS)])
  }
  holder.isNews = false
}

const announce = (holder: Holder): void => {
  holder.isNews = true
  holder.wake()
}

/** One connection's life: locks at once, then a tick per second until it breaks or we stop. */
const runSession = async (args: {
  client: EngineClient
  holder: Holder
  onTick: (client: EngineClient) => Promise<void>
}): Promise<void> => {
  const { client, holder, onTick } = args
  let failure: Error | undefined
  client.on('error', (error) => {
    failure = error
    announce(holder)
  })
  holder.held.clear()
  while (holder.open && !failure) {
    await syncLocks(holder, client)
    await onTick(client)
    await waitForTick(holder)
  }
}

const keepLocks = async (args: {
  holder: Holder
  log: Log
  onTick: (client: EngineClient) => Promise<void>
  pool: EnginePool
}): Promise<void> => {
  const { holder, log, onTick, pool } = args
  while (holder.open) {
    try {
      const client = await pool.connect()
      try {
        await runSession({ client, holder, onTick })
      } finally {
        client.release(true)
      }
    } catch (error) {
      log.warn({ msg: `Worker session lost: ${error instanceof Error ? error.message : error}` })
      await pause(100)
    }
  }
}

/** Starts holding locks. `onTick` runs every second on the same connection, after the locks. */
export const startSessionLocks = (args: {
  log: Log
  onTick: (client: EngineClient) => Promise<void>
  pool: EnginePool
}): SessionLocks => {
  const holder: Holder = {
    held: new Set(),
    isNews: false,
    open: true,
    waiting: [],
    wake: () => undefined,
    wanted: new Set(),
  }
  const ended = keepLocks({ ...args, holder })
  return {
    hold: (workerId) =>
      new Promise((resolve) => {
        holder.wanted.add(workerId)
        holder.waiting.push({ resolve, workerId })
        announce(holder)
      }),
    letGo: (workerId) => {
      holder.wanted.delete(workerId)
      announce(holder)
    },
    stop: () => {
      holder.open = false
      holder.waiting.forEach(({ resolve }) => resolve())
      announce(holder)
      return ended
    },
  }
}
