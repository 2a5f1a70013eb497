import { sql } from '@payloadcms/db-postgres'
import type { ChildProcess } from 'node:child_process'
import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { type RestartableServer, startRestartable } from './restartable'
import { queryRows, runInTransaction } from '../../../src/plugin/kernel/payload'
import { addJob } from '../../../src/plugin/kernel/queue'
import { countJobs, findEffects, makeDatabase, openHost, waitUntil } from './host'
import { spawnWorker, waitForExit } from './processes'
import { record, slow } from './tasks'

const script = new URL('./workerProcess.ts', import.meta.url)
const children: ChildProcess[] = []
let connectionString: string
let payload: Payload
let server: RestartableServer

const startProcess = async (): Promise<ChildProcess> => {
  const child = await spawnWorker({ env: { TRIAL_DATABASE_URL: connectionString }, script })
  children.push(child)
  return child
}

const addSlow = (note: string, ms: number): Promise<void> =>
  runInTransaction(payload, (tx) => addJob({ input: { ms, note }, task: slow, tx }))

beforeAll(async () => {
  server = await startRestartable()
  connectionString = await makeDatabase({ database: 'crash', server: server.address })
  payload = await openHost({ connectionString })
}, 60_000)

afterEach(async () => {
  for (const child of children.splice(0)) {
    child.kill('SIGKILL')
    await waitForExit(child)
  }
})

afterAll(() => server.stop())

describe('a worker that is killed', () => {
  it('loses nothing: another takes its jobs over within seconds', async () => {
    const doomed = await startProcess()
    await addSlow('taken over', 60_000)
    await waitUntil(async () => (await findEffects(payload, 'started')).length === 1, {
      ms: 5_000,
      what: 'the job to start',
    })
    await startProcess()
    doomed.kill('SIGKILL')
    const waited = await waitUntil(
      async () => (await findEffects(payload, 'started')).length === 2,
      { ms: 8_000, what: 'the job to start again' },
    )
    process.stdout.write(`  taken over ${Math.round(waited)} ms after the kill\n`)
    await queryRows(payload, sql`delete from graphile_worker._private_jobs`)
  }, 30_000)

  it('loses no job of many when workers die again and again', async () => {
    const total = 400
    await runInTransaction(payload, async (tx) => {
      for (let index = 0; index < total; index++) {
        await addJob({ input: { ms: 20, note: `load ${index}` }, task: slow, tx })
      }
    })
    let workers: ChildProcess[] = await Promise.all([startProcess(), startProcess()])
    for (let round = 0; round < 3; round++) {
      await new Promise((resolve) => setTimeout(resolve, 300))
      workers[0]?.kill('SIGKILL')
      workers = [...workers.slice(1), await startProcess()]
    }
    await waitUntil(async () => (await countJobs(payload)) === 0, {
      ms: 30_000,
      what: 'an empty queue',
    })
    const finished = new Set((await findEffects(payload, 'finished')).map((effect) => effect.note))
    expect([...finished].filter((note) => note.startsWith('load ')).length).toBe(total)
  }, 60_000)
})

describe('a restart of Postgres', () => {
  it.each(['fast', 'immediate'] as const)(
    '(%s) under load loses no job and no worker',
    async (mode) => {
      const worker = await startProcess()
      const total = 300
      await runInTransaction(payload, async (tx) => {
        for (let index = 0; index < total; index++) {
          await addJob({ input: { ms: 50, note: `${mode} ${index}` }, task: slow, tx })
        }
      })
      await waitUntil(async () => (await countJobs(payload)) < total - 20, {
        ms: 10_000,
        what: 'some work',
      })
      await server.restart(mode)
      const drained = await waitUntil(async () => (await countJobs(payload)) === 0, {
        ms: 30_000,
        what: 'an empty queue',
      })
      process.stdout.write(`  ${mode}: drained ${Math.round(drained)} ms after the restart\n`)
      const finished = (await findEffects(payload, 'finished'))
        .map((effect) => effect.note)
        .filter((note) => note.startsWith(`${mode} `))
      expect(new Set(finished).size).toBe(total)
      expect(worker.exitCode).toBeNull()
      await runInTransaction(payload, (tx) =>
        addJob({ input: { note: `after ${mode}` }, task: record, tx }),
      )
      const heard = await waitUntil(
        async () =>
          (await findEffects(payload, 'record')).some((effect) => effect.note === `after ${mode}`),
        { ms: 5_000, what: 'the next job' },
      )
      process.stdout.write(`  ${mode}: next job heard in ${Math.round(heard)} ms\n`)
      worker.kill('SIGTERM')
      expect(await waitForExit(worker)).toBe(0)
    },
    60_000,
  )
})
