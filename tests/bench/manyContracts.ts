import type { Config, Payload } from 'payload'

import { hostingOptions, hostingRuntime, type HostingRuntime } from '@/plugin/hosting'
import { queryRows, type SQL, sql } from '@/plugin/kernel/payload'
import { addDays, type WibDay } from '@/plugin/kernel/time'
import { ordersRuntime } from '@/plugin/orders'
import { overdueOptions, overdueRuntime } from '@/plugin/overdue'
import { startMailGround } from '../support/outbox/ground'
import { openLightPayload } from '../support/outbox/lightPayload'
import { planTerms } from '../factories/plan'

const FULL_CONTRACTS = 100_000
const LEAST_CONTRACTS = 5_000
const CHUNK = 5_000

/** Instalments of each contract, a month apart. */
export const TENOR = 10

/** One contract in ten has a step due tonight. */
export const DUE_EVERY = 10

const id = (kind: number, n: SQL): SQL =>
  sql`(${`0000000${kind}-0000-7000-8000-`} || lpad((${n})::text, 12, '0'))::uuid`

/** Where the days of a due contract lie, from tonight: bills, reminders and claims of every sort. */
const OFFSETS = [14, 7, 3, 1, 0, -1, -3] as const

const monthsOf = (day: SQL): SQL =>
  sql`to_char((${day})::date + make_interval(months => s - 2), 'YYYY-MM-DD')`

/** Day on which the second instalment of contract n is due; the others lie months before and after. */
const dueOf = (today: WibDay): SQL => sql`case when n % ${DUE_EVERY} = 0
  then (${today}::date + (array[${sql.join(
    OFFSETS.map((offset) => sql`${offset}::int`),
    sql`, `,
  )}])[1 + (n / ${DUE_EVERY}) % ${OFFSETS.length}])
  else (${today}::date + 16 + n % 5) end`

const chunkOf = (first: number, last: number): SQL =>
  sql`generate_series(${first}::int, ${last}::int) n`

const fillContracts = (first: number, last: number, today: WibDay): SQL[] => {
  const terms = JSON.stringify(planTerms({ key: '10x', tenor: TENOR }))
  const started = addDays(today, -80)
  return [
    sql`insert into orders (id, number, token, state, payment_state, customer_name, email, phone, total,
        placed_at, locale, customer_id, created_at, updated_at)
      select ${id(1, sql`n`)}, 'UJI/' || n, 'uji-' || n, 'open', 'partly_paid', 'Pelanggan ' || n,
        'uji' || n || '@contoh.id', '+6281234567890', ${TENOR * 100_000}, now(), 'id', ${id(9, sql`1`)}, now(), now()
      from ${chunkOf(first, last)}`,
    sql`insert into order_items (id, order_id, customer_id, seq, title, kind, product_slug, quantity,
        unit_price, amount, created_at, updated_at)
      select ${id(2, sql`n`)}, ${id(1, sql`n`)}, ${id(9, sql`1`)}, 1, 'VPS', 'vps', 'vps', 1,
        ${TENOR * 100_000}, ${TENOR * 100_000}, now(), now() from ${chunkOf(first, last)}`,
    sql`insert into contracts (id, order_id, customer_id, plan_key, terms, cash_price, markup, setup_fee,
        total, revision, started_on, look_at, created_at, updated_at)
      select ${id(3, sql`n`)}, ${id(1, sql`n`)}, ${id(9, sql`1`)}, '10x', ${terms}::jsonb,
        ${TENOR * 100_000}, 0, 0, ${TENOR * 100_000}, 1, ${started},
        case when n % ${DUE_EVERY} = 0 then now() - interval '1 hour' else now() + interval '3 days' end,
        now(), now() from ${chunkOf(first, last)}`,
    sql`insert into instalments (id, order_id, customer_id, seq, due_on, amount, state, kind, revision,
        created_at, updated_at)
      select ${id(4, sql`n * 100 + s`)}, ${id(1, sql`n`)}, ${id(9, sql`1`)}, s,
        ${monthsOf(sql`(${dueOf(today)})`)}, 100000,
        (case when s = 1 then 'paid' else 'open' end)::enum_instalments_state, 'instalment', 1, now(), now()
      from ${chunkOf(first, last)}, generate_series(1, ${TENOR}::int) s`,
    sql`insert into payments (id, merchant_order_id, state, order_id, attempt, instalment_set, amount,
        paid_at, created_at, updated_at)
      select ${id(5, sql`n`)}, 'UJI-' || n, 'paid', ${id(1, sql`n`)}, 1, '1', 100000, now(), now(), now()
      from ${chunkOf(first, last)}`,
    sql`insert into allocations (id, payment_id, instalment_id, amount, created_at, updated_at)
      select ${id(6, sql`n`)}, ${id(5, sql`n`)}, ${id(4, sql`n * 100 + 1`)}, 100000, now(), now()
      from ${chunkOf(first, last)}`,
  ]
}

/** Filled as a copy would be: the triggers have judged such rows when they were written. */
const fill = async (
  payload: Payload,
  args: { contracts: number; today: WibDay },
): Promise<void> => {
  const { contracts, today } = args
  await queryRows(
    payload,
    sql`insert into customers (id, name, email, phone, locale, created_at, updated_at)
    values (${id(9, sql`1`)}, 'Pelanggan', 'uji@contoh.id', '+6281234567890', 'id', now(), now())`,
  )
  for (let first = 1; first <= contracts; first += CHUNK) {
    const last = Math.min(contracts, first + CHUNK - 1)
    for (const statement of fillContracts(first, last, today)) {
      await queryRows(payload, statement)
    }
  }
  await queryRows(payload, sql`analyze`)
}

/** Tells a light shop what a sweep needs of the others. */
export const wire = (payload: Payload): void => {
  const config = payload.config as unknown as Config
  const serverUrl = 'http://127.0.0.1:3000'
  hostingRuntime.install(config, {
    ...hostingOptions.parse({}),
    buildOrderUrl: () => serverUrl,
    drivers: {} as HostingRuntime['drivers'],
    owner: { follow: () => Promise.resolve(), lock: () => Promise.resolve() },
    rateFactor: 1,
    secret: 'x'.repeat(32),
    serverUrl,
    shopName: 'Lunas',
    switches: [],
  })
  overdueRuntime.install(config, { ...overdueOptions.parse({}), serverUrl })
  ordersRuntime.install(config, {
    followContract: () => Promise.resolve(),
    numberPrefix: 'HZ',
    serverUrl,
    tellRevision: () => Promise.resolve(),
    timeline: [],
    todos: [],
  })
}

/**
 * Measures in a database of its own with the contracts of a large shop: at full size a hundred thousand
 * with a million instalments, ten thousand of them due on `today`.
 */
export const withManyContracts = async <T>(
  args: { size: number; today: WibDay },
  measure: (
    payload: Payload,
    ground: { contracts: number; settings: Record<string, string> },
  ) => Promise<T>,
): Promise<T> => {
  const ground = await startMailGround()
  try {
    const { close, payload } = await openLightPayload(ground.settings)
    try {
      wire(payload)
      const contracts = Math.max(LEAST_CONTRACTS, Math.round(FULL_CONTRACTS * args.size))
      await fill(payload, { contracts, today: args.today })
      return await measure(payload, { contracts, settings: ground.settings })
    } finally {
      await close()
    }
  } finally {
    await ground.stop()
  }
}
