import { setTimeout as wait } from 'node:timers/promises'

/**
 * Starts one piece of work after another at a fixed rate, however long each takes, and waits for
 * all. The time of each counts from the moment it was due: a server that stalls cannot hide it.
 */
export const runOpenLoop = async (args: {
  ms: number
  perSecond: number
  work: (index: number) => Promise<void>
}): Promise<{ failed: number; samples: number[]; sent: number }> => {
  const { ms, perSecond, work } = args
  const total = Math.max(1, Math.round((ms / 1000) * perSecond))
  const samples: number[] = []
  let failed = 0
  const running: Promise<void>[] = []
  const startedAt = performance.now()
  const run = async (index: number, dueAt: number): Promise<void> => {
    try {
      await work(index)
      samples.push(performance.now() - dueAt)
    } catch {
      failed++
    }
  }
  for (let index = 0; index < total; index++) {
    const dueAt = startedAt + (index * 1000) / perSecond
    const early = dueAt - performance.now()
    if (early > 1) {
      await wait(early)
    }
    running.push(run(index, dueAt))
  }
  await Promise.all(running)
  return { failed, samples, sent: total }
}
