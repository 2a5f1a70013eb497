import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { type MailCatcher, startMailCatcher } from '../../../src/dev/mail'
import { type PostgresServer, startDisposablePostgres } from '../../../src/dev/postgres'
import { newId, queryRows, runInTransaction, sql } from '../../../src/plugin/kernel/payload'
import { startWorker, type Worker } from '../../../src/plugin/kernel/queue'
import { resolveDelay } from '../../../src/plugin/kernel/queue/backoff'
import {
  deliverTask,
  notificationConstraintSql,
  type QueuedMessage,
  queueMessages,
  resendNotification,
} from '../../../src/plugin/notifications'
import { sampleParams } from '../../unit/notifications/sample'
import { spawnWorker, waitForExit } from '../queue/processes'
import { makeDatabase, waitUntil } from '../queue/host'
import { openMailHost, tryDelivery } from './mailHost'

const ADMIN = { id: newId(), label: 'Rina', role: 'admin' } as const

type Row = {
  attempts: number
  id: string
  lastError: null | string
  messageId: null | string
  state: string
}

let catcher: MailCatcher
let connectionString: string
let payload: Payload
let server: PostgresServer
let worker: undefined | Worker
let wanted = true

type PaymentMessage = Extract<
  QueuedMessage,
  { event: 'payment.expired' } | { event: 'payment.received' }
>

const messageTo = (address: string, changes: Partial<PaymentMessage> = {}): QueuedMessage => ({
  event: 'payment.received',
  params: sampleParams,
  recipient: { address, kind: 'customer', locale: 'id', name: 'Budi' },
  subject: { id: `order-of-${address}`, type: 'order' },
  ...changes,
})

const queue = (...messages: QueuedMessage[]): Promise<void> =>
  runInTransaction(payload, (tx) => queueMessages({ messages, tx }))

const findRow = async (address: string): Promise<Row> => {
  const [row] = await queryRows<Row>(
    payload,
    sql`select id, state, attempts::int as attempts, message_id as "messageId",
      last_error as "lastError" from notifications where recipient_address = ${address}`,
  )
  if (!row) {
    throw new Error(`No message to ${address}`)
  }
  return row
}

const waitForState = (address: string, state: string, ms = 10_000): Promise<number> =>
  waitUntil(async () => (await findRow(address)).state === state, {
    ms,
    what: `the message to ${address} to be ${state}`,
  })

const count = async (table: string): Promise<number> => {
  const [row] = await queryRows<{ n: number }>(
    payload,
    sql`select count(*)::int as n from ${sql.raw(table)}`,
  )
  return row?.n ?? -1
}

const idsOf = (address: string): string[] =>
  catcher.inbox
    .find({ to: address })
    .map((mail) => /^Message-ID: (.+)$/im.exec(mail.raw.toString())?.[1]?.trim() ?? '')

beforeAll(async () => {
  catcher = await startMailCatcher({ smtpPort: 33_025, webPort: 33_080 })
  server = await startDisposablePostgres()
  connectionString = await makeDatabase({ database: 'outbox', server })
  payload = await openMailHost({
    connectionString,
    smtpUrl: catcher.smtpUrl,
    stillWanted: { 'payment.expired': () => Promise.resolve(wanted) },
  })
  await queryRows(payload, sql.raw(notificationConstraintSql))
}, 60_000)

afterEach(() => catcher.setFault({ kind: 'none' }))

afterAll(async () => {
  await worker?.stop()
  await catcher.stop()
  await server.stop()
})

describe('the outbox', () => {
  it('takes a message once, however many say it at once', async () => {
    const messages = [messageTo('a@contoh.id'), messageTo('b@contoh.id')]
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        queue(...(index % 2 ? messages : messages.toReversed())),
      ),
    )
    expect(await count('notifications')).toBe(2)
    expect(await count('graphile_worker._private_jobs')).toBe(2)
  })

  it('forgets a message whose cause was rolled back', async () => {
    const work = runInTransaction(payload, async (tx) => {
      await queueMessages({ messages: [messageTo('nobody@contoh.id')], tx })
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    expect(await count('notifications')).toBe(2)
    expect(await count('graphile_worker._private_jobs')).toBe(2)
  })

  it('uses one statement for any number of messages', async () => {
    let statements = 0
    await runInTransaction(payload, (tx) =>
      queueMessages({
        messages: [messageTo('a@contoh.id'), messageTo('b@contoh.id'), messageTo('c@contoh.id')],
        tx: {
          payload,
          rows: (query) => {
            statements++
            return tx.rows(query)
          },
        },
      }),
    )
    expect(statements).toBe(1)
    expect(await count('notifications')).toBe(3)
  })

  it('never stops a transaction because of what a customer typed', async () => {
    const typed = 'Budi\0\uD800\u2028\r\nBcc: x@y.id'
    await queue(
      messageTo('typed@contoh.id', {
        params: { ...sampleParams, customerName: typed },
        recipient: { address: 'typed@contoh.id', kind: 'customer', locale: 'id', name: typed },
      }),
    )
    expect((await findRow('typed@contoh.id')).state).toBe('queued')
  })

  it('refuses a state that does not exist', async () => {
    await expect(queryRows(payload, sql`update notifications set state = 'lost'`)).rejects.toThrow()
  })
})

