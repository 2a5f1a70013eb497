import type { Tx } from '../../kernel/payload'
import type { SpkChainHead, SpkFileFacts } from '../seal/verification'

import { spkMachine } from '../machine'
import { type SQL, sql } from '../../kernel/payload'
import { SPK_FILE_KINDS } from '../seal/verification'

/** One move of an agreement as the history has it. */
export type SpkMove = {
  actorLabel: null | string
  actorRole: string
  at: string
  event: string
  hash: null | string
  metadata: Record<string, unknown>
  reason: null | string
  seq: number
}

/** Every move of an agreement, in order, each with its link of the sealed chain once it has one. */
export const findMoves = (tx: Pick<Tx, 'rows'>, spkId: string): Promise<SpkMove[]> =>
  tx.rows<SpkMove>(sql`select t.seq::int as seq, t.event, t.at, t.actor_role as "actorRole",
      t.actor_label as "actorLabel", t.reason, t.metadata, s.hash
    from transitions t left join transition_seals s on s.transition_id = t.id
    where t.machine = ${spkMachine.name} and t.subject = ${spkId} order by t.seq`)

/** Where the chain of an agreement ends; null while none of its moves is sealed. */
export const findChainHead = async (
  tx: Pick<Tx, 'rows'>,
  spkId: string,
): Promise<null | SpkChainHead> => {
  const [row] = await tx.rows<{ hash: string; seq: string }>(sql`select s.seq, s.hash
    from transitions t join transition_seals s on s.transition_id = t.id
    where t.machine = ${spkMachine.name} and t.subject = ${spkId} order by t.seq desc limit 1`)
  return row ? { hash: row.hash, seq: Number(row.seq) } : null
}

const kinds: SQL = sql.join(
  SPK_FILE_KINDS.map((kind) => sql`${kind}`),
  sql`, `,
)

type Row = { at: string } & Omit<SpkFileFacts, 'at'>

/** The files of an agreement by their fingerprints, in the order in which they came to be. */
export const findFileFacts = async (
  tx: Pick<Tx, 'rows'>,
  spkId: string,
): Promise<SpkFileFacts[]> => {
  const rows =
    await tx.rows<Row>(sql`select kind, sha256, size::float8 as size, pages::int as pages,
      created_at as at
    from spk_files where spk_id = ${spkId} and kind in (${kinds}) order by created_at, id`)
  return rows.map((row) => ({ ...row, at: new Date(row.at) }))
}
