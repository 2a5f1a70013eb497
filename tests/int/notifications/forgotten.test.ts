import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { type MailCatcher, startMailCatcher } from '../../../src/dev/mail'
import {
  type PostgresServer,
  startDisposablePostgres,
  withConnection,
} from '../../../src/dev/postgres'
import { queryRows, sql } from '../../../src/plugin/kernel/payload'
import { startWorker, type Worker } from '../../../src/plugin/kernel/queue'
import { deliverTask } from '../../../src/plugin/notifications'
import { countJobs, makeDatabase, passWaits, waitUntil } from '../queue/host'
import { openMailHost, queueMails, tryDelivery } from './mailHost'

type Row = { attempts: number; id: string; state: string }

let catcher: MailCatcher
let payload: Payload
let server: PostgresServer
let worker: undefined | Worker

/** Commits as a shop's server does: to the disk, unless told otherwise, and then not before long. */
const makeDurable = (url: string): Promise<void> =>
  withConnection({
    url,
    work: async (client) => {
      await client.query('alter database forgotten set synchronous_commit = on')
      await client.query(`alter system set wal_writer_delay = '10s'`)
      await client.query('select pg_reload_conf()')
    },
  })

/** How the row stood before the message was taken in hand. */
let before: Pick<Row, 'attempts' | 'state'>[] = []

/** A crash takes back what was committed without waiting for the disk: the sender runs, the row is old. */
const forgetClaim = async (id: string): Promise<void> => {
  const old = before.shift()
  if (old) {
    await queryRows(
      payload,
      sql`update notifications set state = ${old.state}, attempts = ${old.attempts} where id = ${id}`,
    )
  }
}

const queue = (address: string): Promise<void> =>
  queueMails({ addresses: [address], event: 'payment.expired', payload })

const findRow = async (address: string): Promise<Row | undefined> => {
  const [row] = await queryRows<Row>(
    payload,
    sql`select id, state, attempts::int as attempts from notifications
      where recipient_address = ${address}`,
  )
  return row
}

const waitForNoJob = (): Promise<number> =>
  waitUntil(
    async () => {
      await passWaits(payload)
      return (await countJobs(payload)) === 0
    },
    { ms: 20_000, what: 'the queue to be empty' },
  )

/** The death of one server process takes all of Postgres's memory with it, also what it has not written. */
const crashDatabase = async (): Promise<void> => {
  const [row] = await queryRows<{ pid: number }>(payload, sql`select pg_backend_pid() as pid`)
  process.kill(row?.pid ?? 0, 'SIGKILL')
  await waitUntil(async () => (await countJobs(payload)) >= 0, {
    ms: 20_000,
    what: 'Postgres to be back',
  })
}

beforeAll(async () => {
  catcher = await startMailCatcher({ smtpPort: 33_225, webPort: 33_280 })
  server = await startDisposablePostgres()
  const connectionString = await makeDatabase({ database: 'forgotten', server })
  await makeDurable(connectionString)
  payload = await openMailHost({
    connectionString,
    smtpUrl: catcher.smtpUrl,
    stillWanted: {
      'payment.expired': async ({ notification }) => {
        await forgetClaim(notification.id)
        return true
      },
    },
  })
  worker = await startWorker({ connectionString, crons: [], payload, tasks: [deliverTask] })
}, 60_000)

afterEach(() => catcher.setFault({ kind: 'none' }))

afterAll(async () => {
  await worker?.stop()
  await catcher.stop()
  await server.stop()
})

describe('a database that crashed and forgot that a mail was taken', () => {
  it('keeps note of its sending all the same, at the first try', async () => {
    before = [{ attempts: 0, state: 'queued' }]
    await queue('first@contoh.id')
    await waitForNoJob()
    expect(await findRow('first@contoh.id')).toMatchObject({ attempts: 1, state: 'sent' })
    expect(catcher.inbox.find({ to: 'first@contoh.id' })).toHaveLength(1)
  })

  it('and at a later one, when the row still says that the first is under way', async () => {
    await catcher.setFault({ kind: 'cut', times: 1 })
    before = [
      { attempts: 1, state: 'sending' },
      { attempts: 1, state: 'sending' },
    ]
    await queue('later@contoh.id')
    await waitForNoJob()
    expect(await findRow('later@contoh.id')).toMatchObject({ attempts: 2, state: 'sent' })
  })

  it('tries again what failed, and counts the try', async () => {
    await catcher.setFault({ kind: 'cut', times: 1 })
    before = [{ attempts: 0, state: 'queued' }]
    await queue('again@contoh.id')
    await waitForNoJob()
    expect(await findRow('again@contoh.id')).toMatchObject({ attempts: 2, state: 'sent' })
  })

  it('knows of a mailbox that does not exist', async () => {
    await catcher.setFault({ kind: '550' })
    before = [{ attempts: 0, state: 'queued' }]
    await queue('nobody@contoh.id')
    await waitForNoJob()
    expect(await findRow('nobody@contoh.id')).toMatchObject({ attempts: 1, state: 'dead' })
  })
})

describe('a mail that another sender took over', () => {
  it('ends as that one says, not as the first', async () => {
    await catcher.setFault({ kind: '550' })
    before = [{ attempts: 7, state: 'sending' }]
    await queue('taken@contoh.id')
    await waitForNoJob()
    expect(await findRow('taken@contoh.id')).toMatchObject({ attempts: 7, state: 'sending' })
  })
})

describe('a database that crashes between the ending of a mail and that of its job', () => {
  it('knows the ending afterwards: nobody else would look at the mail again', async () => {
    await worker?.stop()
    worker = undefined
    await queue('crash@contoh.id')
    const { id } = (await findRow('crash@contoh.id')) ?? { id: '' }
    await tryDelivery({ attempt: 1, id, payload })
    await crashDatabase()
    expect(await findRow('crash@contoh.id')).toMatchObject({ attempts: 1, state: 'sent' })
  })
})
