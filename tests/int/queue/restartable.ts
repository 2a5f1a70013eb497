import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { type PostgresServer, startPostgres } from '../../../src/dev/postgres'

/** A Postgres that can be taken down as `pg_ctl restart -m fast` or `-m immediate` would. */
export type RestartableServer = {
  address: PostgresServer
  restart: (mode: 'fast' | 'immediate', downMs?: number) => Promise<void>
  stop: () => Promise<void>
}

const isGone = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return false
  } catch {
    return true
  }
}

/** Starts it in a folder of its own. */
export const startRestartable = async (): Promise<RestartableServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'lunas-restart-'))
  chmodSync(folder, 0o711)
  const password = 'only-for-tests'
  const start = (port: number): Promise<PostgresServer> =>
    startPostgres({ folder: join(folder, 'postgres'), password, port })
  let current = await start(54_520)
  const address = current
  return {
    address,
    restart: async (mode, downMs = 0) => {
      process.kill(current.pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT')
      while (!isGone(current.pid)) {
        await sleep(10)
      }
      await sleep(downMs)
      current = await start(address.port)
    },
    stop: async () => {
      await current.stop()
      rmSync(folder, { force: true, recursive: true })
    },
  }
}