describe('delivery', () => {
  it('sends what waited, each once, under the sender’s name, as text and HTML', async () => {
    worker = await startWorker({ connectionString, crons: [], payload, tasks: [deliverTask] })
    for (const address of ['a@contoh.id', 'b@contoh.id', 'c@contoh.id', 'typed@contoh.id']) {
      await waitForState(address, 'sent')
      expect(idsOf(address)).toHaveLength(1)
    }
    const row = await findRow('a@contoh.id')
    expect(row.messageId).toBe(`<${row.id}@contoh.id>`)
    expect(idsOf('a@contoh.id')).toEqual([row.messageId])
    const raw = catcher.inbox.find({ to: 'a@contoh.id' })[0]?.raw.toString() ?? ''
    expect(raw).toMatch(/^From: "Toko, Budi" <toko@contoh\.id>$/m)
    expect(raw).toMatch(/^References: <order-order-of-a@contoh\.id@contoh\.id>$/m)
    expect(raw).toContain('text/plain')
    expect(raw).toContain('text/html')
    expect(raw).toMatch(/^Content-Language: id$/m)
    expect(raw).toMatch(/^Auto-Submitted: auto-generated$/m)
    expect(raw.length).toBeLessThan(100_000)
  })

  it('adds no header and no recipient for a hostile name', () => {
    const mails = catcher.inbox.find({ to: 'typed@contoh.id' })
    expect(mails).toHaveLength(1)
    expect(mails[0]?.to).toEqual(['typed@contoh.id'])
    expect(mails[0]?.headers.filter(({ name }) => name.toLowerCase() === 'bcc')).toEqual([])
  })

  it('gives up at once on an address that is none', async () => {
    await queue(messageTo('a@contoh.id, b@contoh.id'))
    await waitForState('a@contoh.id, b@contoh.id', 'dead')
  })

  it('drops a message whose reason is gone', async () => {
    wanted = false
    await queue(messageTo('late@contoh.id', { event: 'payment.expired' }))
    await waitForState('late@contoh.id', 'dropped')
    expect(idsOf('late@contoh.id')).toEqual([])
    wanted = true
  })
})

describe('a mail server in trouble', () => {
  it.each(['refuse', '421', '451', 'hang'] as const)(
    '(%s) loses nothing: the mail goes out when it is well again',
    async (kind) => {
      const address = `after-${kind}@contoh.id`
      // Closes the connections that the sender keeps: 421 is said only to new ones.
      await catcher.setFault({ kind: 'refuse' })
      await catcher.setFault({ kind })
      await queue(messageTo(address))
      await waitUntil(async () => (await findRow(address)).lastError !== null, {
        ms: 12_000,
        what: 'a failed attempt',
      })
      expect((await findRow(address)).state).not.toBe('dead')
      await catcher.setFault({ kind: 'none' })
      await waitForState(address, 'sent', 20_000)
      expect(idsOf(address)).toHaveLength(1)
    },
    45_000,
  )

  it('that refuses the mailbox for ever ends the tries until a human sends again', async () => {
    await catcher.setFault({ kind: '550' })
    await queue(messageTo('gone@contoh.id'))
    await waitForState('gone@contoh.id', 'dead')
    const { attempts, id, lastError } = await findRow('gone@contoh.id')
    expect(attempts).toBe(1)
    expect(lastError).toMatch(/550/)
    await catcher.setFault({ kind: 'none' })
    await resendNotification({ actor: ADMIN, id, payload })
    await waitForState('gone@contoh.id', 'sent')
    await expect(resendNotification({ actor: ADMIN, id, payload })).rejects.toThrow(/notFound/)
    expect(idsOf('gone@contoh.id')).toEqual([`<${id}@contoh.id>`])
  })

  it('that keeps the mail but never says so gets it again under the same Message-ID', async () => {
    await catcher.setFault({ kind: 'cut', times: 1 })
    await queue(messageTo('twice@contoh.id'))
    await waitForState('twice@contoh.id', 'sent', 20_000)
    const ids = idsOf('twice@contoh.id')
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  }, 30_000)
})

