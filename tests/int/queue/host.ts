import { postgresAdapter, sql } from '@payloadcms/db-postgres'
import { buildConfig, type CollectionConfig, type Config, getPayload, type Payload } from 'payload'

import { queryRows } from '../../../src/plugin/kernel/payload/database'
import { migrateQueue, wakeWorkers } from '../../../src/plugin/kernel/queue'
import { buildDatabaseUrl, createDatabase, type PostgresServer } from '../../../src/dev/postgres'

/** A Payload project with nothing in it but what a test of the queue needs. */
export const openHost = async (args: {
  collections?: CollectionConfig[]
  config?: Partial<Config>
  connectionString: string
  migrate?: boolean
}): Promise<Payload> => {
  if (args.migrate !== false) {
    await migrateQueue({ connectionString: args.connectionString })
  }
  const payload = await getPayload({
    config: buildConfig({
      ...args.config,
      collections: [{ auth: true, fields: [], slug: 'users' }, ...(args.collections ?? [])],
      db: postgresAdapter({
        idType: 'uuidv7',
        pool: { connectionString: args.connectionString, connectionTimeoutMillis: 5_000, max: 12 },
        push: args.migrate !== false,
      }),
      localization: { defaultLocale: 'id', fallback: true, locales: ['id', 'en'] },
      logger: { options: { level: process.env.TRIAL_LOG ?? 'silent' } },
      secret: 'only-for-tests-0123456789-0123456789',
      telemetry: false,
      typescript: { autoGenerate: false },
    }),
    key: args.connectionString,
  })
  payload.db.pool.on('error', () => undefined)
  if (args.migrate !== false) {
    await queryRows(
      payload,
      sql`create table if not exists trial_effects (
      id bigserial primary key, name text not null, note text not null, at timestamptz not null default clock_timestamp())`,
    )
  }
  return payload
}

/** A fresh database on a test server. */
export const makeDatabase = async (args: {
  database: string
  server: PostgresServer
}): Promise<string> => {
  const { database, server } = args
  await createDatabase({ database, server })
  return buildDatabaseUrl({ ...server, database })
}

/** What tasks have left behind. */
export const findEffects = (
  payload: Payload,
  name: string,
): Promise<{ at: Date; note: string }[]> =>
  queryRows(payload, sql`select note, at from trial_effects where name = ${name} order by id`)

/** How many jobs there are; those that `condition` holds for when one is given. */
export const countJobs = async (payload: Payload, condition = sql`true`): Promise<number> => {
  const [row] = await queryRows<{ n: number }>(
    payload,
    sql`select count(*)::int as n from graphile_worker._private_jobs where ${condition}`,
  )
  return row?.n ?? -1
}

/** Every wait of a job that nobody holds is over. */
export const passWaits = async (payload: Payload): Promise<void> => {
  await queryRows(
    payload,
    sql`update graphile_worker._private_jobs set run_at = now() where locked_at is null`,
  )
  wakeWorkers(payload)
}

/** Waits until `check` holds. */
export const waitUntil = async (
  check: () => Promise<boolean>,
  args: { ms: number; what: string },
): Promise<number> => {
  const start = performance.now()
  while (!(await check().catch(() => false))) {
    if (performance.now() - start > args.ms) {
      throw new Error(`Waited ${args.ms} ms in vain for: ${args.what}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return performance.now() - start
}
