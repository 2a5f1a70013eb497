import type { Job } from 'graphile-worker'

import type { Log } from './log'
import type { EnginePool } from './pool'
import type { AnyTask } from './task'

import { type Companion, endCompanions, giveBackCompanion, takeCompanions } from './companions'
import { reasonOf, resolveRetry } from './retries'

/** Ids of the jobs that each worker of this process has taken along. */
export type TakenAlong = ReadonlyMap<string, ReadonlySet<string>>

type Run = (job: Companion) => Promise<void>

/** Runs jobs of tasks that like company. */
export type Company = {
  /**
   * Runs the job; and when others of its task run already, or have just run, more that are due, at the
   * same time.
   */
  run: (args: { job: Job; run: Run; task: AnyTask }) => Promise<void>
  takenAlong: TakenAlong
}

type Lead = { job: Job; run: Run; task: AnyTask; workerId: string }
type Office = { log: Log; pool: EnginePool; takenAlong: Map<string, ReadonlySet<string>> }

/** Who runs a task in this process: how many jobs, whether one has companions, whether one has just ended. */
type Crew = { cooling?: NodeJS.Timeout; isLed: boolean; size: number }

const END_EVERY_MS = 250

/** A job that comes so soon after another of its task is taken for one of many. */
const WARM_MS = 100

/**
 * A commit wakes one worker, and one more looks ten times a second: without this, the first would
 * take a burst one by one until then.
 */
const keepWarm = (crew: Crew): void => {
  crew.cooling?.refresh()
  crew.cooling ??= setTimeout(() => {
    delete crew.cooling
  }, WARM_MS).unref()
}

/** The engine knows nothing of companions: whether one is done, comes again or is dead is noted here. */
const runCompanion = async (
  args: { companion: Companion; done: string[] } & Omit<Lead, 'job'> & Office,
): Promise<void> => {
  const { companion, done, log, pool, run, task, workerId } = args
  const { id } = companion
  try {
    await run(companion)
  } catch (error) {
    const reason = reasonOf(error)
    const delayMs = resolveRetry({ error, job: companion, task })
    const isDead = delayMs === null
    const msg = `Job ${task.name} ${isDead ? 'is dead' : 'failed'}: ${reason}`
    log[isDead ? 'error' : 'warn']({ jobId: id, msg })
    await giveBackCompanion({ delayMs, id, pool, reason, workerId })
    return
  }
  done.push(id)
}

/**
 * Should the database be cut off while a companion is taken, or its end noted, then the sweep gives back
 * what is still held in the worker's name, and the task does nothing the second time.
 */
const leaveToSweep = (log: Log) => (err: unknown) => {
  log.warn({ err, msg: 'Companions of a job left to the sweep' })
}

/** Takes what is done out of the queue, many at once; a companion that lasts keeps nobody else in it. */
const endAsDone = async (
  args: { done: string[]; works: Promise<unknown>[] } & Office,
): Promise<void> => {
  const { done, log, pool, works } = args
  const end = (): Promise<void> =>
    done.length === 0
      ? Promise.resolve()
      : endCompanions(pool, done.splice(0)).catch(leaveToSweep(log))
  const timer = setInterval(() => void end(), END_EVERY_MS)
  await Promise.allSettled(works)
  clearInterval(timer)
  await end()
}

const lead = async (args: Lead & Office): Promise<void> => {
  const { job, log, pool, run, takenAlong, task, workerId } = args
  const taken = takeCompanions({ most: task.together ?? 0, pool, taskId: job.task_id, workerId })
  const companions = (await taken.catch(leaveToSweep(log))) ?? []
  takenAlong.set(workerId, new Set(companions.map(({ id }) => id)))
  const done: string[] = []
  const own = run(job).then(() => {
    done.push(String(job.id))
  })
  const works = companions.map((companion) =>
    runCompanion({ ...args, companion, done }).catch(leaveToSweep(log)),
  )
  await endAsDone({ ...args, done, works: [own, ...works] })
  takenAlong.delete(workerId)
  await own
}

/**
 * One fetch and one deletion per job are most of what short jobs cost. So under load one worker of the
 * process takes many of a task in one statement; the others stay free for what is more urgent.
 */
export const makeCompany = (args: { log: Log; pool: EnginePool }): Company => {
  const takenAlong = new Map<string, ReadonlySet<string>>()
  const crews = new Map<string, Crew>()
  return {
    run: async ({ job, run, task }) => {
      const crew = crews.get(task.name) ?? { isLed: false, size: 0 }
      const workerId = job.locked_by
      const leads =
        (crew.size > 0 || crew.cooling !== undefined) && !crew.isLed && workerId !== null
      crews.set(task.name, crew)
      crew.size++
      crew.isLed ||= leads
      try {
        await (leads ? lead({ ...args, job, run, takenAlong, task, workerId }) : run(job))
      } finally {
        crew.size--
        crew.isLed &&= !leads
        keepWarm(crew)
      }
    },
    takenAlong,
  }
}
