import { createHash } from 'node:crypto'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chmodSync, existsSync, lstatSync, mkdirSync } from 'node:fs'
import { type Account, preparePrivateFolder } from './account'

const placesFor = (args: { account: Account | undefined; wanted: string }): string[] => {
  const key = createHash('sha256').update(resolve(args.wanted)).digest('hex').slice(0, 12)
  const elsewhere = args.account ? '/var/lib' : join(homedir(), '.cache')
  return [resolve(args.wanted), join(elsewhere, `lunas-${key}`), join(tmpdir(), `lunas-${key}`)]
}

/** Parents that we make ourselves may be entered, not listed, by the server's account. */
const makeParents = (path: string): void => {
  const parent = join(path, '..')
  if (!existsSync(parent)) {
    mkdirSync(parent, { mode: 0o711, recursive: true })
    chmodSync(parent, 0o711)
  }
}

/** Nobody else may have planted the folder: a link there would lead our files astray. */
const isPlanted = (path: string): boolean => existsSync(path) && lstatSync(path).isSymbolicLink()

/**
 * Finds the folder that holds the database: the wanted one, or, when its account cannot reach or
 * own that (a project under a closed home, a shared folder without modes), one outside the project.
 */
export const findHome = (args: { account: Account | undefined; wanted: string }): string => {
  for (const path of placesFor(args)) {
    try {
      makeParents(path)
    } catch {
      continue
    }
    if (!isPlanted(path) && preparePrivateFolder({ account: args.account, path })) {
      return path
    }
  }
  throw new Error('No folder can hold the embedded Postgres. Set DATABASE_URL to use your own.')
}
