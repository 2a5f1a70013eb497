import { startDisposablePostgres } from '../../../src/dev/postgres'
import { makeDatabase, openHost, waitUntil } from './host'
import { queryRows, runInTransaction, sql } from '../../../src/plugin/kernel/payload'
import { addJob, addJobSql, defineTask, startWorker } from '../../../src/plugin/kernel/queue'
import { z } from 'zod'
const server = await startDisposablePostgres()
const connectionString = await makeDatabase({ database: 'bench', server })
const payload = await openHost({ connectionString })
let done = 0; const lat: number[] = []
const noop = defineTask({ name: 'bench.noop', input: z.object({ at: z.number() }), maxAttempts: 3, run: async ({ at }) => { done++; lat.push(performance.timeOrigin + performance.now() - at) } })
const worker = await startWorker({ connectionString, crons: [], payload, tasks: [noop] })
const now = () => performance.timeOrigin + performance.now()
for (let i = 0; i < 200; i++) { await runInTransaction(payload, (tx) => addJob({ tx, task: noop, input: { at: now() } })); await new Promise(r => setTimeout(r, 10)) }
await waitUntil(async () => done === 200, { ms: 5000, what: 'done' })
lat.sort((a, b) => a - b); console.log('latency add→run (incl. add tx) p50', lat[100]!.toFixed(1), 'p99', lat[197]!.toFixed(1))
let t = performance.now(); for (let i = 0; i < 500; i++) await queryRows(payload, sql`select ${addJobSql({ task: noop, input: { at: 0 }, runAt: new Date('2030-01-01') })}`); console.log('addJob ms', ((performance.now() - t) / 500).toFixed(2))
await queryRows(payload, sql`delete from graphile_worker._private_jobs`)
await worker.stop().then(() => 0)
done = 0
await queryRows(payload, sql`select count(*) from (select graphile_worker.add_job('bench.noop', json_build_object('at', 0)) from generate_series(1, 5000)) x`)
t = performance.now(); const w2 = await startWorker({ connectionString, crons: [], payload, tasks: [noop] })
await waitUntil(async () => done >= 5000, { ms: 60000, what: 'done' }); console.log('jobs/s', Math.round(5000 / ((performance.now() - t) / 1000)))
t = performance.now(); await w2.stop(); console.log('stop ms', Math.round(performance.now() - t))
await server.stop(); process.exit(0)
