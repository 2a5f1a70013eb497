import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findServerAccount } from './account'
import { findBinaries } from './binaries'
import { createCluster } from './cluster'
import { findHome } from './home'
import { type PostgresServer, startServer } from './server'

export {
  buildDatabaseUrl,
  createDatabase,
  dropDatabase,
  type ServerAddress,
  withConnection,
} from './connection'
export type { PostgresServer } from './server'

/** Starts the lasting Postgres of the demo shop in `folder`, or takes over the one that runs there. */
export const startPostgres = async (args: {
  folder: string
  password: string
  port?: number
}): Promise<PostgresServer> => {
  const account = findServerAccount()
  const home = findHome({ account, wanted: args.folder })
  const cluster = { account, binaries: findBinaries({ account, home }), home }
  await createCluster({ cluster, password: args.password })
  return startServer({
    cluster,
    password: args.password,
    port: args.port ?? 54_320,
    settings: { shared_buffers: '256MB' },
  })
}

/**
 * Starts an empty Postgres for tests: fast, forgetful, gone with everything in it after `stop` or
 * when this process dies.
 */
export const startDisposablePostgres = async (): Promise<PostgresServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'lunas-test-'))
  chmodSync(folder, 0o711)
  const account = findServerAccount()
  const home = findHome({ account, wanted: join(folder, 'postgres') })
  const cluster = { account, binaries: findBinaries({ account, home }), home }
  const password = randomBytes(18).toString('base64url')
  await createCluster({ cluster, password })
  const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }
  const server = await startServer({
    cluster,
    disposableFolder: folder,
    password,
    port: 54_420,
    settings,
  })
  const stop = async () => {
    await server.stop()
    rmSync(folder, { force: true, recursive: true })
  }
  return { ...server, stop }
}
