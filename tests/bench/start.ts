import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import type { Group } from '../support/figures/program'

import { environmentSchema } from '@/config/schema'
import { findFreePort } from '@/dev/ports'
import { atMost, type Measured } from '../support/figures/row'

const LIMIT_SECONDS = 900

/** Every committed file as it stands here, in a folder of its own: what a fresh clone holds. */
const copyCommitted = (folder: string): void => {
  const names = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' })
  for (const name of names.split('\0').filter((file) => file !== '' && existsSync(file))) {
    cpSync(name, join(folder, name), { recursive: true })
  }
}

/** Whoever types `npm start` has set nothing: neither a shop, nor what npm tells its children. */
const cleanEnvironment = (port: number): Record<string, string | undefined> => {
  const isOurs = (name: string): boolean =>
    name in environmentSchema.shape || /^(?:npm_|LUNAS_|NODE_OPTIONS$|NODE_ENV$)/.test(name)
  const kept = Object.entries(process.env).filter(([name]) => !isOurs(name))
  return { ...Object.fromEntries(kept), PORT: String(port) }
}

const isServed = async (url: string): Promise<boolean> => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) })
    return response.status === 200 && (await response.text()).includes('</html>')
  } catch {
    return false
  }
}

/** Ctrl-C, as a terminal sends it: to npm and everything below. */
const stopAll = async (child: ChildProcess): Promise<void> => {
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    process.kill(-child.pid, 'SIGINT')
    await Promise.race([ended, wait(60_000, undefined, { ref: false })])
  }
}

/** Seconds from `npm start` until the first page is there. */
const timeStart = async (folder: string): Promise<number> => {
  const port = await findFreePort({ wanted: 3900 })
  const log = openSync(resolve('.lunas', 'bench-start.log'), 'a')
  const startedAt = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: folder,
    detached: true,
    env: cleanEnvironment(port) as NodeJS.ProcessEnv,
    stdio: ['ignore', log, log],
  })
  const seconds = (): number => (performance.now() - startedAt) / 1000
  try {
    while (!(await isServed(`http://127.0.0.1:${port}/`))) {
      if (child.exitCode !== null || seconds() > LIMIT_SECONDS) {
        throw new Error(
          `npm start did not get there (code ${child.exitCode}); see .lunas/bench-start.log`,
        )
      }
      await wait(100)
    }
    return seconds()
  } finally {
    await stopAll(child)
  }
}

/** `npm start` in what a fresh clone holds, then once more. */
export const start: Group = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lunas-clone-'))
  try {
    // A clone is open to others; Postgres runs as another account when we are root.
    chmodSync(folder, 0o755)
    copyCommitted(folder)
    const first = await timeStart(folder)
    const second = await timeStart(folder)
    const figures: Measured[] = [
      {
        bar: atMost(360),
        detail: 'npm start in the committed files: install, database, seed, build, first page',
        name: 'first-start-seconds',
        unit: 's',
        value: first,
      },
      {
        bar: atMost(10),
        detail: 'npm start again in the same folder, until the first page',
        name: 'second-start-seconds',
        unit: 's',
        value: second,
      },
    ]
    return figures
  } finally {
    rmSync(folder, { force: true, recursive: true })
  }
}
