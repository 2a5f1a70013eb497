import { sql, type Tx } from '../../kernel/payload'
import { queueConverge } from '../converge/job'
import { WAITS_FOR_SERVER } from './place'

/** How long a service waits that found no server, should nobody wake it before. */
export const NO_SERVER_MS = 60_000

/** What staff are told of it. */
export const NO_SERVER =
  'Belum ada server kosong untuk layanan yang sudah dibayar ini. Tambah server atau slot.'

const MOST = 20

/** There may be room again: those who have waited longest for it try, in the caller's transaction. */
export const wakeWaiting = async (tx: Pick<Tx, 'rows'>): Promise<void> => {
  const waiting = await tx.rows<{ id: string }>(sql`select a.id from hosting_accounts a
    where ${WAITS_FOR_SERVER} order by a.wanted_at, a.id limit ${MOST}`)
  for (const { id: accountId } of waiting) {
    await queueConverge(tx, { accountId, isUrgent: true })
  }
}
