import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type PostgresServer, startDisposablePostgres } from '../../../src/dev/postgres'
import { queryRows, runInTransaction } from '../../../src/plugin/kernel/payload'
import {
  addJob,
  addJobSql,
  findDeadJobs,
  isWorkerSeen,
  retryDeadJob,
  startWorker,
  wakeWorkers,
  type Worker,
} from '../../../src/plugin/kernel/queue'
import { countJobs, findEffects, makeDatabase, openHost, waitUntil } from './host'
import { record, slow, stumble, tick, trialTasks, verdict } from './tasks'

let connectionString: string
let payload: Payload
let server: PostgresServer
let worker: undefined | Worker

const startTrialWorker = async (): Promise<void> => {
  worker = await startWorker({ connectionString, crons: [], payload, tasks: trialTasks })
}

const addNote = (note: string, key?: string): Promise<void> =>
  runInTransaction(payload, (tx) => addJob({ input: { note }, key, task: record, tx }))

const notes = async (name: string): Promise<string[]> =>
  (await findEffects(payload, name)).map((effect) => effect.note)

/** Lets a job be held where the engine has looked for one that runs and has not written its own yet. */
const HOLD_SECOND_INSERT = sql`do $do$ begin
  create function trial_hold() returns trigger language plpgsql as $$
  begin
    if current_setting('trial.round', true) = '1' then
      perform pg_advisory_xact_lock(4711);
    end if;
    perform set_config('trial.round', (coalesce(nullif(current_setting('trial.round', true), ''), '0')::int + 1)::text, true);
    return new;
  end $$;
  create trigger trial_hold before insert on graphile_worker._private_jobs
    for each row when (new.key = 'contested') execute function trial_hold();
end $do$`

const WAITS_AT_GATE = sql`select 1 from pg_locks where locktype = 'advisory' and not granted`

beforeAll(async () => {
  server = await startDisposablePostgres()
  connectionString = await makeDatabase({ database: 'queue', server })
  payload = await openHost({ connectionString })
}, 60_000)

afterAll(async () => {
  await worker?.stop()
  await server.stop()
})

