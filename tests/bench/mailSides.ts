import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

import { WORKER_LOCK } from '@/plugin/kernel/queue'

import { fillOutbox } from '../support/outbox/fill'
import { type MailGround, scriptArgs } from '../support/outbox/ground'

/** Mails per second, and the mean size of one. */
export type Round = { bytes: number; rate: number }

/** One of the two that are compared: sends so many mails, as fast as it can. */
export type Side = {
  send: (args: { run: string; total: number }) => Promise<Round>
  stop: () => void
}

const WORKERS = `select count(*)::int as n from pg_locks
  where locktype = 'advisory' and objsubid = 2 and classid = $1::int4::oid
    and database = (select oid from pg_database where datname = current_database())`

const LEFT = `select exists (
  select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  where t.identifier = 'notifications.deliver') as jobs`

const LONGEST_ROUND_MS = 600_000

const meanBytes = async (ground: MailGround): Promise<number> => {
  const { bytes, mails } = await ground.catcher.totals()
  return bytes / mails
}

const waitUntilEmpty = async (ground: MailGround, dueAt: number): Promise<number> => {
  while (Date.now() < dueAt + LONGEST_ROUND_MS) {
    const [left] = await ground.database.rows<{ jobs: boolean }>(LEFT)
    if (left?.jobs === false) {
      return (Date.now() - dueAt) / 1000
    }
    await wait(50)
  }
  throw new Error('The outbox is not empty after ten minutes')
}

/**
 * The shop's own worker. A round lasts from the moment when the mails are in the outbox and due until
 * no job is left.
 */
export const startOurs = async (ground: MailGround): Promise<Side> => {
  const { catcher, database, settings } = ground
  const isSeen = async (): Promise<boolean> =>
    ((await database.rows<{ n: number }>(WORKERS, [WORKER_LOCK]))[0]?.n ?? 0) > 0
  const ready = async (): Promise<void> => {
    while (!(await isSeen())) {
      await wait(50)
    }
  }
  const worker = ground.prepare({ args: scriptArgs('src/worker.ts'), name: 'worker', ready })
  await worker.start()
  return {
    send: async ({ run, total }) => {
      await catcher.clear()
      const began = await fillOutbox({ run, settings, total })
      const seconds = await waitUntilEmpty(ground, Math.max(Date.now(), began.getTime() + 1_000))
      return { bytes: await meanBytes(ground), rate: total / seconds }
    },
    stop: () => void worker.stop(),
  }
}

/** Nodemailer's pool alone, in a process of its own. */
export const startBare = async (ground: MailGround, connections: number): Promise<Side> => {
  const child = fork(fileURLToPath(new URL('bareMailer.ts', import.meta.url)), {
    env: { ...process.env, ...ground.settings, BARE_CONNECTIONS: String(connections) },
    execArgv: ['--conditions=production', '--import', 'tsx'],
  })
  await once(child, 'message')
  return {
    send: async (order) => {
      await ground.catcher.clear()
      child.send(order)
      const [answer] = (await once(child, 'message')) as [{ error?: string; ms?: number }]
      if (answer.ms === undefined) {
        throw new Error(`The bare sender failed: ${answer.error}`)
      }
      return { bytes: await meanBytes(ground), rate: (order.total / answer.ms) * 1000 }
    },
    stop: () => void child.kill(),
  }
}
