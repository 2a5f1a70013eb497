import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import { runInTransaction, type Tx } from '../payload'
import { CHAIN_START, type ChainHead, type Seal, sealAfter, type SealedTransition } from './chain'
import { transitionJson } from './columns'

/** Any number that no other lock of the shop uses: "lunas" on a telephone keypad. */
const SEALING = 58_627

/** Each batch looks through the last hour once; while it is hashed, this process does nothing else. */
const BATCH = 1_000

/** No transaction of the shop lasts longer: statements and idle moments end after 30 s each. */
const LONGEST_TRANSACTION = '1 hour'

type Head = ChainHead & { writtenAt: null | string }

const findHead = async (tx: Tx): Promise<Head> => {
  const [row] = await tx.rows<{ hash: string; seq: string; writtenAt: string }>(
    sql`select s.seq, s.hash, t.created_at::text as "writtenAt" from transition_seals s
      left join transitions t on t.id = s.transition_id order by s.seq desc limit 1`,
  )
  return row ? { ...row, seq: Number(row.seq) } : { ...CHAIN_START, writtenAt: null }
}

/**
 * The next transitions to seal. A row counts only when its transaction number lies below the oldest
 * one that still runs (`pg_snapshot_xmin`): then every transaction numbered below it has ended and
 * nothing can appear before it any more. So the order (transaction, machine, subject, seq) is total,
 * has no gaps, and is the same whenever the sealing runs, also when commits come out of order.
 */
const findUnsealed = async (tx: Tx, since: null | string): Promise<SealedTransition[]> => {
  const recent = since
    ? sql`and t.created_at >= ${since}::timestamptz - ${LONGEST_TRANSACTION}::interval`
    : sql``
  const rows = await tx.rows<{ transition: SealedTransition }>(
    sql`select ${transitionJson} as transition from transitions t
      where age(t.xmin) > age(pg_snapshot_xmin(pg_current_snapshot())::xid) ${recent}
        and not exists (select 1 from transition_seals s where s.transition_id = t.id)
      order by age(t.xmin) desc, t.machine, t.subject, t.seq limit ${BATCH}`,
  )
  return rows.map(({ transition }) => transition)
}

const insertSeals = (tx: Tx, seals: readonly Seal[]): Promise<unknown> =>
  tx.rows(sql`insert into transition_seals (seq, transition_id, previous, hash)
    select seq, "transitionId", previous, hash from json_to_recordset(${JSON.stringify(seals)}::json)
      as s (seq bigint, "transitionId" uuid, previous text, hash text)`)

const sealBatch = (payload: Payload, everything: boolean): Promise<number> =>
  runInTransaction(payload, async (tx) => {
    const [lock] = await tx.rows<{ held: boolean }>(
      sql`select pg_try_advisory_xact_lock(${SEALING}) as held`,
    )
    if (!lock?.held) {
      return 0
    }
    const { writtenAt, ...head } = await findHead(tx)
    const unsealed = await findUnsealed(tx, everything ? null : writtenAt)
    let last: ChainHead = head
    const seals = unsealed.map((transition) => {
      const seal = sealAfter(last, transition)
      last = seal
      return seal
    })
    if (seals.length > 0) {
      await insertSeals(tx, seals)
    }
    return seals.length
  })

/**
 * Seals what has not been sealed yet, in batches, one sealer at a time; says how many. Usually it
 * looks back from the last seal by the length of the longest transaction; `everything` looks at the
 * whole history.
 */
export const sealTransitions = async (args: {
  everything?: boolean
  payload: Payload
}): Promise<number> => {
  let total = 0
  for (;;) {
    const sealed = await sealBatch(args.payload, args.everything ?? false)
    total += sealed
    if (sealed < BATCH) {
      return total
    }
  }
}