describe('a job belongs to the transaction that makes it necessary', () => {
  it('vanishes with a rollback', async () => {
    const work = runInTransaction(payload, async (tx) => {
      await addJob({ input: { note: 'rolled back' }, task: record, tx })
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    expect(await countJobs(payload)).toBe(0)
  })

  it('is added by the statement that inserts its row, and not for a duplicate', async () => {
    await queryRows(payload, sql`create table trial_rows (id text primary key)`)
    const insert = sql`with i as (
      insert into trial_rows (id) values ('one') on conflict do nothing returning id
    ) select ${addJobSql({ input: sql`json_build_object('note', i.id)`, task: record })} from i`
    await queryRows(payload, insert)
    await queryRows(payload, insert)
    expect(await countJobs(payload)).toBe(1)
  })

  it('is refused when its input does not fit', async () => {
    expect(() => addJobSql({ input: { note: 1 as unknown as string }, task: record })).toThrow()
  })

  it('waits once per key', async () => {
    await addNote('first', 'same')
    await addNote('second', 'same')
    expect(await countJobs(payload)).toBe(2)
  })

  it('comes behind the one of its key that a worker takes in the very moment', async () => {
    const ofKey = sql`graphile_worker._private_jobs where payload->>'note' in ('taken', 'behind')`
    await addNote('taken', 'contested')
    await queryRows(payload, HOLD_SECOND_INSERT)
    const gate = await payload.db.pool.connect()
    await gate.query('select pg_advisory_lock(4711)')
    const adding = addNote('behind', 'contested')
    await waitUntil(async () => (await queryRows(payload, WAITS_AT_GATE)).length > 0, {
      ms: 5_000,
      what: 'a job between the two looks of the engine',
    })
    await queryRows(
      payload,
      sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'trial'
        where key = 'contested'`,
    )
    await gate.query('select pg_advisory_unlock(4711)')
    gate.release()
    await adding
    const jobs = await queryRows(
      payload,
      sql`select key, payload->>'note' as note, locked_at is not null as taken from ${ofKey}
        order by id`,
    )
    await queryRows(payload, sql`drop trigger trial_hold on graphile_worker._private_jobs`)
    await queryRows(payload, sql`delete from ${ofKey}`)
    expect(jobs).toEqual([
      { key: null, note: 'taken', taken: true },
      { key: 'contested', note: 'behind', taken: false },
    ])
  })
})

describe('a worker', () => {
  it('is not seen before it starts, and is seen afterwards', async () => {
    expect(await isWorkerSeen({ payload })).toBe(false)
    await startTrialWorker()
    await waitUntil(() => isWorkerSeen({ payload }), { ms: 5_000, what: 'a worker that is seen' })
  })

  it('runs what waits, with the newest input of a key', async () => {
    await waitUntil(async () => (await countJobs(payload)) === 0, {
      ms: 5_000,
      what: 'an empty queue',
    })
    expect((await notes('record')).sort()).toEqual(['one', 'second'])
  })

  it('hears of a new job by a notice, not by polling', async () => {
    const latencies: number[] = []
    for (let round = 0; round < 20; round++) {
      const start = performance.now()
      await addNote(`latency ${round}`)
      await waitUntil(async () => (await notes('record')).includes(`latency ${round}`), {
        ms: 1_500,
        what: 'the job',
      })
      latencies.push(performance.now() - start)
    }
    const sorted = latencies.sort((a, b) => a - b)
    expect(sorted[10]).toBeLessThan(500)
  })

  it('begins what was put off for a moment soon after it is due, without being called', async () => {
    const waits: number[] = []
    for (let round = 0; round < 3; round++) {
      const note = `a moment later ${round}`
      const start = performance.now()
      await runInTransaction(payload, (tx) =>
        addJob({ input: { note }, runAt: sql`now() + interval '1 second'`, task: record, tx }),
      )
      await waitUntil(async () => (await notes('record')).includes(note), {
        ms: 5_000,
        what: 'the job',
      })
      waits.push(performance.now() - start)
    }
    const [least = 0] = waits.sort((a, b) => a - b)
    expect(least).toBeGreaterThan(900)
    expect(least).toBeLessThan(1_700)
  })

  it('finds by itself what was added quietly, and at once when it is woken', async () => {
    await runInTransaction(payload, (tx) =>
      addJob({ announce: false, input: { note: 'quiet' }, task: record, tx }),
    )
    await waitUntil(async () => (await notes('record')).includes('quiet'), {
      ms: 5_000,
      what: 'a look without a call',
    })
    for (let round = 0; round < 5; round++) {
      const note = `woken ${round}`
      await runInTransaction(payload, (tx) =>
        addJob({ announce: false, input: { note }, task: record, tx }),
      )
      wakeWorkers(payload)
      wakeWorkers(payload)
      await waitUntil(async () => (await notes('record')).includes(note), {
        ms: 1_500,
        what: 'the job',
      })
    }
  })

  it('comes back to a failed job sooner than the engine would, and ends with success', async () => {
    const start = performance.now()
    await runInTransaction(payload, (tx) =>
      addJob({ input: { failures: 2, note: 'twice' }, task: stumble, tx }),
    )
    await waitUntil(async () => (await notes('stumble')).includes('twice 3'), {
      ms: 9_000,
      what: 'the third attempt',
    })
    expect(performance.now() - start).toBeLessThan(9_000)
    expect(await findDeadJobs(payload)).toEqual([])
  })
})

describe('a job that cannot be done', () => {
  it('is dead after its last attempt and lives again when a human says so', async () => {
    await runInTransaction(payload, (tx) =>
      addJob({ input: { failures: 3, note: 'thrice' }, task: stumble, tx }),
    )
    await waitUntil(async () => (await findDeadJobs(payload)).length === 1, {
      ms: 10_000,
      what: 'a dead job',
    })
    const [dead] = await findDeadJobs(payload, { task: stumble.name })
    expect(dead).toMatchObject({ attempts: 3, lastError: 'stumbled at 3', task: stumble.name })
    expect(await retryDeadJob(payload, { id: dead?.id ?? '' })).toBe(true)
    expect(await retryDeadJob(payload, { id: dead?.id ?? '' })).toBe(false)
    await waitUntil(async () => (await findDeadJobs(payload)).length === 1, {
      ms: 10_000,
      what: 'its second death',
    })
    await queryRows(payload, sql`delete from graphile_worker._private_jobs`)
  })

  it('is dead at once when its input does not fit', async () => {
    await queryRows(
      payload,
      sql`select ${addJobSql({ input: sql`json_build_object('note', 7)`, task: record })}`,
    )
    await waitUntil(async () => (await findDeadJobs(payload)).length === 1, {
      ms: 5_000,
      what: 'a dead job',
    })
    const [dead] = await findDeadJobs(payload)
    expect(dead?.lastError).toMatch(/Input of trial\.record does not fit/)
    await queryRows(payload, sql`delete from graphile_worker._private_jobs`)
  })

  it('is dead at once when the task gives up', async () => {
    await runInTransaction(payload, (tx) =>
      addJob({ input: { note: 'hopeless' }, task: verdict, tx }),
    )
    await waitUntil(async () => (await findDeadJobs(payload)).length === 1, {
      ms: 5_000,
      what: 'a dead job',
    })
    expect(await notes('verdict')).toEqual(['hopeless 1'])
    await queryRows(payload, sql`delete from graphile_worker._private_jobs`)
  })

  it('comes again when it was told to', async () => {
    await runInTransaction(payload, (tx) =>
      addJob({ input: { afterMs: 300, note: 'again' }, task: verdict, tx }),
    )
    await waitUntil(async () => (await notes('verdict')).includes('again 2'), {
      ms: 5_000,
      what: 'the second attempt',
    })
  })
})

describe('a stop', () => {
  it('waits for the running job and leaves the rest to others', async () => {
    await runInTransaction(payload, (tx) =>
      addJob({ input: { ms: 700, note: 'last' }, task: slow, tx }),
    )
    await waitUntil(async () => (await notes('started')).includes('last'), {
      ms: 3_000,
      what: 'the start',
    })
    await worker?.stop()
    worker = undefined
    expect(await notes('finished')).toContain('last')
    expect(await countJobs(payload)).toBe(0)
    expect(await isWorkerSeen({ payload })).toBe(false)
  })
})

describe('the clock', () => {
  it('makes up for a night without workers in one run, however many workers start', async () => {
    const pattern = '*/5 * * * *'
    await queryRows(
      payload,
      sql`insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
        values (${`${tick.name} ${pattern}`}, now() - interval '9 hours', now() - interval '8 hours')`,
    )
    const cron = { backfillMs: 8 * 3_600_000, pattern, task: tick, wib: 'setiap lima menit' }
    const crons = [cron]
    const workers = await Promise.all(
      [1, 2].map(() => startWorker({ connectionString, crons, payload, tasks: trialTasks })),
    )
    await waitUntil(async () => (await notes('tick')).length > 0, { ms: 10_000, what: 'a run' })
    await waitUntil(async () => (await countJobs(payload)) === 0, {
      ms: 10_000,
      what: 'an empty queue',
    })
    await Promise.all(workers.map((each) => each.stop()))
    // A five-minute mark may pass while the test runs.
    expect((await notes('tick')).length).toBeLessThanOrEqual(2)
  })
})
