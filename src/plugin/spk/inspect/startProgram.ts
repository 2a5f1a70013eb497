import { type ChildProcess, spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import type { InspectLimits } from './limits'
import type { ReadyProgram } from './readyProgram'

import { INSPECT_FOLDER, placeOf } from './place'

const HEAP_MB = 256

const bootstrap = (): string => join(placeOf(import.meta.url, INSPECT_FOLDER), 'bootstrap.mjs')

const argumentsOf = ({ file, loader }: ReadyProgram, folder: string): string[] => [
  `--max-old-space-size=${HEAP_MB}`,
  '--max-semi-space-size=4',
  '--expose-gc',
  '--no-warnings',
  bootstrap(),
  pathToFileURL(file).href,
  folder,
  ...(loader === null ? [] : [loader]),
]

/** Large buffers go back to the system when they are freed: measured, 50 MB less of a scan's six pages. */
const MALLOC = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
}

/** Processor seconds are the last limit: they hold also when the parent was killed and nobody watches. */
const LIMITED = 'ulimit -t "$1"; shift; exec "$@"'

/**
 * Starts a program of the inspector. It inherits nothing of the environment: neither keys nor the
 * address of the database.
 */
export const startProgram = (
  program: ReadyProgram,
  folder: string,
  { seconds }: InspectLimits,
): ChildProcess => {
  const options = {
    cwd: folder,
    env: { ...MALLOC, TMPDIR: tmpdir() } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'] as ['ignore', 'ignore', 'pipe', 'ipc'],
  }
  const own = argumentsOf(program, folder)
  if (process.platform === 'win32') {
    return spawn(process.execPath, own, options)
  }
  const limit = String(Math.ceil(seconds.all) + 1)
  return spawn('/bin/sh', ['-c', LIMITED, 'sh', limit, process.execPath, ...own], options)
}
