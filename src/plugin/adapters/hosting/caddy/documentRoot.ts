import { access, chmod, constants, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Failure } from './admin'

/** Where sites of ended services are kept. */
const KEPT = '.kept'
const MAX_KEPT = 20

/** Errors that stay until a person changes rights or the machine. */
const LASTING = new Set(['EACCES', 'ELOOP', 'ENAMETOOLONG', 'ENOENT', 'ENOTDIR', 'EPERM', 'EROFS'])

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown'

const failureOf = (error: unknown, what: string): Failure => {
  const code = codeOf(error)
  return { kind: LASTING.has(code) ? 'rejected' : 'unavailable', reason: `${what} (${code})` }
}

/** Makes one folder, and none above it: a root that is not mounted is missed, not made. */
const makeOne = async (folder: string, mode: number): Promise<void> => {
  try {
    await mkdir(folder, { mode })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') {
      throw error
    }
  }
}

/** A service's folder on the machine. */
export const folderOf = (root: string, name: string): string => join(root, name)

/** Whether a service's folder is there; undefined when it cannot be told. */
export const hasFolder = async (folder: string): Promise<boolean | undefined> => {
  try {
    return (await stat(folder)).isDirectory()
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? false : undefined
  }
}

/** Whether sites can be made in a folder; undefined when they can. */
export const findRootFault = async (root: string): Promise<Failure | undefined> => {
  try {
    await access(root, constants.R_OK | constants.W_OK | constants.X_OK)
    return undefined
  } catch (error) {
    return failureOf(error, `the folder ${root} cannot be written`)
  }
}

/**
 * Makes a service's folder with its first page, which appears whole or not at all. One that is there
 * keeps everything that is in it.
 */
export const makeFolder = async (
  { name, root }: { name: string; root: string },
  page: string,
): Promise<Failure | undefined> => {
  const folder = folderOf(root, name)
  const draft = join(root, `.new-${name}`)
  try {
    if (await hasFolder(folder)) {
      return undefined
    }
    await makeOne(draft, 0o755)
    await writeFile(join(draft, 'index.html'), page)
    await chmod(join(draft, 'index.html'), 0o644)
    await chmod(draft, 0o755)
    await rename(draft, folder)
    return undefined
  } catch (error) {
    // Somebody else has made it in the same moment.
    if (await hasFolder(folder)) {
      await rm(draft, { force: true, recursive: true }).catch(() => undefined)
      return undefined
    }
    return failureOf(error, 'the folder of the site cannot be made')
  }
}

/** Moves a service's folder aside, where no visitor comes. Gone already is fine. */
export const keepFolder = async (root: string, name: string): Promise<Failure | undefined> => {
  try {
    await makeOne(join(root, KEPT), 0o700)
    for (let count = 1; count <= MAX_KEPT; count += 1) {
      const place = join(root, KEPT, count === 1 ? name : `${name}.${count}`)
      if ((await hasFolder(place)) === false) {
        await rename(folderOf(root, name), place)
        return undefined
      }
    }
    return { kind: 'rejected', reason: `${join(root, KEPT)} has too many folders of this service` }
  } catch (error) {
    const isGone = codeOf(error) === 'ENOENT' && (await hasFolder(root)) === true
    return isGone ? undefined : failureOf(error, 'the folder of the site cannot be moved aside')
  }
}
