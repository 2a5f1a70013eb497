import { readdirSync, readFileSync } from 'node:fs'

/** CPU time in milliseconds that each part of a stand has used so far. */
export type CpuTimes = Record<string, number>

/** Linux counts in hundredths of a second on every common build. */
const TICK_MS = 10

type Stat = { ms: number; parent: number }

const readStat = (pid: number | string): Stat | undefined => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const ticks = [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0)
    return { ms: ticks * TICK_MS, parent: Number(fields[1]) }
  } catch {
    return undefined
  }
}

const childrenOf = (parent: number): number =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(readStat)
    .reduce((sum, stat) => sum + (stat?.parent === parent ? stat.ms : 0), 0)

/** Reads what every part has used; nothing where there is no `/proc`. */
export const readCpu = (args: {
  postgresPid: number
  programs: Record<string, { pid: () => number }>
}): CpuTimes => {
  const { postgresPid, programs } = args
  const own = process.cpuUsage()
  try {
    return {
      ...Object.fromEntries(
        Object.entries(programs).map(([name, { pid }]) => [name, readStat(pid())?.ms ?? 0]),
      ),
      postgres: (readStat(postgresPid)?.ms ?? 0) + childrenOf(postgresPid),
      generator: (own.user + own.system) / 1000,
    }
  } catch {
    return {}
  }
}

/** Milliseconds of CPU per piece of work, in words, such as `web 4.1, worker 3.0; 9.2 in all`. */
export const describeCpu = (args: { after: CpuTimes; before: CpuTimes; count: number }): string => {
  const { after, before, count } = args
  const spent = Object.entries(after).map(
    ([name, ms]) => [name, (ms - (before[name] ?? 0)) / count] as const,
  )
  const sum = spent.reduce((total, [, ms]) => total + ms, 0)
  return `CPU ms each: ${spent.map(([name, ms]) => `${name} ${ms.toFixed(1)}`).join(', ')}; ${sum.toFixed(1)} in all`
}
