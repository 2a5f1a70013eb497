import type { Worker as EngineWorker, WorkerEvents } from 'graphile-worker'

import type { TakenAlong } from './company'
import type { Log } from './log'
import type { EnginePool } from './pool'

import { startSessionLocks } from './sessionLocks'
import { makeSweep } from './sweep'

/** Who of this process is at work, kept in step with the engine's events. */
export type Register = {
  /** Engine plug-in: a worker claims nothing before its lock is held. */
  preset: GraphileConfig.Preset
  stop: () => Promise<void>
}

const makePreset = (hold: (workerId: string) => Promise<void>): GraphileConfig.Preset => ({
  plugins: [
    {
      name: 'LunasRegister',
      version: '1.0.0',
      worker: { hooks: { startWorker: (_context, { worker }) => hold(worker.workerId) } },
    },
  ],
})

const jobsOf = (
  worker: EngineWorker,
  takenAlong: ReadonlySet<string> = new Set(),
): ReadonlySet<string> => {
  const active = worker.getActiveJob()
  return active ? new Set([...takenAlong, String(active.id)]) : takenAlong
}

/** Registers workers as they come and go, and sweeps up after those that died. */
export const startRegister = (args: {
  events: WorkerEvents
  log: Log
  pool: EnginePool
  takenAlong: TakenAlong
}): Register => {
  const { events, log, pool, takenAlong } = args
  const sweep = makeSweep()
  const dead = new Set<string>()
  const living = new Map<string, EngineWorker>()
  const locks = startSessionLocks({
    log,
    onTick: async (client) => {
      const jobs = new Map(
        [...living].map(([id, worker]) => [id, jobsOf(worker, takenAlong.get(id))]),
      )
      const freed = await sweep({ client, own: { dead, jobs } })
      if (freed > 0) {
        log.warn({ msg: `${freed} jobs of dead workers given back to the queue` })
      }
    },
    pool,
  })
  events.on('worker:create', ({ worker }) => living.set(worker.workerId, worker))
  events.on('worker:fatalError', ({ worker }) => dead.add(worker.workerId))
  events.on('worker:stop', ({ worker }) => {
    living.delete(worker.workerId)
    locks.letGo(worker.workerId)
  })
  return { preset: makePreset(locks.hold), stop: locks.stop }
}
