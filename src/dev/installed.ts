import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const isRunnable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Finds an installed program: the wanted place alone, else by its names on the search path, else in usual places. */
export const findInstalled = (args: {
  names: readonly string[]
  usual?: readonly string[]
  wanted: string | undefined
}): string | undefined => {
  const { names, usual = [], wanted } = args
  if (wanted) {
    return isRunnable(wanted) ? wanted : undefined
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...usual].find(isRunnable)
}
