import { createHash, createHmac } from 'node:crypto'
import { connect } from 'node:net'
import { connect as connectSecurely } from 'node:tls'
import type { Environment } from '../../config/env'
import { WORKER_LOCK } from '../../plugin/kernel/queue'
import { withConnection } from '../postgres'
import { findPending } from '../postgres/pending'
import { disbursementCheck } from './disbursement'
import { gateCheck } from './gate'
import { caddyCheck, serversCheck } from './hosting'
import { type Check, findingsOf } from './verdict'
import { whatsappCheck } from './whatsapp'

const database = (settings: Environment): Check => ({
  name: 'database',
  run: async () => {
    const { fail, ok } = findingsOf('database')
    const queue = findingsOf('queue')
    const found = await withConnection({
      url: settings.DATABASE_URL,
      work: async (client) => ({
        pending: await findPending(client),
        version: (await client.query<{ server_version: string }>('show server_version')).rows[0],
      }),
    })
    const { isQueueMissing, migrations } = found.pending
    return [
      ok(`Postgres ${found.version?.server_version ?? '?'} answers`),
      migrations.length === 0
        ? ok('all migrations were run')
        : fail(`${migrations.length} migrations wait (npm run migrate): ${migrations.join(', ')}`),
      isQueueMissing ? queue.fail('has no tables (npm run migrate)') : queue.ok('has its tables'),
    ]
  },
})

const signStatus = (settings: Environment, id: string): string => {
  const text = `${settings.DUITKU_MERCHANT_CODE}${id}`
  return settings.DUITKU_SCHEME === 'hmac'
    ? createHmac('sha256', settings.DUITKU_API_KEY).update(text).digest('hex')
    : createHash('md5').update(`${text}${settings.DUITKU_API_KEY}`).digest('hex')
}

/** Asks about an order that cannot exist: 404 proves that address, code and key are right. */
const gateway = (settings: Environment): Check => ({
  name: 'Duitku',
  run: async () => {
    const { fail, ok, warn } = findingsOf('Duitku')
    const merchantOrderId = 'lunas-doctor-unknown'
    const response = await fetch(`${settings.DUITKU_POP_URL}/api/merchant/transactionStatus`, {
      body: JSON.stringify({
        merchantCode: settings.DUITKU_MERCHANT_CODE,
        merchantOrderId,
        signature: signStatus(settings, merchantOrderId),
      }),
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      method: 'POST',
      signal: AbortSignal.timeout(10_000),
    })
    const host = new URL(settings.DUITKU_POP_URL).host
    if (response.status === 401 || response.status === 403) {
      return [fail(`${host} refuses our code, key or scheme (status ${response.status})`)]
    }
    return [
      response.status >= 500
        ? warn(`${host} answers with status ${response.status}`)
        : ok(`${host} answers and takes our signature (status ${response.status})`),
    ]
  },
})

const greetingOf = (url: URL): Promise<string> =>
  new Promise((resolve, reject) => {
    const isSecure = url.protocol === 'smtps:'
    const place = { host: url.hostname, port: Number(url.port || (isSecure ? 465 : 587)) }
    const socket = isSecure
      ? connectSecurely({ ...place, servername: url.hostname })
      : connect(place)
    socket.setTimeout(10_000, () => socket.destroy(new Error('no greeting within 10 s')))
    socket.once('error', reject)
    socket.once('data', (heard: Buffer) => {
      resolve(heard.toString().trim())
      socket.end('QUIT\r\n')
    })
  })

const mail = (settings: Environment): Check => ({
  name: 'mail',
  run: async () => {
    const { fail, ok } = findingsOf('mail')
    const url = new URL(settings.SMTP_URL)
    const greeting = await greetingOf(url)
    return [
      greeting.startsWith('220')
        ? ok(`${url.host} greets us`)
        : fail(`${url.host} greets with: ${greeting}`),
    ]
  },
})

const COUNT_WORKERS = `select count(distinct pid)::int as alive from pg_locks
  where locktype = 'advisory' and objsubid = 2 and classid = $1::int4::oid
    and database = (select oid from pg_database where datname = current_database())`

/** Workers hold an advisory lock for as long as they live; without one nothing is settled or sent. */
const worker = (settings: Environment): Check => ({
  name: 'worker',
  run: async () => {
    const { ok, warn } = findingsOf('worker')
    const alive = await withConnection({
      url: settings.DATABASE_URL,
      work: async (client) =>
        (await client.query<{ alive: number }>(COUNT_WORKERS, [WORKER_LOCK])).rows[0]?.alive ?? 0,
    })
    return [
      alive > 0
        ? ok(`${alive} at work`)
        : warn('none is at work: payments are not settled, mails wait (npm run worker)'),
    ]
  },
})

/** Questions to what the shop depends on. */
export const serviceChecks = (settings: Environment): Check[] => [
  database(settings),
  worker(settings),
  gateway(settings),
  disbursementCheck(settings),
  mail(settings),
  whatsappCheck(settings),
  gateCheck(settings),
  caddyCheck(settings),
  serversCheck(settings),
]
