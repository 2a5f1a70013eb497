import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { type MailCatcher, startMailCatcher } from '../../../src/dev/mail'
import { findHeader } from '../../../src/dev/mail/mime'
import { type PostgresServer, startDisposablePostgres } from '../../../src/dev/postgres'
import { queryRows, sql } from '../../../src/plugin/kernel/payload'
import { startWorker, type Worker } from '../../../src/plugin/kernel/queue'
import { deliverTask } from '../../../src/plugin/notifications'
import { makeDatabase, passWaits, waitUntil } from '../queue/host'
import { openMailHost, queueMails } from './mailHost'

type Job = { attempts: number; waits: number }
type Row = { attempts: number; id: string; lastError: null | string; state: string }

let catcher: MailCatcher
let payload: Payload
let server: PostgresServer
let worker: Worker

const queue = (addresses: readonly string[]): Promise<void> =>
  queueMails({ addresses, event: 'payment.received', payload })

const findRows = (addresses: readonly string[]): Promise<Row[]> =>
  queryRows<Row>(
    payload,
    sql`select id, state, attempts::int as attempts, last_error as "lastError" from notifications
      where recipient_address in (select json_array_elements_text(${JSON.stringify(addresses)}::json))
      order by recipient_address`,
  )

const waitUntilSent = (addresses: readonly string[]): Promise<number> =>
  waitUntil(async () => (await findRows(addresses)).every(({ state }) => state === 'sent'), {
    ms: 20_000,
    what: `${addresses.length} mails to be sent`,
  })

/** Jobs that nobody holds: their attempts, and the seconds until they run again. */
const findJobs = (): Promise<Job[]> =>
  queryRows<Job>(
    payload,
    sql`select attempts::int as attempts,
      extract(epoch from run_at - clock_timestamp())::float8 as waits
      from graphile_worker._private_jobs where locked_at is null`,
  )

const idsAt = (address: string): string[] =>
  catcher.inbox.find({ to: address }).map(({ headers }) => findHeader(headers, 'message-id'))

beforeAll(async () => {
  catcher = await startMailCatcher({ smtpPort: 33_125, webPort: 33_180 })
  server = await startDisposablePostgres()
  const connectionString = await makeDatabase({ database: 'faults', server })
  payload = await openMailHost({ connectionString, smtpUrl: catcher.smtpUrl })
  worker = await startWorker({ connectionString, crons: [], payload, tasks: [deliverTask] })
}, 60_000)

afterEach(() => catcher.setFault({ kind: 'none' }))

afterAll(async () => {
  await worker.stop()
  await catcher.stop()
  await server.stop()
})

describe('a mail server that is off for two hours', () => {
  const addresses = ['off-1@contoh.id', 'off-2@contoh.id', 'off-3@contoh.id', 'off-4@contoh.id']

  /** Waits for the failure number `attempt` of every job; answers how long each will wait now. */
  const failAll = async (attempt: number): Promise<number[]> => {
    const most = Math.min(600, 2 ** attempt)
    let jobs: Job[] = []
    await waitUntil(
      async () => {
        jobs = await findJobs()
        // The engine's own wait is longer; ours stands a moment later.
        return (
          jobs.length === addresses.length &&
          jobs.every((job) => job.attempts === attempt && job.waits > 0 && job.waits <= most)
        )
      },
      { ms: 20_000, what: `failure ${attempt} of ${addresses.length} jobs` },
    )
    return jobs.map(({ waits }) => waits)
  }

  it('is asked ever more rarely, and everything goes out once when it is back', async () => {
    await catcher.setFault({ kind: 'refuse' })
    await queue(addresses)
    let elapsed = 0
    let attempt = 0
    const shortest: number[] = []
    while (elapsed < 2 * 60 * 60) {
      attempt++
      const waits = await failAll(attempt)
      shortest.push(Math.min(...waits))
      elapsed += Math.min(...waits)
      expect(new Set((await findRows(addresses)).map(({ state }) => state))).toEqual(
        new Set(['queued']),
      )
      if (elapsed < 2 * 60 * 60) {
        await passWaits(payload)
      }
    }
    for (const [at, wait] of shortest.entries()) {
      expect(wait).toBeGreaterThan(Math.min(600, 2 ** (at + 1)) / 2 - 1)
    }
    expect(attempt).toBeGreaterThan(12)
    expect(catcher.inbox.count()).toBe(0)
    await catcher.setFault({ kind: 'none' })
    await passWaits(payload)
    await waitUntilSent(addresses)
    for (const [index, { attempts, id }] of (await findRows(addresses)).entries()) {
      expect(attempts).toBe(attempt + 1)
      expect(idsAt(addresses[index] ?? '')).toEqual([`<${id}@contoh.id>`])
    }
    await waitUntil(async () => (await findJobs()).length === 0, { ms: 5_000, what: 'no jobs' })
  }, 90_000)
})

describe('a mail server that answers badly', () => {
  it.each(['stall', 'cut'] as const)(
    '(%s) and kept the mail gets it again under the same Message-ID',
    async (kind) => {
      const address = `${kind}@contoh.id`
      await catcher.setFault({ kind, times: 1 })
      await queue([address])
      await waitUntilSent([address])
      const [row] = await findRows([address])
      expect(row?.attempts).toBe(2)
      expect(idsAt(address)).toEqual([`<${row?.id}@contoh.id>`, `<${row?.id}@contoh.id>`])
    },
    30_000,
  )

  it('about one mailbox keeps no other mail from leaving', async () => {
    const others = ['next-1@contoh.id', 'next-2@contoh.id', 'next-3@contoh.id']
    await catcher.setFault({ kind: '550', to: 'gone@contoh.id' })
    await queue(['gone@contoh.id', ...others])
    await waitUntilSent(others)
    await waitUntil(async () => (await findRows(['gone@contoh.id']))[0]?.state === 'dead', {
      ms: 10_000,
      what: 'the refused mail to be dead',
    })
    const [gone] = await findRows(['gone@contoh.id'])
    expect(gone).toMatchObject({ attempts: 1, lastError: expect.stringMatching(/550/) })
    expect(idsAt('gone@contoh.id')).toEqual([])
    for (const address of others) {
      expect(idsAt(address)).toHaveLength(1)
    }
  }, 30_000)

  it('(451) is asked again soon; the mail arrives once', async () => {
    await catcher.setFault({ kind: '451', times: 2 })
    await queue(['later@contoh.id'])
    await waitUntilSent(['later@contoh.id'])
    expect((await findRows(['later@contoh.id']))[0]?.attempts).toBe(3)
    expect(idsAt('later@contoh.id')).toHaveLength(1)
  }, 30_000)
})
