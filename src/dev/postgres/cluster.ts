import { execFile } from 'node:child_process'
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Account } from './account'
import type { Binaries } from './binaries'
import { serverUser } from './connection'

/** One database cluster on disk. */
export type Cluster = { account: Account | undefined; binaries: Binaries; home: string }

/** The folder that Postgres calls its data directory. */
export const dataFolder = (cluster: Pick<Cluster, 'home'>): string => join(cluster.home, 'data')

/** The messages must be English and the clock UTC, whatever the machine is set to. */
export const serverEnvironment = (): NodeJS.ProcessEnv => ({
  LC_ALL: 'C',
  NODE_ENV: process.env.NODE_ENV,
  PATH: process.env.PATH,
  SystemRoot: process.env.SystemRoot,
  TZ: 'UTC',
})

const writePassword = (args: { cluster: Cluster; password: string }): string => {
  const file = join(args.cluster.home, 'password.new')
  writeFileSync(file, args.password, { mode: 0o600 })
  if (args.cluster.account) {
    chownSync(file, args.cluster.account.uid, args.cluster.account.gid)
  }
  return file
}

/** Makes the cluster unless it exists. An interrupted attempt leaves nothing that looks finished. */
export const createCluster = async (args: {
  cluster: Cluster
  password: string
}): Promise<void> => {
  const { cluster } = args
  const data = dataFolder(cluster)
  if (existsSync(join(data, 'PG_VERSION'))) {
    return
  }
  const unfinished = `${data}.new`
  rmSync(unfinished, { force: true, recursive: true })
  const passwordFile = writePassword(args)
  const flags = ['-E', 'UTF8', '--locale=C', '-A', 'scram-sha-256', '--no-instructions']
  try {
    await promisify(execFile)(
      cluster.binaries.initdb,
      ['-D', unfinished, '-U', serverUser, `--pwfile=${passwordFile}`, ...flags],
      { ...cluster.account, cwd: cluster.home, env: serverEnvironment() },
    )
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(unfinished, data)
}

/** The process and port of the server that last used the cluster, as Postgres wrote them down. */
export const readPostmaster = (
  cluster: Pick<Cluster, 'home'>,
): { pid: number; port: number } | undefined => {
  const file = join(dataFolder(cluster), 'postmaster.pid')
  if (!existsSync(file)) {
    return undefined
  }
  const lines = readFileSync(file, 'utf8').split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3]) }
}

/** A dead process whose parent has not asked for its end yet; containers without init keep many. */
const isZombie = (pid: number): boolean => {
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

/** Whether this process lives. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A recycled process id (usual in containers) must not pass for our server. */
const isPostgres = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres'
  } catch {
    return process.platform !== 'linux'
  }
}

/** Removes the note of a server that is gone; Postgres would refuse to start beside it. */
export const removeStalePid = (cluster: Cluster): void => {
  const noted = readPostmaster(cluster)
  if (noted && !(isAlive(noted.pid) && isPostgres(noted.pid))) {
    rmSync(join(dataFolder(cluster), 'postmaster.pid'), { force: true })
  }
}
