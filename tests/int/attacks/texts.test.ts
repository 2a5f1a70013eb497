import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PublicOrder } from '@/plugin/orders'
import { queryRows, sql } from '@/plugin/kernel/payload'
import { makeWorker, readDelivery } from '../../support/deliveries'
import { type LoggedIn, logInAs } from '../../support/people'
import { makeReporter, readProblem, validReport } from '../../support/problems'
import { type Answer, callShop, validOrder } from '../../support/purchase'
import { analysisItem, beginScope, makeScopeDesk } from '../../support/scopes'
import { makeDiary, openHours, sessionItem } from '../../support/sessions'
import { useShop } from '../../support/useShop'

const inUse = useShop({ RATE_LIMIT_FACTOR: '0' })
const reporter = makeReporter(() => inUse.shop)
const scopes = makeScopeDesk(() => inUse.shop)
const diary = makeDiary(() => inUse.shop)
const worker = makeWorker(() => inUse.shop)
let admin: LoggedIn
let analysis: PublicOrder
let consultation: PublicOrder
let held: PublicOrder
let problem: { id: string; token: string }

/** One of each delivery, as far as its customer may write to us about it. */
beforeAll(async () => {
  const { shop } = inUse
  admin = await logInAs(shop, 'admin')
  await openHours(shop, await logInAs(shop, 'admin'))
  analysis = (await inUse.buyer.buy({ product: 'analisis-keamanan' })).order
  await beginScope(shop, analysis)
  consultation = (await inUse.buyer.buy()).order
  held = (await inUse.buyer.buy()).order
  const row = await readDelivery(shop, held.token)
  await worker.walk(row, ['start', 'schedule', 'hold', 'deliver'], admin)
  const token = await reporter.report()
  problem = { id: (await readProblem(shop, token)).id, token }
}, 60_000)

const HOSTILE: readonly unknown[] = [
  'a\u0000b',
  '\ud800',
  'x\udfff',
  'gaya\u202Efdp.exe \u2066\u2069',
  'y'.repeat(1_000_000),
  '😀👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿 Ayu',
  `'"><svg onload=alert(1)>`,
  '${{7*7}} {{7*7}} <%= 7*7 %> #{7*7}',
  `'; drop table orders; -- `,
  '../../../etc/passwd',
  '%s%n%x',
  '\r\nBcc: korban@contoh.id\r\n\r\n',
  '\u2028\u2029\u0085',
  '   ',
  '',
  7,
  1e21,
  true,
  null,
  [],
  ['x'],
  {},
  { $ne: null },
  { equals: 'x' },
  { toString: 'x' },
]

type Door = { field: string; send: (value: unknown) => Promise<Answer> }

const key = (): string => randomUUID()

const post = (path: string, body: object, by?: LoggedIn): Promise<Answer> =>
  callShop(inUse.shop, path, { body, headers: by?.headers ?? {} })

const orderDoors = (): Door[] =>
  ['name', 'email', 'phone', 'notes'].map((field) => ({
    field: `order.customer.${field}`,
    send: (value) => {
      const { customer } = validOrder() as { customer: object }
      return post('/api/shop/orders', validOrder({ customer: { ...customer, [field]: value } }))
    },
  }))

const problemDoors = (): Door[] => [
  ...['name', 'email', 'phone', 'text', 'order', 'orderToken', 'what', 'contact', 'homepage'].map(
    (field) => ({
      field: `problem.${field}`,
      send: (value: unknown) =>
        reporter.send(validReport({ email: `${key()}@contoh.id`, [field]: value })),
    }),
  ),
  {
    field: 'problem.posts',
    send: (body) => post(`/api/shop/problems/${problem.token}/posts`, { body, key: key() }),
  },
  {
    field: 'problem.answers',
    send: (body) => post(`/api/problems/${problem.id}/answers`, { body, key: key() }, admin),
  },
]

const SCOPE_FIELDS = [
  'allowedTimes',
  'domain',
  'emergencyContact',
  'hosts',
  'outOfScope',
  'signerCapacity',
  'signerName',
  'signerPosition',
  'technology',
  'testAccount',
]

const deliveryDoors = (): Door[] => [
  ...SCOPE_FIELDS.map((field) => ({
    field: `scope.${field}`,
    send: (value: unknown) => scopes.submit(analysis, { [field]: value }),
  })),
  {
    field: 'question',
    send: (body) =>
      post(`/api/shop/orders/${held.token}/items/${sessionItem(held).id}/questions`, {
        body,
        key: key(),
      }),
  },
  ...['reason', 'account', 'key'].map((field) => ({
    field: `refund.${field}`,
    send: (value: unknown) =>
      post(`/api/shop/orders/${consultation.token}/refunds`, {
        account: 'BCA 1234567890 a.n. Budi',
        key: key(),
        reason: 'Salah memilih',
        [field]: value,
      }),
  })),
  {
    field: 'session.startsAt',
    send: (value) => diary.pick(consultation, value as string),
  },
  {
    field: 'session.reason',
    send: (value) => diary.pick(consultation, 'kemarin', value as string),
  },
]

/** Every text of every table, as it would be shown: none is broken. */
const readBroken = async (): Promise<string[]> => {
  const columns = await queryRows<{ column: string; table: string }>(
    inUse.shop.payload,
    sql`select c.table_name as "table", c.column_name as "column" from information_schema.columns c
      join pg_tables t on t.tablename = c.table_name and t.schemaname = 'public'
      where c.table_schema = 'public' and c.data_type in ('text', 'character varying')`,
  )
  const broken: string[] = []
  for (const { column, table } of columns) {
    const rows = await queryRows<{ text: string }>(
      inUse.shop.payload,
      sql`select ${sql.identifier(column)} as text from ${sql.identifier(table)}
        where ${sql.identifier(column)} ~ '[\\u0001-\\u0008\\u000e-\\u001f\\ufffd]'
          or length(${sql.identifier(column)}) > 500000`,
    )
    broken.push(
      ...rows.map(({ text }) => `${table}.${column}: ${JSON.stringify(text).slice(0, 40)}`),
    )
  }
  return broken
}

describe('A text from outside', () => {
  it.each([
    ['an order', orderDoors],
    ['a problem', problemDoors],
    ['a delivery', deliveryDoors],
  ])(
    'about %s is kept as it was typed or refused with its field, and never crashes',
    async (_what, doors) => {
      const faults: string[] = []
      let taken = 0
      let refused = 0
      for (const { field, send } of doors()) {
        for (const value of HOSTILE) {
          const { json, status } = await send(value)
          const { errors = [] } = json as { errors?: { field?: string; message: string }[] }
          const isRefused = status >= 400 && status < 500
          taken += status < 300 ? 1 : 0
          refused += isRefused ? 1 : 0
          const isSaid = errors.length > 0 && errors.every(({ message }) => message.length > 0)
          if (status >= 500 || (isRefused && !isSaid)) {
            faults.push(`${field} ${JSON.stringify(value)?.slice(0, 40)}: ${status}`)
          }
        }
      }
      expect(faults).toEqual([])
      expect(taken).toBeGreaterThan(0)
      expect(refused).toBeGreaterThan(20)
      expect(await readBroken()).toEqual([])
    },
    120_000,
  )

  it('leaves the pages of its order and of its report readable', async () => {
    for (const order of [analysis, consultation, held]) {
      expect((await inUse.buyer.look(order.token)).number).toBe(order.number)
    }
    expect((await reporter.look(problem.token)).status).toBe(200)
    expect((await scopes.read(analysis)).status).toBe(200)
    expect(analysisItem(analysis).kind).toBe('security-analysis')
  })
})
