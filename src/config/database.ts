import { postgresAdapter } from '@payloadcms/db-postgres'

import { env } from './env'

/**
 * Payload's Postgres with every wait bounded. Schema changes come from migrations alone: `push`
 * would ask questions on a terminal and drop tables that it does not know.
 *
 * @param migrationDir Folder of the migrations, absolute
 */
export const shopDatabase = (migrationDir: string): ReturnType<typeof postgresAdapter> =>
  postgresAdapter({
    idType: 'uuidv7',
    migrationDir,
    pool: {
      connectionString: env.DATABASE_URL,
      connectionTimeoutMillis: 10_000,
      idle_in_transaction_session_timeout: 30_000,
      idleTimeoutMillis: 30_000,
      // A server that has fallen silent says nothing of its own limits: these are ours.
      keepAlive: true,
      lock_timeout: 10_000,
      max: env.DATABASE_POOL_MAX,
      query_timeout: 30_000,
      statement_timeout: 30_000,
    },
    push: false,
  })
