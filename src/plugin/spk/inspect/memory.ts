import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const KB = 1_024
const run = promisify(execFile)

const fromProc = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'latin1')
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) * KB
}

const fromPs = async (pid: number): Promise<number> => {
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)])
  return Number(stdout.trim()) * KB
}

/** Memory that a process holds, in bytes; 0 when it is gone. */
export const readRss = (pid: number): Promise<number> =>
  (process.platform === 'linux' ? fromProc(pid) : fromPs(pid)).catch(() => 0)

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
