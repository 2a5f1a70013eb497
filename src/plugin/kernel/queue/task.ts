import type { Payload } from 'payload'
import type { ZodType } from 'zod'

/** How long a failed job waits: `firstMs` doubled per attempt, at most `capMs`, spread by jitter. */
export type Backoff = { capMs: number; firstMs: number }

/** What a task is told beside its input. */
export type TaskContext = {
  /** 1 for the first run. */
  attempt: number
  jobId: string
  maxAttempts: number
  now: Date
  payload: Payload
  /** Aborts when the worker has to stop before the task is done. */
  signal: AbortSignal
}

/**
 * One kind of background work. It may run twice (a worker may die after the work and before the
 * tick), so it reads the state anew and does nothing when everything is done already.
 */
export type Task<I> = {
  /** Default: 2 s doubled up to 10 minutes. */
  backoff?: Backoff
  /** Ids, not documents: the task reads the rest when it runs. */
  input: ZodType<I>
  /** After so many failed runs the job is dead and waits for a human. */
  maxAttempts: number
  /** `feature.verb`; stored with each job, so never renamed while jobs wait. */
  name: string
  run: (input: I, context: TaskContext) => Promise<void>
  /**
   * How many more that are due a worker may take along in one go, when others of its process are at
   * the same task already. All of them run at the same time. For many short jobs. Default: none.
   */
  together?: number
}

/** A task of whatever input, for lists. */
export type AnyTask = Omit<Task<never>, 'input'> & { input: ZodType }

const NAME = /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/
const MAX_ATTEMPTS = 32_767

/** Declares a task and checks what types cannot. */
export const defineTask = <I>(task: Task<I>): Task<I> => {
  if (!NAME.test(task.name)) {
    throw new Error(`Task name "${task.name}" is not of the form feature.verb`)
  }
  if (
    !Number.isInteger(task.maxAttempts) ||
    task.maxAttempts < 1 ||
    task.maxAttempts > MAX_ATTEMPTS
  ) {
    throw new Error(`Task ${task.name}: maxAttempts must be an integer of 1 to ${MAX_ATTEMPTS}`)
  }
  return task
}
