import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { buildDatabaseUrl, createDatabase } from '@/dev/postgres'
import { findServerAccount } from '@/dev/postgres/account'
import { findBinaries } from '@/dev/postgres/binaries'
import { createCluster, isAlive } from '@/dev/postgres/cluster'
import { findHome } from '@/dev/postgres/home'
import { type PostgresServer, startServer } from '@/dev/postgres/server'

/** A Postgres of one stand, as durable as a live one, that can be restarted under load. */
export type StandPostgres = {
  pid: () => number
  restart: (mode: 'fast' | 'immediate') => Promise<void>
  stop: () => Promise<void>
  url: string
}

/**
 * fsync, full_page_writes and synchronous_commit stay on, as Postgres ships them: a figure without
 * them would be another database's. Statements are counted by pg_stat_statements.
 */
const SETTINGS = {
  'pg_stat_statements.track': 'top',
  'pg_stat_statements.track_utility': 'on',
  max_wal_size: '2GB',
  shared_buffers: '256MB',
  shared_preload_libraries: 'pg_stat_statements',
}

const DATABASE = 'lunas'

/** Starts a durable Postgres in a folder of its own, which `stop` removes with everything in it. */
export const startStandPostgres = async (): Promise<StandPostgres> => {
  const folder = mkdtempSync(join(tmpdir(), 'lunas-stand-'))
  chmodSync(folder, 0o711)
  const account = findServerAccount()
  const home = findHome({ account, wanted: join(folder, 'postgres') })
  const cluster = { account, binaries: findBinaries({ account, home }), home }
  const password = randomBytes(18).toString('base64url')
  await createCluster({ cluster, password })
  const start = (port: number): Promise<PostgresServer> =>
    startServer({ cluster, disposableFolder: folder, password, port, settings: SETTINGS })
  let server = await start(54_620)
  const { port } = server
  await createDatabase({ database: DATABASE, server })
  return {
    pid: () => server.pid,
    restart: async (mode) => {
      process.kill(server.pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT')
      while (isAlive(server.pid)) {
        await wait(10)
      }
      await server.stop()
      server = await start(port)
    },
    stop: async () => {
      await server.stop()
      rmSync(folder, { force: true, recursive: true })
    },
    url: buildDatabaseUrl({ database: DATABASE, password, port }),
  }
}
