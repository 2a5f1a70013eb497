import { chmodSync, chownSync, lstatSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** A Unix account under which a child process runs. */
export type Account = { gid: number; uid: number }

/** `nobody` on every Unix; needs no entry in /etc/passwd. */
const nobody: Account = { gid: 65_534, uid: 65_534 }

/** Postgres refuses to run as root, so root lends it the account of nobody. */
export const findServerAccount = (): Account | undefined =>
  process.getuid?.() === 0 ? nobody : undefined

const othersMayExecute = 0o001
const othersMayReadAndExecute = 0o005

const parentsOf = (path: string): string[] => {
  const parent = dirname(path)
  return parent === path ? [] : [parent, ...parentsOf(parent)]
}

/** Whether every account may walk through all folders above this path. */
export const canOthersReach = (path: string): boolean =>
  parentsOf(path).every((folder) => (statSync(folder).mode & othersMayExecute) !== 0)

/** Whether every account may read and run this file, or list and enter this folder. */
export const canOthersUse = (path: string): boolean =>
  canOthersReach(path) &&
  (statSync(path).mode & othersMayReadAndExecute) === othersMayReadAndExecute

/**
 * Makes a private folder for the account (ours without one). False when the place cannot hold one:
 * not writable, not reachable, or a file system without owners and modes.
 */
export const preparePrivateFolder = (args: {
  account: Account | undefined
  path: string
}): boolean => {
  const { account, path } = args
  const owner = account?.uid ?? process.getuid?.()
  try {
    mkdirSync(path, { mode: 0o700, recursive: true })
    if (account !== undefined) {
      chownSync(path, account.uid, account.gid)
    }
    chmodSync(path, 0o700)
    const found = lstatSync(path)
    const isPrivate = process.platform === 'win32' || (found.mode & 0o077) === 0
    const isOwned = owner === undefined || found.uid === owner
    return found.isDirectory() && isPrivate && isOwned && (!account || canOthersReach(path))
  } catch {
    return false
  }
}
