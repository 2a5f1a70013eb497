import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'

import { INSPECT_FOLDER, placeOf } from './place'

const run = promisify(execFile)

/** What the inspecting process is started with: a module, and the loader that it takes to read it. */
export type ReadyProgram = { file: string; loader: null | string }

/** The loader that the worker itself runs with; found late, as what is built needs none. */
const LOADER = 'tsx/esm/api'

const hashOf = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex')

/** Where packages keep what they made; null where there are no packages around a program. */
const cacheOf = (program: string): null | string => {
  for (let at = dirname(program); at !== dirname(at); at = dirname(at)) {
    if (existsSync(join(at, 'node_modules'))) {
      return join(at, 'node_modules', '.cache', 'lunas')
    }
  }
  return null
}

const isSame = async ([path, hash]: [string, string]): Promise<boolean> =>
  hashOf(await readFile(path)) === hash

/** Whether a bundle was made of the sources as they are now. */
const isFresh = async (file: string): Promise<boolean> => {
  try {
    const bundle = await readFile(file, 'utf8')
    const made = JSON.parse(bundle.slice(3, bundle.indexOf('\n'))) as Record<string, string>
    return (await Promise.all(Object.entries(made).map(isSame))).every(Boolean)
  } catch {
    return false
  }
}

/** Programs that could not be bundled here: nobody tries again before the next start. */
const unbundled = new Set<string>()
/** As the inspecting process itself. */
const NO_SECRETS = { env: {} as unknown as NodeJS.ProcessEnv }
const bundling = new Map<string, Promise<void>>()

/** The bundler works in a process of its own: it has no place among what a server is made of. */
const bundle = async (program: string, file: string): Promise<void> => {
  const script = join(placeOf(import.meta.url, INSPECT_FOLDER), 'bundle.mjs')
  const work =
    bundling.get(file) ?? run(process.execPath, [script, program, file], NO_SECRETS).then(() => {})
  bundling.set(file, work)
  await work.finally(() => bundling.delete(file))
}

/**
 * Makes a program ready to be started. One that is still TypeScript is bundled into one file, once for each
 * state of its sources: reading fifty files through a loader takes the process a sixth of its time. Where
 * there is no bundler or nothing may be written, the loader reads the sources as they are.
 */
export const readyProgram = async (program: string): Promise<ReadyProgram> => {
  const cache = program.endsWith('.ts') ? cacheOf(program) : null
  if (!cache || unbundled.has(program)) {
    return { file: program, loader: program.endsWith('.ts') ? LOADER : null }
  }
  const name = `${basename(program, '.ts')}-${hashOf(program).slice(0, 16)}.mjs`
  const file = join(cache, name)
  if (await isFresh(file)) {
    return { file, loader: null }
  }
  try {
    await bundle(program, file)
    return { file, loader: null }
  } catch {
    unbundled.add(program)
    return { file: program, loader: LOADER }
  }
}
