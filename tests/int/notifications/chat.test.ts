import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { type MailCatcher, startMailCatcher } from '@/dev/mail'
import { type PostgresServer, startDisposablePostgres } from '@/dev/postgres'
import { type RunningSimulator, startWhatsappSimulator } from '@/dev/whatsapp'
import { GUARD_STATEMENTS, queryRows, runInTransaction, sql } from '@/plugin/kernel/payload'
import { startWorker, type Worker } from '@/plugin/kernel/queue'
import { addDays, clock, startOfWibDay, wibDayOf } from '@/plugin/kernel/time'
import {
  confirmTask,
  deliverTask,
  notificationConstraintSql,
  type QueuedMessage,
  queueMessages,
  saveChoice,
} from '@/plugin/notifications'
import { applyReports } from '@/plugin/notifications/chat/reports'
import { sampleParams } from '../../unit/notifications/sample'
import { makeDatabase, waitUntil } from '../queue/host'
import { openMailHost } from './mailHost'

type Row = {
  channel: string
  error: null | string
  id: string
  messageId: null | string
  state: string
}

const HOUR_MS = 3_600_000
const tomorrow = addDays(wibDayOf(new Date()), 1)
const wib = (hour: number, days = 0): Date =>
  new Date(startOfWibDay(addDays(tomorrow, days)).getTime() + hour * HOUR_MS)
/** A noon to come: what is put off from then does not fall due while the tests run. */
const NOON_WIB = wib(12)

let catcher: MailCatcher
let payload: Payload
let server: PostgresServer
let whatsapp: RunningSimulator
let worker: Worker

let visitors = 0

const newBuyer = () => {
  visitors += 1
  return {
    address: `pembeli-${visitors}@contoh.id`,
    phone: `+62812000${String(visitors).padStart(5, '0')}`,
  }
}

const tell = async (
  recipient: { address: string; phone: string },
  event: 'order.placed' | 'payment.failed' | 'payment.received' = 'payment.failed',
): Promise<void> => {
  const { address, phone } = recipient
  const message: QueuedMessage = {
    event,
    params: sampleParams,
    recipient: { address, kind: 'customer', locale: 'id', name: 'Budi', phone },
    subject: { id: `order-of-${address}`, type: 'order' },
  }
  await runInTransaction(payload, (tx) => queueMessages({ messages: [message], tx }))
}

const rowsOf = (address: string): Promise<Row[]> =>
  queryRows<Row>(
    payload,
    sql`select id, channel, state, last_error as error, message_id as "messageId"
      from notifications where recipient_address = ${address} order by created_at, channel desc`,
  )

const statesOf = async (address: string): Promise<string[]> =>
  (await rowsOf(address)).map(({ channel, state }) => `${channel} ${state}`)

const waitForStates = (address: string, states: string[]): Promise<number> =>
  waitUntil(async () => JSON.stringify(await statesOf(address)) === JSON.stringify(states), {
    ms: 15_000,
    what: `the messages to ${address} to be ${states.join(', ')}`,
  })

const chatsWith = async (phone: string): Promise<unknown[]> => {
  const response = await fetch(`${whatsapp.url}/api/messages?to=${phone.slice(1)}`)
  return ((await response.json()) as { messages: unknown[] }).messages
}

const fault = (body: object): Promise<Response> =>
  fetch(`${whatsapp.url}/__control/faults`, {
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
    method: 'POST',
  })

beforeAll(async () => {
  clock.freeze(NOON_WIB)
  const credentials = {
    appSecret: 'test-app-secret',
    cloudToken: 'test-cloud-token',
    fonnteToken: 'test-fonnte-token',
    phoneNumberId: '106540352242922',
    verifyToken: 'test verify word',
  }
  whatsapp = await startWhatsappSimulator({
    config: { unknownTemplates: 'accept' },
    credentials,
  })
  catcher = await startMailCatcher({ smtpPort: 33_125, webPort: 33_180 })
  server = await startDisposablePostgres()
  const connectionString = await makeDatabase({ database: 'chat', server })
  payload = await openMailHost({
    chat: {
      appSecret: credentials.appSecret,
      graphUrl: whatsapp.url,
      id: 'cloud',
      phoneNumberId: credentials.phoneNumberId,
      timeoutMs: 1_000,
      token: credentials.cloudToken,
      verifyToken: credentials.verifyToken,
    },
    connectionString,
    smtpUrl: catcher.smtpUrl,
  })
  for (const statement of GUARD_STATEMENTS.filter((text) => text.includes('rate_limits'))) {
    await queryRows(payload, sql.raw(statement))
  }
  await queryRows(payload, sql.raw(notificationConstraintSql))
  worker = await startWorker({
    concurrency: 2,
    connectionString,
    crons: [],
    payload,
    tasks: [confirmTask, deliverTask],
  })
}, 60_000)

