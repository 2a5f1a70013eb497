import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { type MailCatcher, startMailCatcher } from '@/dev/mail'
import { findHeader, parseMail } from '@/dev/mail/mime'
import { type PostgresServer, startDisposablePostgres } from '@/dev/postgres'
import { queryRows, sql } from '@/plugin/kernel/payload'
import { startWorker, type Worker } from '@/plugin/kernel/queue'
import { clock, startOfWibDay, wibDayOf } from '@/plugin/kernel/time'
import { deliverTask } from '@/plugin/notifications'
import { makeDatabase, waitUntil } from '../queue/host'
import { openMailHost, queueMails } from './mailHost'

const STAFF = ['admin@toko.example', 'pemilik@toko.example']
const HOUR_MS = 3_600_000
const NOON_WIB = startOfWibDay(wibDayOf(new Date())).getTime() + 12 * HOUR_MS

let catcher: MailCatcher
let payload: Payload
let server: PostgresServer
let worker: Worker

const queue = (address: string): Promise<void> =>
  queueMails({ addresses: [address], event: 'payment.received', payload })

const stateOf = async (address: string): Promise<string | undefined> => {
  const [row] = await queryRows<{ state: string }>(
    payload,
    sql`select state from notifications where recipient_address = ${address}
      order by created_at desc limit 1`,
  )
  return row?.state
}

const waitForState = (address: string, state: string): Promise<number> =>
  waitUntil(async () => (await stateOf(address)) === state, { ms: 15_000, what: state })

const countAlarms = async (): Promise<number> => {
  const [row] = await queryRows<{ n: number }>(
    payload,
    sql`select count(*)::int as n from notifications where event = 'message.undeliverable'`,
  )
  return row?.n ?? 0
}

const lose = async (address: string): Promise<void> => {
  await queue(address)
  await waitForState(address, 'dead')
}

beforeAll(async () => {
  clock.freeze(new Date(NOON_WIB))
  catcher = await startMailCatcher({ smtpPort: 33_425, webPort: 33_480 })
  server = await startDisposablePostgres()
  const connectionString = await makeDatabase({ database: 'alarm', server })
  payload = await openMailHost({ connectionString, smtpUrl: catcher.smtpUrl, staff: STAFF })
  worker = await startWorker({ connectionString, crons: [], payload, tasks: [deliverTask] })
}, 60_000)

afterEach(() => catcher.setFault({ kind: 'none' }))

afterAll(async () => {
  clock.release()
  await worker.stop()
  await catcher.stop()
  await server.stop()
})

describe('A message that nobody can deliver', () => {
  it('is told to every admin: which, to whom, and what the mail server said', async () => {
    await catcher.setFault({ kind: '550', to: 'hilang@contoh.id' })
    await lose('hilang@contoh.id')
    for (const address of STAFF) {
      await waitForState(address, 'sent')
      const [mail] = catcher.inbox.find({ to: address })
      const { headers, text = '' } = parseMail(mail?.raw ?? Buffer.alloc(0))
      expect(findHeader(headers, 'subject')).toBe('Ada pesan yang gagal terkirim')
      expect(text).toContain('Pesan: Pembayaran diterima')
      expect(text).toContain('Penerima: hilang@contoh.id')
      expect(text).toMatch(/Jawaban server email: .*550/)
      expect(text).toContain('/collections/notifications?where[state][equals]=dead')
    }
  })

  it('raises one alarm an hour, however many there are', async () => {
    await catcher.setFault({ kind: '550' })
    await lose('hilang-2@contoh.id')
    await lose('hilang-3@contoh.id')
    expect(await countAlarms()).toBe(STAFF.length)
    clock.freeze(new Date(NOON_WIB + HOUR_MS))
    await lose('hilang-4@contoh.id')
    expect(await countAlarms()).toBe(2 * STAFF.length)
  })

  it('raises none when it is itself an alarm', async () => {
    await catcher.setFault({ kind: '550' })
    clock.freeze(new Date(NOON_WIB + 2 * HOUR_MS))
    await lose('hilang-5@contoh.id')
    for (const address of STAFF) {
      await waitForState(address, 'dead')
    }
    expect(await countAlarms()).toBe(3 * STAFF.length)
  })
})
