import { sql } from '@payloadcms/db-postgres'
import type { ChildProcess } from 'node:child_process'
import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'

import { queryRows, runInTransaction } from '../../../src/plugin/kernel/payload'
import { addJob, findDeadJobs, startWorker, type Worker } from '../../../src/plugin/kernel/queue'
import { countJobs, findEffects, makeDatabase, openHost, waitUntil } from './host'
import { spawnWorker, waitForExit } from './processes'
import { record, sociable, trialTasks } from './tasks'

const script = new URL('./workerProcess.ts', import.meta.url)
const children: ChildProcess[] = []
let connectionString: string
let payload: Payload
let worker: undefined | Worker

const start = async (concurrency: number): Promise<void> => {
  worker = await startWorker({
    concurrency,
    connectionString,
    crons: [],
    payload,
    tasks: trialTasks,
  })
}

const startProcess = async (): Promise<ChildProcess> => {
  const child = await spawnWorker({ env: { TRIAL_DATABASE_URL: connectionString }, script })
  children.push(child)
  return child
}

const add = (...jobs: readonly { ms: number; note: string }[]): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    for (const input of jobs) {
      await addJob({ input, task: sociable, tx })
    }
  })

const many = (total: number, ms: number): { ms: number; note: string }[] =>
  Array.from({ length: total }, (_, index) => ({ ms, note: `one of many ${index}` }))

const notes = async (name: string): Promise<string[]> =>
  (await findEffects(payload, name)).map(({ note }) => note)

const waitEmpty = (ms = 15_000): Promise<number> =>
  waitUntil(async () => (await countJobs(payload)) === 0, { ms, what: 'an empty queue' })

beforeAll(async () => {
  const server = inject('postgres')
  const database = `company_${process.pid}`
  connectionString = await makeDatabase({ database, server: { ...server, pid: 0 } as never })
  payload = await openHost({ connectionString })
}, 60_000)

const endAll = async (): Promise<void> => {
  await worker?.stop()
  worker = undefined
  for (const child of children.splice(0)) {
    child.kill('SIGKILL')
    await waitForExit(child)
  }
}

afterEach(async () => {
  await endAll()
  await queryRows(payload, sql`delete from graphile_worker._private_jobs`)
  await queryRows(payload, sql`delete from trial_effects`)
})

afterAll(endAll)

describe('jobs that like company', () => {
  it('are taken along by one worker, and each is done once', async () => {
    await add(...many(60, 400))
    await start(2)
    await waitUntil(async () => (await countJobs(payload, sql`locked_by is not null`)) > 20, {
      ms: 5_000,
      what: 'more jobs in hand than there are workers',
    })
    const holders = await queryRows<{ n: number }>(
      payload,
      sql`select count(distinct locked_by)::int as n from graphile_worker._private_jobs
        where locked_by is not null`,
    )
    expect(holders[0]?.n).toBeLessThanOrEqual(2)
    await waitEmpty()
    const runs = await notes('sociable')
    expect(runs).toHaveLength(60)
    expect(new Set(runs).size).toBe(60)
  })

  it('are taken along by the one worker that a burst has woken, as soon as one follows another', async () => {
    await add(...many(40, 50))
    await start(1)
    await waitUntil(async () => (await countJobs(payload, sql`locked_by is not null`)) > 10, {
      ms: 5_000,
      what: 'more jobs in hand than the one worker',
    })
    await waitEmpty()
    expect(new Set(await notes('sociable')).size).toBe(40)
  })

  it('leave no more than one worker of a process busy with many: what is urgent goes first', async () => {
    await add(...many(200, 300))
    await start(3)
    await waitUntil(async () => (await countJobs(payload, sql`locked_by is not null`)) > 20, {
      ms: 5_000,
      what: 'jobs in hand',
    })
    await runInTransaction(payload, (tx) =>
      addJob({ input: { note: 'urgent' }, priority: -10, task: record, tx }),
    )
    const waited = await waitUntil(async () => (await notes('record')).includes('urgent'), {
      ms: 5_000,
      what: 'the urgent job',
    })
    expect(waited).toBeLessThan(1_500)
    expect(await countJobs(payload)).toBeGreaterThan(50)
    await waitEmpty(30_000)
  })

  it('fail alone: the others are done, and each failure has its own end', async () => {
    await add(
      ...many(10, 50),
      { ms: 50, note: 'stumbles once' },
      { ms: 50, note: 'hopeless' },
      ...many(10, 50).map(({ ms, note }) => ({ ms, note: `${note} too` })),
    )
    await start(2)
    await waitUntil(async () => (await countJobs(payload)) === 1, {
      ms: 10_000,
      what: 'all but one',
    })
    const [dead] = await findDeadJobs(payload)
    expect(dead).toMatchObject({ lastError: 'nobody there', task: sociable.name })
    const runs = await notes('sociable')
    expect(runs.filter((note) => note.startsWith('stumbles'))).toEqual([
      'stumbles once 1',
      'stumbles once 2',
    ])
    expect(runs.filter((note) => note.startsWith('hopeless'))).toEqual(['hopeless 1'])
    expect(new Set(await notes('sociable end')).size).toBe(21)
  })

  it('that last long are not taken from the hand that holds them, and keep no other job', async () => {
    await add(...many(8, 50), { ms: 9_000, note: 'lasting' }, ...many(8, 50))
    await start(2)
    const waited = await waitUntil(async () => (await countJobs(payload)) === 1, {
      ms: 5_000,
      what: 'all but the lasting one',
    })
    expect(waited).toBeLessThan(5_000)
    await waitEmpty()
    expect((await notes('sociable')).filter((note) => note.startsWith('lasting'))).toEqual([
      'lasting 1',
    ])
  }, 30_000)

  it('go to others within seconds when their worker is killed, and none is lost', async () => {
    await add(...many(100, 500))
    const doomed = await startProcess()
    await waitUntil(async () => (await countJobs(payload, sql`locked_by is not null`)) > 20, {
      ms: 10_000,
      what: 'jobs in hand',
    })
    doomed.kill('SIGKILL')
    await waitForExit(doomed)
    await startProcess()
    await waitEmpty(30_000)
    expect(new Set(await notes('sociable end')).size).toBe(100)
  }, 60_000)

  it('are all done before a stop ends', async () => {
    await add(...many(40, 600))
    await start(2)
    await waitUntil(async () => (await notes('sociable')).length > 20, {
      ms: 5_000,
      what: 'some runs',
    })
    await worker?.stop()
    worker = undefined
    expect(await countJobs(payload, sql`locked_by is not null`)).toBe(0)
    expect((await notes('sociable end')).length).toBe((await notes('sociable')).length)
  })
})
