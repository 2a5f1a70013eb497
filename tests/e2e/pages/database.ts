import { expect } from '@playwright/test'
import { readFileSync } from 'node:fs'

import { withConnection } from '../../../src/dev/postgres'

/** The database of the shop under test. */
export const databaseUrl = (): string => {
  const text = readFileSync('.lunas/e2e/environment.json', 'utf8')
  return (JSON.parse(text) as { DATABASE_URL: string }).DATABASE_URL
}

/** Kept by the clock or by counting visits, not by what anybody does. */
const BESIDE = ['rate_limits', 'transition_seals']

/** What stands in every table of the shop, one digest per table. */
export const readDigests = (): Promise<Record<string, string>> =>
  withConnection({
    url: databaseUrl(),
    work: async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
      )
      const digests: Record<string, string> = {}
      for (const { name } of rows.filter((table) => !BESIDE.includes(table.name))) {
        const { rows: found } = await client.query<{ digest: string }>(
          `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from "${name}" t`,
        )
        digests[name] = found[0]?.digest ?? ''
      }
      return digests
    },
  })

/**
 * Lets the session of a buyer have begun an hour ago: days have to pass between picking a time and
 * sitting in it, and the browser's shop has a clock of its own.
 */
export const letSessionPass = (email: string): Promise<unknown> =>
  withConnection({
    url: databaseUrl(),
    work: (client) =>
      client.query(
        `update bookings b set starts_at = starts_at - gap, ends_at = ends_at - gap,
          blocks_from = blocks_from - gap, blocks_until = blocks_until - gap
        from (select id, starts_at - now() + interval '61 minutes' as gap from bookings) moved
        where moved.id = b.id and b.order_id = (select id from orders where email = $1)`,
        [email],
      ),
  })

/**
 * Lets so many days pass for what is owed on an order: its due days lie earlier by them. No debt may be
 * moved, so this goes past the guards of the database; the browser's shop has a clock of its own.
 */
export const letDaysPass = (number: string, days: number): Promise<unknown> =>
  withConnection({
    url: databaseUrl(),
    work: async (client) => {
      await client.query('begin')
      await client.query('set local session_replication_role = replica')
      const { rowCount } = await client.query(
        `update instalments set due_on = (due_on::date - $2::int)::text
          where order_id = (select id from orders where number = $1)`,
        [number, days],
      )
      await client.query('commit')
      expect(rowCount, number).toBeGreaterThan(0)
    },
  })

/** Resolves when no message is on its way. */
export const countUnfinished = (): Promise<number> =>
  withConnection({
    url: databaseUrl(),
    work: async (client) => {
      const { rows } = await client.query<{ n: number }>(
        `select count(*)::int as n from graphile_worker._private_jobs
          where run_at < now() + interval '1 minute' and attempts < max_attempts`,
      )
      return rows[0]?.n ?? 0
    },
  })
