import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { queryRows, type SQL, sql } from '@/plugin/kernel/payload'
import { startWorker } from '@/plugin/kernel/queue'
import { createCustomer } from '../../factories/customer'
import { openShop, type OpenShop } from '../../support/openShop'
import { testEnvironment } from '../../support/environment'
import { callShop } from '../../support/purchase'

type Mail = { headers?: object; messageId?: string; replyTo?: string; subject: string; to: unknown }

const SECRETS = {
  apiKey: testEnvironment.DUITKU_API_KEY,
  payloadSecret: testEnvironment.PAYLOAD_SECRET,
}
const BUYER = {
  email: 'kenari.pribadi@contoh.id',
  name: 'Kenari Rahasia',
  notes: 'Catatan-kenari-pribadi',
  phone: '0813-7788-9900',
}
const PRIVATE = [BUYER.email, BUYER.name, BUYER.notes, '81377889900', BUYER.phone]

const lines: string[] = []
const addresses: string[] = []
const refusals: string[] = []
const mails: Mail[] = []
let shop: OpenShop
let worker: Awaited<ReturnType<typeof startWorker>> | undefined

/** Every line that leaves the logger, as it leaves it. */
const tapLog = (): void => {
  const { logger } = shop.payload
  const stream = Object.getOwnPropertySymbols(logger).find(
    ({ description }) => description === 'pino.stream',
  )
  if (!stream) {
    throw new Error('The logger is no pino')
  }
  Object.assign(logger, { [stream]: { write: (line: string) => lines.push(line) } })
  logger.level = 'trace'
}

/** Every address that is called, the gateway's included. */
const tapFetch = (): void => {
  const real = globalThis.fetch
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    addresses.push(input instanceof Request ? input.url : String(input))
    return real(input, init)
  })
}

const call = async <T>(path: string, init: Parameters<typeof callShop>[2] = {}) => {
  const answer = await callShop<T>(shop, path, init)
  if (answer.status >= 400) {
    refusals.push(JSON.stringify(answer.json))
  }
  return answer
}

const place = () =>
  call<{ order: { token: string } }>('/api/shop/orders', {
    body: { acceptedTerms: true, customer: BUYER, items: [{ product: 'konsultasi', quantity: 1 }] },
    headers: { 'idempotency-key': randomUUID() },
  })

/** A purchase on which everything goes wrong once. */
const buyWithFaults = async (): Promise<void> => {
  const { json } = await place()
  const pay = () =>
    call<{ payment: { merchantOrderId: string } }>(
      `/api/shop/orders/${json.order.token}/payments`,
      {
        body: {},
      },
    )
  const say = `Customer ${BUYER.name} <${BUYER.email}> ${BUYER.phone} key ${SECRETS.apiKey}`
  const real = vi.mocked(globalThis.fetch).getMockImplementation()
  vi.mocked(globalThis.fetch).mockImplementation((input, init) =>
    String(input).startsWith(shop.gatewayUrl)
      ? Promise.resolve(Response.json({ Message: say.replace(BUYER.name, '') }, { status: 400 }))
      : (real ?? fetch)(input, init),
  )
  await pay()
  vi.mocked(globalThis.fetch).mockImplementation(real ?? fetch)
  const opened = await pay()
  expect(opened.status).toBe(200)
  await call('/api/duitku/callback', {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    method: 'POST',
    raw: `merchantCode=DS00001&amount=350000&merchantOrderId=${opened.json.payment.merchantOrderId}&signature=${'0'.repeat(64)}&customerName=${BUYER.name}`,
  })
  await shop.gateway.pay({ merchantOrderId: opened.json.payment.merchantOrderId, wait: true })
  await shop.idle()
}

/** The database refuses in the middle of an order, and in a job. */
const breakDatabase = async (): Promise<void> => {
  const { payload } = shop
  const forbid = (table: SQL) =>
    queryRows(payload, sql`alter table ${table} add constraint trial check (email = '') not valid`)
  const allow = (table: SQL) => queryRows(payload, sql`alter table ${table} drop constraint trial`)
  await forbid(sql`orders`)
  await place()
  await allow(sql`orders`)
  await forbid(sql`customers`)
  await createCustomer({ payload, wish: BUYER }).catch((error: unknown) =>
    payload.logger.error({ err: error, msg: 'planted' }),
  )
  await allow(sql`customers`)
}

const deliverMails = async (): Promise<void> => {
  const { lunasTasks } = await import('@/plugin')
  let sent = 0
  vi.spyOn(shop.payload, 'sendEmail').mockImplementation((mail) => {
    sent += 1
    if (sent === 1) {
      return Promise.reject(new Error(`450 ${BUYER.email}: mailbox busy, ${BUYER.phone}`))
    }
    mails.push(mail as Mail)
    return Promise.resolve({})
  })
  const connectionString = process.env.DATABASE_URL ?? ''
  const { payload } = shop
  const tasks = lunasTasks.filter(({ name }) => name.startsWith('notifications.'))
  worker = await startWorker({ concurrency: 1, connectionString, crons: [], payload, tasks })
  await vi.waitFor(() => expect(mails.length).toBeGreaterThan(2), {
    interval: 100,
    timeout: 40_000,
  })
}

beforeAll(async () => {
  shop = await openShop({ databaseUrl: process.env.DATABASE_URL ?? '' })
  tapLog()
  tapFetch()
  await shop.startWorker()
  await buyWithFaults()
  await breakDatabase()
  await deliverMails()
})

afterAll(async () => {
  await worker?.stop()
  await shop.close()
})

const forbidden = [...Object.values(SECRETS), ...PRIVATE]

describe('Secrets and personal data', () => {
  it('appear in no log line, whatever went wrong', () => {
    const log = lines.join('')
    for (const marker of [
      'No invoice',
      'An endpoint failed',
      'planted',
      'mailbox busy',
      'duitku',
    ]) {
      expect(log).toContain(marker)
    }
    for (const canary of forbidden) {
      expect(lines.filter((line) => line.includes(canary))).toEqual([])
    }
  })

  it('appear in no error body', () => {
    expect(refusals.length).toBeGreaterThan(2)
    for (const canary of forbidden) {
      expect(refusals.filter((body) => body.includes(canary))).toEqual([])
    }
  })

  it('appear in no address that is called', () => {
    expect(
      addresses.filter((address) => address.startsWith(shop.gatewayUrl)).length,
    ).toBeGreaterThan(1)
    for (const canary of forbidden.flatMap((text) => [text, encodeURIComponent(text)])) {
      expect(addresses.filter((address) => address.includes(canary))).toEqual([])
    }
  })

  it('appear in no mail header but those that say to whom it goes and who is to be answered', () => {
    for (const { headers, messageId, subject } of mails) {
      const text = JSON.stringify({ headers, messageId, subject })
      for (const canary of forbidden) {
        expect(text).not.toContain(canary)
      }
    }
  })
})
