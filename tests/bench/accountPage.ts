import { pbkdf2Sync, randomBytes, randomUUID } from 'node:crypto'

import { planTerms } from '../factories/plan'
import { atMost, equal, type Measured } from '../support/figures/row'
import { targetOf } from '../support/load/address'
import { runClosedLoop } from '../support/load/closedLoop'
import { percentile } from '../support/load/samples'
import type { Stand } from '../support/stand'

const CONTRACTS = 36
const TENOR = 20
const READERS = 2

/** An account whose password we know, hashed the way Payload does. */
const openAccount = async (
  stand: Stand,
): Promise<{ email: string; id: string; password: string }> => {
  const id = randomUUID()
  const email = `cicilan-${id.slice(0, 8)}@contoh.id`
  const password = randomUUID()
  const salt = randomBytes(32).toString('hex')
  const hash = pbkdf2Sync(password, salt, 25_000, 512, 'sha256').toString('hex')
  await stand.database.rows(
    `insert into customers (id, name, email, phone, locale, salt, hash, created_at, updated_at)
      values ($1, 'Pelanggan Cicilan', $2, '+6281234567890', 'id', $3, $4, now(), now())`,
    [id, email, salt, hash],
  )
  return { email, id, password }
}

const TOTAL = TENOR * 100_000
const PAID = TENOR / 2

const OWN = `(select id, row_number() over (order by id) as n from orders where customer_id = $1::uuid) o`

/** Contracts of one customer ($1): half of each is paid, and of every third one instalment is late. */
const FILL = [
  `insert into orders (id, number, token, state, payment_state, customer_name, email, phone, total,
      placed_at, locale, customer_id, created_at, updated_at)
    select gen_random_uuid(), 'UJI/' || n || '/' || left($1::text, 8), 'uji-' || n || $1::text, 'open',
      'partly_paid', 'Pelanggan', 'uji@contoh.id', '+628', ${TOTAL}, now() - n * interval '1 day', 'id',
      $1::uuid, now(), now() from generate_series(1, ${CONTRACTS}) n`,
  `insert into order_items (id, order_id, customer_id, seq, title, kind, product_slug, quantity, unit_price,
      amount, created_at, updated_at)
    select gen_random_uuid(), o.id, $1::uuid, 1, 'VPS', 'vps', 'vps', 1, ${TOTAL}, ${TOTAL}, now(), now()
    from ${OWN}`,
  `insert into contracts (id, order_id, customer_id, plan_key, terms, cash_price, markup, setup_fee, total,
      revision, started_on, created_at, updated_at)
    select gen_random_uuid(), o.id, $1::uuid, '20x', '${JSON.stringify(planTerms({ key: '20x', tenor: TENOR }))}'::jsonb,
      ${TOTAL}, 0, 0, ${TOTAL}, 1, '2026-01-05', now(), now() from ${OWN}`,
  `insert into instalments (id, order_id, customer_id, seq, due_on, amount, state, kind, revision,
      created_at, updated_at)
    select gen_random_uuid(), o.id, $1::uuid, s, to_char(now() + make_interval(months => s::int - ${PAID + 1},
      days => case when o.n % 3 = 0 then -5 else 5 end), 'YYYY-MM-DD'), 100000,
      (case when s <= ${PAID} then 'paid' else 'open' end)::enum_instalments_state, 'instalment', 1, now(), now()
    from ${OWN}, generate_series(1, ${TENOR}) s`,
  `insert into payments (id, merchant_order_id, state, order_id, attempt, instalment_set, amount, paid_at,
      created_at, updated_at)
    select gen_random_uuid(), 'UJI-' || o.id || '-' || s, 'paid', o.id, s, s::text, 100000, now(), now(), now()
    from ${OWN}, generate_series(1, ${PAID}) s`,
  `insert into allocations (id, payment_id, instalment_id, amount, created_at, updated_at)
    select gen_random_uuid(), p.id, n.id, 100000, now(), now()
    from payments p join instalments n on n.order_id = p.order_id and n.seq = p.attempt
    where n.customer_id = $1::uuid`,
]

const fillContracts = async (stand: Stand, customerId: string): Promise<void> => {
  for (const text of FILL) {
    await stand.database.rows(text, [customerId])
  }
  await stand.database.rows('analyze')
}

const logIn = async (
  stand: Stand,
  account: { email: string; password: string },
): Promise<string> => {
  const response = await fetch(`${stand.webUrl}/api/customers/login`, {
    body: JSON.stringify({ email: account.email, password: account.password }),
    headers: { 'content-type': 'application/json' },
    method: 'POST',
  })
  const cookie = response.headers.get('set-cookie')?.split(';')[0]
  if (!cookie) {
    throw new Error(`Nobody logged in: ${response.status}`)
  }
  return cookie
}

/** The account of a customer with many contracts, as he opens it after logging in. */
export const measureAccount = async (args: { ms: number; stand: Stand }): Promise<Measured[]> => {
  const { ms, stand } = args
  const account = await openAccount(stand)
  await fillContracts(stand, account.id)
  const cookie = await logIn(stand, account)
  const read = (length: number) =>
    runClosedLoop({
      connections: READERS,
      isGood: ({ body, status }) => status === 200 && body.includes(`${PAID} dari ${TENOR}`),
      makeAsk: () => ({ headers: `cookie: ${cookie}\r\n`, path: '/akun' }),
      ms: length,
      target: targetOf(stand.webUrl),
    })
  await read(2000)
  const { failed, samples } = await read(ms)
  return [
    {
      bar: atMost(150),
      detail: `${samples.length} pages of ${CONTRACTS} contracts with ${TENOR} instalments each, ${READERS} readers at once; p50 ${percentile(samples, 0.5).toFixed(0)} ms`,
      name: 'account-page-p95',
      unit: 'ms',
      value: percentile(samples, 0.95),
    },
    {
      bar: equal(0),
      detail: `of ${samples.length}; a good one says "${PAID} dari ${TENOR}"`,
      name: 'account-page-failed',
      unit: '',
      value: failed,
    },
  ]
}
