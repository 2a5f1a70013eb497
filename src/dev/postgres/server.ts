import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { findFreePort } from '../ports'
import {
  type Cluster,
  dataFolder,
  isAlive,
  readPostmaster,
  removeStalePid,
  serverEnvironment,
} from './cluster'
import { buildDatabaseUrl, type ServerAddress, withConnection } from './connection'

/** A server that answers; `stop` waits until it has written everything down. */
export type PostgresServer = ServerAddress & { pid: number; stop: () => Promise<void> }

type StartArguments = {
  cluster: Cluster
  /** Removed when this process dies without stopping the server. */
  disposableFolder?: string
  password: string
  port: number
  settings: Record<string, number | string>
}

const keeperFile = fileURLToPath(new URL('keeper.mjs', import.meta.url))

const baseSettings = {
  listen_addresses: '127.0.0.1',
  log_timezone: 'UTC',
  max_connections: 200,
  timezone: 'UTC',
  unix_socket_directories: '',
}

const isAnswering = (args: { cluster: Cluster; password: string; port: number }) =>
  withConnection({
    url: buildDatabaseUrl({ ...args, database: 'postgres' }),
    work: async (client) => {
      const { rows } = await client.query<{ data_directory: string }>('show data_directory')
      return rows[0]?.data_directory === dataFolder(args.cluster)
    },
  }).catch(() => false)

const stopProcess = async (pid: number): Promise<void> => {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    const deadline = Date.now() + 20_000
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    while (Date.now() < deadline) {
      if (!isAlive(pid)) {
        return
      }
      await wait(20)
    }
  }
}

const startKeeper = (args: { disposableFolder?: string; pid: number }): ChildProcess => {
  const keeper = spawn(
    process.execPath,
    [keeperFile, String(args.pid), args.disposableFolder ?? ''],
    {
      detached: true,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    },
  )
  keeper.unref()
  keeper.channel?.unref()
  return keeper
}

const watch = (args: StartArguments & { pid: number }): PostgresServer => {
  const keeper = startKeeper(args)
  return {
    password: args.password,
    pid: args.pid,
    port: args.port,
    stop: async () => {
      await stopProcess(args.pid)
      if (keeper.connected) {
        keeper.send('done')
        keeper.disconnect()
      }
    },
  }
}

/** Takes over a server that an earlier, killed launcher has left running on this cluster. */
const adopt = async (args: StartArguments): Promise<PostgresServer | undefined> => {
  const noted = readPostmaster(args.cluster)
  if (noted && (await isAnswering({ ...args, port: noted.port }))) {
    return watch({ ...args, ...noted })
  }
  removeStalePid(args.cluster)
  return undefined
}

const logFile = (cluster: Cluster): string => join(cluster.home, 'postgres.log')

const launch = (args: StartArguments): ChildProcess => {
  const log = openSync(logFile(args.cluster), 'w', 0o600)
  const settings = Object.entries({ ...baseSettings, ...args.settings, port: args.port })
  try {
    return spawn(
      args.cluster.binaries.postgres,
      [
        '-D',
        dataFolder(args.cluster),
        ...settings.flatMap(([key, value]) => ['-c', `${key}=${value}`]),
      ],
      {
        ...args.cluster.account,
        cwd: args.cluster.home,
        detached: true,
        env: serverEnvironment(),
        stdio: ['ignore', log, log],
      },
    )
  } finally {
    closeSync(log)
  }
}

const waitUntilAnswering = async (
  args: StartArguments & { child: ChildProcess },
): Promise<boolean> => {
  const deadline = Date.now() + 60_000
  let exited = false
  args.child.once('exit', () => (exited = true))
  args.child.once('error', () => (exited = true))
  while (!exited && Date.now() < deadline) {
    if (await isAnswering(args)) {
      return true
    }
    await wait(30)
  }
  return false
}

/**
 * Starts Postgres on the cluster, or takes over the server that already runs on it. The port moves
 * when another program takes it between our look and the start.
 */
export const startServer = async (args: StartArguments): Promise<PostgresServer> => {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const adopted = await adopt(args)
    if (adopted) {
      return adopted
    }
    const port = await findFreePort({ wanted: args.port + attempt })
    const child = launch({ ...args, port })
    if (await waitUntilAnswering({ ...args, child, port })) {
      child.unref()
      return watch({ ...args, pid: child.pid ?? 0, port })
    }
    child.kill('SIGINT')
    await wait(300)
  }
  const report = readFileSync(logFile(args.cluster), 'utf8').trim().split('\n').slice(-5).join('\n')
  throw new Error(`The embedded Postgres does not start:\n${report}`)
}
