import type { Payload } from 'payload'

import type { Task } from '../../kernel/queue'
import type { SpkState } from '../states'
import type { SpkFileKind } from '../words'

import { queryRows, runInTransaction, sql } from '../../kernel/payload'
import { addJob } from '../../kernel/queue'
import { analyseJob, finalCheckJob, sealJob, stampCheckJob } from '../jobs'

type Job<I> = Pick<Task<I>, 'input' | 'maxAttempts' | 'name'>

/** What each state that a program has to end waits for, and the file that it is about. */
const WAITS = {
  analysing: { job: analyseJob, kind: 'scan' },
  finalCheck: { job: finalCheckJob, kind: 'final' },
  stampCheck: { job: stampCheckJob, kind: 'stamped' },
} as const satisfies Partial<
  Record<SpkState, { job: Job<{ fileId: string; spkId: string }>; kind: SpkFileKind }>
>

/** Longer than any of them takes, in ms. */
const STUCK_MS = 3_600_000

type Stuck = { fileId: null | string; id: string; state: 'confirmed' | keyof typeof WAITS }

const KINDS = sql`case s.state ${sql.join(
  Object.entries(WAITS).map(([state, { kind }]) => sql`when ${state} then ${kind}`),
  sql` `,
)} end`

const requeue = (payload: Payload, { fileId, id, state }: Stuck): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    if (state === 'confirmed') {
      await addJob({ input: { spkId: id }, key: `${sealJob.name}:${id}`, task: sealJob, tx })
    } else if (fileId) {
      const { job } = WAITS[state]
      await addJob({ input: { fileId, spkId: id }, key: `${job.name}:${fileId}`, task: job, tx })
    }
  })

/**
 * Puts the work on agreements back in line that has been lost or has given up: what is still to be
 * looked at, judged or sealed an hour later. Work that runs is not touched, and what was done already
 * is not done again.
 */
export const requeueStuck = async (args: { now: Date; payload: Payload }): Promise<void> => {
  const { now, payload } = args
  const since = new Date(now.getTime() - STUCK_MS).toISOString()
  const stuck = await queryRows<Stuck>(
    payload,
    sql`select s.id, s.state, (select f.id::text from spk_files f where f.spk_id = s.id
        and f.edition = s.edition and f.kind = ${KINDS} order by f.seq desc limit 1) as "fileId"
      from spks s where s.state in ('analysing', 'finalCheck', 'stampCheck', 'confirmed')
        and s.updated_at < ${since} order by s.updated_at limit 200`,
  )
  for (const each of stuck) {
    await requeue(payload, each)
  }
}
