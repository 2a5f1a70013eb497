import type { Worker as EngineWorker, WorkerEvents } from 'graphile-worker'

/** How often somebody of this process looks for work that nobody has called for. */
const LOOK_EVERY_MS = 100

/**
 * How often each worker looks by himself, should the lookout ever fail. The engine's own way is that every one of
 * them looks every two seconds: half as many questions, but by chance all at the same moment.
 */
export const OWN_LOOK_MS = 10_000

/**
 * Sends one idle worker to look for work, again and again. What was put off for a moment (mails are, by a
 * second) is begun within a tenth of a second after it is due, and a burst finds one worker more each time.
 */
export const keepLookout = (events: WorkerEvents): { stop: () => void } => {
  const living = new Set<EngineWorker>()
  const timer = setInterval(() => {
    void [...living].some((worker) => worker.nudge())
  }, LOOK_EVERY_MS).unref()
  events.on('worker:create', ({ worker }) => living.add(worker))
  for (const end of ['worker:release', 'worker:stop', 'worker:fatalError'] as const) {
    events.on(end, ({ worker }: { worker: EngineWorker }) => living.delete(worker))
  }
  return { stop: () => clearInterval(timer) }
}
