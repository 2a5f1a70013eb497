import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PREFIX = 'lunas-inspect-'
const OLD_MS = 15 * 60_000

const dropOld = async (folder: string, nowMs: number): Promise<void> => {
  const { mtimeMs } = await stat(folder)
  if (nowMs - mtimeMs > OLD_MS) {
    await rm(folder, { force: true, recursive: true })
  }
}

/** What a worker left behind when it was killed holds somebody's signature: it does not stay. */
const dropLeftovers = async (nowMs: number): Promise<void> => {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(PREFIX))
  // Another worker may be faster: a folder that is gone is no fault.
  await Promise.allSettled(names.map((name) => dropOld(join(tmpdir(), name), nowMs)))
}

/**
 * A folder that only this user can enter, for one task. How old others are is told by the disk that dates
 * them all: a process whose clock is ahead would take away what another one is working on.
 */
export const makePrivateFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), PREFIX))
  const { mtimeMs } = await stat(folder)
  await dropLeftovers(mtimeMs)
  return folder
}
