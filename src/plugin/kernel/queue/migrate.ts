import { makeWorkerUtils } from 'graphile-worker'

/**
 * Creates or updates the queue's own schema `graphile_worker`. It lives outside Payload's
 * migrations: the engine owns it. Safe to run at any time and by several processes at once.
 */
export const migrateQueue = async (args: { connectionString: string }): Promise<void> => {
  const engine = await makeWorkerUtils({
    connectionString: args.connectionString,
    maxPoolSize: 1,
  })
  try {
    await engine.migrate()
    // The sweep asks every second which jobs are locked; without it that reads the whole queue.
    await engine.withPgClient((client) =>
      client.query(`create index if not exists lunas_jobs_locked
        on graphile_worker._private_jobs (locked_by) where locked_by is not null`),
    )
  } finally {
    await engine.release()
  }
}
