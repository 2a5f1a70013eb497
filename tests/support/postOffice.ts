import { afterAll, beforeAll } from 'vitest'

import { type MailCatcher, startMailCatcher } from '@/dev/mail'
import { queryRows, sql } from '@/plugin/kernel/payload'
import { startWorker, wakeWorkers, type Worker } from '@/plugin/kernel/queue'
import { confirmTask, deliverTask } from '@/plugin/notifications'
import type { ShopInUse } from './useShop'

/** A mail server, and whoever carries the messages of one shop to it. */
export type PostOffice = {
  /** Sends whatever waits; resolves when nothing does. Messages that rest for the night stay. */
  deliver: () => Promise<void>
  inbox: MailCatcher['inbox']
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Brings forward what is due within the minute; answers how many deliveries are still to come. */
const hurry = async ({ payload }: ShopInUse['shop']): Promise<number> => {
  const [row] = await queryRows<{ due: number }>(
    payload,
    sql`with hurried as (
        update graphile_worker._private_jobs j set run_at = least(run_at, now())
        from graphile_worker._private_tasks t
        where t.id = j.task_id and t.identifier = ${deliverTask.name}
          and j.run_at < now() + interval '1 minute'
        returning 1)
      select count(*)::int as due from hurried`,
  )
  wakeWorkers(payload)
  return row?.due ?? 0
}

const deliverAll = async (inUse: ShopInUse): Promise<void> => {
  const deadline = Date.now() + 30_000
  while ((await hurry(inUse.shop)) > 0) {
    if (Date.now() > deadline) {
      throw new Error('Messages still wait after 30 s')
    }
    await pause(50)
  }
}

/** Settings for `useShop`, so that its mails go to this catcher. */
export const openMailbox = async (): Promise<{
  catcher: MailCatcher
  settings: { SMTP_URL: string }
}> => {
  // Files that run beside each other look for a free port at the same moment.
  const smtpPort = 33_300 + 10 * Number(process.env.VITEST_POOL_ID ?? 0)
  const catcher = await startMailCatcher({ smtpPort, webPort: smtpPort + 5 })
  return { catcher, settings: { SMTP_URL: catcher.smtpUrl } }
}

/** Puts a worker for messages beside the shop of this test file; call it after `useShop`. */
export const usePostOffice = (inUse: ShopInUse, catcher: MailCatcher): PostOffice => {
  let worker: undefined | Worker
  beforeAll(async () => {
    worker = await startWorker({
      concurrency: 4,
      connectionString: process.env.DATABASE_URL ?? '',
      crons: [],
      payload: inUse.shop.payload,
      tasks: [confirmTask, deliverTask],
    })
  })
  afterAll(async () => {
    await worker?.stop()
    await catcher.stop()
  })
  return { deliver: () => deliverAll(inUse), inbox: catcher.inbox }
}
