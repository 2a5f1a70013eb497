import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const KB = 1_024
const run = promisify(execFile)

/** What a process holds and has done; `workedSeconds` is null where the system does not say. */
export type ProcessUse = { rssBytes: number; workedSeconds: null | number }

const GONE: ProcessUse = { rssBytes: 0, workedSeconds: null }
const TICKS = 100

const fromProc = async (pid: number): Promise<ProcessUse> => {
  const [stat, status] = await Promise.all(
    ['stat', 'status'].map((name) => readFile(`/proc/${pid}/${name}`, 'latin1')),
  )
  // The name in brackets may hold blanks; what follows it is counted.
  const fields = (stat ?? '').slice((stat ?? '').lastIndexOf(')') + 2).split(' ')
  const [user, system] = [fields[11], fields[12]].map(Number)
  return {
    rssBytes: Number(/^VmRSS:\s+(\d+)/m.exec(status ?? '')?.[1] ?? 0) * KB,
    workedSeconds: ((user ?? 0) + (system ?? 0)) / TICKS,
  }
}

const fromPs = async (pid: number): Promise<ProcessUse> => {
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)])
  return { rssBytes: Number(stdout.trim()) * KB, workedSeconds: null }
}

/** What a process uses; nothing when it is gone. */
export const readUse = (pid: number): Promise<ProcessUse> =>
  (process.platform === 'linux' ? fromProc(pid) : fromPs(pid)).catch(() => GONE)

/**
 * The most that this process ever held, in bytes. Not `resourceUsage`: Linux lets a new process
 * inherit the peak of the one that started it.
 */
export const readPeak = async (): Promise<number> => {
  const status = await readFile('/proc/self/status', 'latin1').catch(() => '')
  const peak = Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0)
  return (peak || process.resourceUsage().maxRSS) * KB
}

/** How often a process is looked at, in ms: `ps` costs a process of its own. */
export const WATCH_EVERY_MS = process.platform === 'linux' ? 20 : 200