afterEach(async () => {
  await fetch(`${whatsapp.url}/__control/faults`, { method: 'DELETE' })
  clock.freeze(NOON_WIB)
})

afterAll(async () => {
  clock.release()
  await worker.stop()
  await whatsapp.close()
  await catcher.stop()
  await server.stop()
})

describe('A nudge', () => {
  it('goes by WhatsApp, once, and not by e-mail', async () => {
    const buyer = newBuyer()
    await tell(buyer)
    await tell(buyer)
    await waitForStates(buyer.address, ['whatsapp sent'])
    expect(await chatsWith(buyer.phone)).toHaveLength(1)
    expect(catcher.inbox.find({ to: buyer.address })).toEqual([])
  })

  it('goes by e-mail when the number is not on WhatsApp', async () => {
    const buyer = newBuyer()
    await fault({ kind: 'notOnWhatsapp', times: 1, to: buyer.phone.slice(1) })
    await tell(buyer)
    await waitForStates(buyer.address, ['whatsapp dead', 'email sent'])
    expect(catcher.inbox.find({ to: buyer.address })).toHaveLength(1)
  })

  it('waits while Meta is too busy, and is then said once', async () => {
    const buyer = newBuyer()
    await fault({ kind: 'serverError', times: 2 })
    await tell(buyer)
    await waitForStates(buyer.address, ['whatsapp sent'])
    expect(await chatsWith(buyer.phone)).toHaveLength(1)
  })

  it('that may have got through is not said again by itself; a report settles it', async () => {
    const buyer = newBuyer()
    await fault({ kind: 'timeout', takesEffect: true, times: 1 })
    await tell(buyer)
    await waitForStates(buyer.address, ['whatsapp unknown'])
    const [row] = await rowsOf(buyer.address)
    const report = { at: NOON_WIB, providerId: 'wamid.x', reference: row?.id ?? '' }
    await applyReports({ payload, reports: [{ ...report, state: 'delivered' }] })
    expect(await statesOf(buyer.address)).toEqual(['whatsapp sent'])
    expect(await chatsWith(buyer.phone)).toHaveLength(1)
  })

  it('of which nobody ever hears again goes by e-mail after a quarter of an hour', async () => {
    const buyer = newBuyer()
    await fault({ kind: 'timeout', times: 1 })
    await tell(buyer)
    await waitForStates(buyer.address, ['whatsapp unknown'])
    await queryRows(
      payload,
      sql`update graphile_worker._private_jobs set run_at = now() where task_id =
        (select id from graphile_worker._private_tasks where identifier = 'notifications.confirm')`,
    )
    await waitForStates(buyer.address, ['whatsapp dead', 'email sent'])
  })

  it('whose sender died in the middle is not said again blindly', async () => {
    const buyer = newBuyer()
    clock.freeze(wib(23))
    await tell(buyer)
    clock.freeze(NOON_WIB)
    await queryRows(
      payload,
      sql`with died as (update notifications set state = 'sending', attempts = 1
          where recipient_address = ${buyer.address} returning id)
        update graphile_worker._private_jobs j set run_at = now() from died
        where j.payload->>'id' = died.id::text`,
    )
    await waitForStates(buyer.address, ['whatsapp unknown'])
    expect(await chatsWith(buyer.phone)).toEqual([])
  })

  it('rests at night, and rings at eight', async () => {
    const buyer = newBuyer()
    clock.freeze(wib(23))
    await tell(buyer)
    const [job] = await queryRows<{ runAt: Date }>(
      payload,
      sql`select j.run_at as "runAt" from graphile_worker._private_jobs j, notifications n
        where j.payload->>'id' = n.id::text and n.recipient_address = ${buyer.address}`,
    )
    expect(new Date(job?.runAt ?? 0).toISOString()).toBe(wib(8, 1).toISOString())
    expect(await statesOf(buyer.address)).toEqual(['whatsapp queued'])
  })
})

