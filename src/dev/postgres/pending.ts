import { existsSync, readdirSync } from 'node:fs'
import type { Client } from 'pg'

/** What the database lacks, seen without loading Payload. */
export type Pending = { isQueueMissing: boolean; migrations: string[] }

const migrationsFolder = 'src/migrations'

const knownMigrations = (): string[] =>
  existsSync(migrationsFolder)
    ? readdirSync(migrationsFolder)
        .filter((file) => /^\d{8}_\d{6}.*\.ts$/.test(file))
        .map((file) => file.replace(/\.ts$/, ''))
    : []

const ADD_JOB = 'text, json, timestamptz, int, text, int, text, boolean'

/** The youngest part of the queue's schema: without it the queue was made by an older version. */
const hasQueue = async (client: Client): Promise<boolean> => {
  const { rows } = await client.query<{ found: boolean }>(
    `select to_regprocedure('graphile_worker.lunas_add_job(${ADD_JOB})') is not null found`,
  )
  return rows[0]?.found === true
}

const hasTable = async (client: Client, name: string): Promise<boolean> => {
  const { rows } = await client.query<{ found: boolean }>(
    'select to_regclass($1) is not null found',
    [name],
  )
  return rows[0]?.found === true
}

/** Names the migrations that were not run yet, and says whether the queue is up to date. */
export const findPending = async (client: Client): Promise<Pending> => {
  const done = (await hasTable(client, 'payload_migrations'))
    ? (await client.query<{ name: string }>('select name from payload_migrations')).rows
    : []
  const names = new Set(done.map(({ name }) => name))
  return {
    isQueueMissing: !(await hasQueue(client)),
    migrations: knownMigrations().filter((name) => !names.has(name)),
  }
}

/** Whether the shop has no product yet: then nothing is lost by seeding it. */
export const isShopEmpty = async (client: Client): Promise<boolean> =>
  (await client.query('select 1 from products limit 1')).rowCount === 0
