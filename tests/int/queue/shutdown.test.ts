import { sql } from '@payloadcms/db-postgres'
import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Payload } from 'payload'
import { afterEach, beforeAll, describe, expect, inject, it } from 'vitest'

import { queryRows, runInTransaction } from '../../../src/plugin/kernel/payload'
import { addJob } from '../../../src/plugin/kernel/queue'
import { findEffects, makeDatabase, openHost, waitUntil } from './host'
import { spawnWorker, waitForExit } from './processes'
import { slow } from './tasks'

/** Processes start slowly on a busy machine; none of these tests is about that. */
const PATIENCE = 180_000

const trialScript = new URL('./workerProcess.ts', import.meta.url)
const shopScript = new URL('../../../src/worker.ts', import.meta.url)
const children: ChildProcess[] = []
let connectionString: string
let payload: Payload

const start = async (args: { env?: Record<string, string>; script?: URL } = {}) => {
  const { env = {}, script = trialScript } = args
  const child = await spawnWorker({ env: { TRIAL_DATABASE_URL: connectionString, ...env }, script })
  children.push(child)
  return child
}

const countOf = async (name: string, note: string): Promise<number> =>
  (await findEffects(payload, name)).filter((effect) => effect.note === note).length

/** Resolves when the process has written a word. */
const said = (child: ChildProcess, word: string): Promise<void> =>
  new Promise((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes(word)) {
        resolve()
      }
    })
  })

const addSlow = (note: string, ms: number): Promise<void> =>
  runInTransaction(payload, (tx) => addJob({ input: { ms, note }, task: slow, tx }))

const waitStarted = (note: string, times = 1): Promise<number> =>
  waitUntil(async () => (await countOf('started', note)) === times, {
    ms: 90_000,
    what: `${note} to start`,
  })

beforeAll(async () => {
  const server = inject('postgres')
  const database = `shutdown_${process.pid}`
  connectionString = await makeDatabase({ database, server: { ...server, pid: 0 } as never })
  payload = await openHost({ connectionString })
}, PATIENCE)

afterEach(async () => {
  for (const child of children.splice(0)) {
    child.kill('SIGKILL')
    await waitForExit(child)
  }
  await queryRows(payload, sql`delete from graphile_worker._private_jobs`)
})

describe('A worker that is asked to stop', () => {
  it(
    'finishes the job in hand, once, and takes no other',
    async () => {
      const worker = await start()
      await addSlow('in hand', 5_000)
      await waitStarted('in hand')
      const stopping = said(worker, 'stopping')
      worker.kill('SIGTERM')
      await stopping
      // A look for jobs that was under way when it was asked may still find one.
      await sleep(500)
      await addSlow('too late', 1)
      expect(await waitForExit(worker)).toBe(0)
      expect(await countOf('finished', 'in hand')).toBe(1)
      expect(await countOf('started', 'in hand')).toBe(1)
      expect(await countOf('started', 'too late')).toBe(0)
      await start()
      await waitStarted('too late')
      expect(await countOf('started', 'in hand')).toBe(1)
    },
    PATIENCE,
  )

  it(
    'does not wait for ever: a job longer than the drain goes to another within seconds',
    async () => {
      const worker = await start({ env: { TRIAL_DRAIN_MS: '300' } })
      await addSlow('endless', 600_000)
      await waitStarted('endless')
      await start()
      worker.kill('SIGTERM')
      expect(await waitForExit(worker)).toBe(0)
      const waited = await waitStarted('endless', 2)
      process.stdout.write(`  taken over ${Math.round(waited)} ms after the exit\n`)
    },
    PATIENCE,
  )
})

describe('The worker of the shop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends with 0 on %s, also when asked twice',
    async (signal) => {
      const worker = await start({ script: shopScript })
      worker.kill(signal)
      worker.kill(signal)
      expect(await waitForExit(worker)).toBe(0)
    },
    PATIENCE,
  )
})