describe('A report', () => {
  it('that the message failed sends the e-mail, once, however often it comes', async () => {
    const buyer = newBuyer()
    await tell(buyer)
    await waitForStates(buyer.address, ['whatsapp sent'])
    const [row] = await rowsOf(buyer.address)
    const failed = {
      at: NOON_WIB,
      providerId: row?.messageId ?? '',
      reason: 'undeliverable',
      state: 'failed',
    } as const
    await applyReports({ payload, reports: [failed, failed] })
    await applyReports({ payload, reports: [failed] })
    await waitForStates(buyer.address, ['whatsapp dead', 'email sent'])
  })

  it('that comes late takes nothing back', async () => {
    const buyer = newBuyer()
    await tell(buyer)
    await waitForStates(buyer.address, ['whatsapp sent'])
    const [row] = await rowsOf(buyer.address)
    const report = { at: NOON_WIB, providerId: row?.messageId ?? '' }
    for (const state of ['read', 'delivered', 'sent', 'failed'] as const) {
      await applyReports({ payload, reports: [{ ...report, state }] })
    }
    expect(await statesOf(buyer.address)).toEqual(['whatsapp sent'])
    const [kept] = await queryRows<{ reported: string }>(
      payload,
      sql`select reported from notifications where id = ${row?.id ?? ''}`,
    )
    expect(kept?.reported).toBe('read')
  })

  it('about a message that is not ours changes nothing', async () => {
    await applyReports({
      payload,
      reports: [{ at: NOON_WIB, providerId: 'wamid.stranger', reference: 'x', state: 'failed' }],
    })
  })
})

describe('Whoever has chosen', () => {
  it('e-mail hears by e-mail; both, by both; nothing, nothing but what he must be told', async () => {
    const [mail, both, nothing] = [newBuyer(), newBuyer(), newBuyer()]
    await saveChoice({ address: mail.address, choice: { channel: 'email' }, payload })
    await saveChoice({ address: both.address, choice: { channel: 'both' }, payload })
    await saveChoice({ address: nothing.address, choice: { wantsOptional: false }, payload })
    for (const buyer of [mail, both, nothing]) {
      await tell(buyer)
    }
    await tell(nothing, 'payment.received')
    await waitForStates(mail.address, ['email sent'])
    await waitForStates(both.address, ['whatsapp sent', 'email sent'])
    await waitForStates(nothing.address, ['email sent'])
    const [receipt] = catcher.inbox.find({ to: nothing.address })
    expect(receipt?.raw.toString()).not.toMatch(/List-Unsubscribe/i)
  })

  it('nothing in the last minute is not told what waits already', async () => {
    const buyer = newBuyer()
    clock.freeze(wib(23))
    await tell(buyer)
    await saveChoice({ address: buyer.address, choice: { wantsOptional: false }, payload })
    clock.freeze(NOON_WIB)
    await queryRows(
      payload,
      sql`update graphile_worker._private_jobs j set run_at = now() from notifications n
        where j.payload->>'id' = n.id::text and n.recipient_address = ${buyer.address}`,
    )
    await waitForStates(buyer.address, ['whatsapp dropped'])
    expect(await chatsWith(buyer.phone)).toEqual([])
  })

  it('can say so with one press in his mail program', async () => {
    const buyer = newBuyer()
    await saveChoice({ address: buyer.address, choice: { channel: 'email' }, payload })
    await tell(buyer)
    await waitForStates(buyer.address, ['email sent'])
    const mail = catcher.inbox.find({ to: buyer.address })[0]?.raw.toString() ?? ''
    expect(mail).toMatch(/^List-Unsubscribe:\s+<https:\/\/toko\.example\/api\/shop\/opt-out\//m)
    expect(mail).toMatch(/^List-Unsubscribe-Post:\s+List-Unsubscribe=One-Click/m)
  })
})
