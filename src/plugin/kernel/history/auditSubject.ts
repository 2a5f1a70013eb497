import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Tx } from '../payload'
import type { ChainLink } from './chain'

import { verifyChain } from './chain'
import { transitionJson } from './columns'

/** One sealed move: its place in the shop's chain, its link, and whether both fit what is on record now. */
export type CheckedLink = { hash: string; isIntact: boolean; seq: number }

type Row = ChainLink & { before: null | string }

/**
 * Computes the links of everything that was sealed of one row anew, in order: each from the move as it
 * stands in the books and from the link before it in the shop's chain. `waiting` counts moves that the next
 * sealing takes. A move that was removed after it was sealed is not seen here: the nightly audit finds it.
 */
export const auditSubject = async (
  tx: Pick<Tx, 'rows'>,
  { machine, subject }: { machine: string; subject: string },
): Promise<{ links: CheckedLink[]; waiting: number }> => {
  const rows = await tx.rows<{ seal: null } | Row>(
    sql`select case when s.seq is null then null else json_build_object('seq', s.seq,
        'transitionId', s.transition_id, 'previous', s.previous, 'hash', s.hash) end as seal,
      ${transitionJson} as transition, b.hash as before
    from transitions t left join transition_seals s on s.transition_id = t.id
      left join transition_seals b on b.seq = s.seq - 1
    where t.machine = ${machine} and t.subject = ${subject} order by t.seq`,
  )
  const sealed = rows.filter((row): row is Row => row.seal !== null)
  const links = sealed.map(({ before, seal, transition }) => {
    const { hash, previous, seq } = seal
    const head = { hash: before ?? (seq === 1 ? previous : ''), seq: seq - 1 }
    const { faults } = verifyChain({ head, links: [{ seal, transition }] })
    return { hash, isIntact: faults.length === 0, seq }
  })
  return { links, waiting: rows.length - sealed.length }
}