describe('a mail server that is away for hours', () => {
  const addresses = ['hours-1@contoh.id', 'hours-2@contoh.id', 'hours-3@contoh.id']

  /** What the worker does at each of its tries, without the waits between them. */
  const tryOnce = async (address: string, attempt: number): Promise<void> => {
    const { id } = await findRow(address)
    await tryDelivery({ attempt, id, payload })
  }

  it('delays every message and loses none: after three hours of tries each goes out once', async () => {
    await worker?.stop()
    worker = undefined
    await catcher.setFault({ kind: 'refuse' })
    await queue(...addresses.map((address) => messageTo(address)))
    const waits = Array.from({ length: 26 }, (_, at) =>
      resolveDelay({ attempt: at + 1, backoff: deliverTask.backoff, random: 0.5 }),
    )
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(2 * 60 * 60_000)
    for (const address of addresses) {
      for (let attempt = 1; attempt <= waits.length; attempt++) {
        await expect(tryOnce(address, attempt)).rejects.toThrow()
      }
      expect(await findRow(address)).toMatchObject({ attempts: 26, state: 'queued' })
    }
    await catcher.setFault({ kind: 'none' })
    worker = await startWorker({ connectionString, crons: [], payload, tasks: [deliverTask] })
    for (const address of addresses) {
      await waitForState(address, 'sent', 20_000)
      const { id } = await findRow(address)
      expect(idsOf(address)).toEqual([`<${id}@contoh.id>`])
    }
  }, 60_000)

  it('may stay away for a day before anybody has to act, and then mails flow within minutes', () => {
    const { backoff, maxAttempts } = deliverTask
    const waits = Array.from({ length: maxAttempts - 1 }, (_, at) =>
      resolveDelay({ attempt: at + 1, backoff, random: 0 }),
    )
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(15 * 60 * 60_000)
    const longest = resolveDelay({ attempt: maxAttempts, backoff, random: 1 })
    expect(longest).toBeLessThanOrEqual(15 * 60_000)
  })
})

describe('workers that are killed', () => {
  it('lose no message; what goes out twice says so by its Message-ID', async () => {
    await worker?.stop()
    worker = undefined
    const script = new URL('./workerProcess.ts', import.meta.url)
    const env = { TRIAL_DATABASE_URL: connectionString, TRIAL_SMTP_URL: catcher.smtpUrl }
    const total = 300
    const addresses = Array.from({ length: total }, (_, index) => `kill-${index}@contoh.id`)
    await queue(...addresses.map((address) => messageTo(address)))
    const start = performance.now()
    const kills = 3
    for (let round = 0; round < kills; round++) {
      const child = await spawnWorker({ env, script })
      const before = catcher.inbox.count()
      await waitUntil(async () => catcher.inbox.count() > before + 25, {
        ms: 15_000,
        what: 'mails',
      })
      child.kill('SIGKILL')
      await waitForExit(child)
    }
    worker = await startWorker({ connectionString, crons: [], payload, tasks: [deliverTask] })
    await waitUntil(async () => (await count('graphile_worker._private_jobs')) === 0, {
      ms: 30_000,
      what: 'an empty queue',
    })
    const sent = addresses.map((address) => idsOf(address))
    const copies = sent.reduce((sum, ids) => sum + ids.length, 0)
    process.stdout.write(
      `  ${kills} kills, ${total} messages, ${copies} copies, ${Math.round(performance.now() - start)} ms\n`,
    )
    expect(sent.filter((ids) => ids.length === 0)).toEqual([])
    expect(sent.every((ids) => new Set(ids).size === 1)).toBe(true)
    expect(copies - total).toBeLessThanOrEqual(kills * 8)
    const [row] = await queryRows<{ n: number }>(
      payload,
      sql`select count(*)::int as n from notifications where state = 'sent' and recipient_address like 'kill-%'`,
    )
    expect(row?.n).toBe(total)
  }, 180_000)
})
