import { newId, sql, type Tx } from '../../kernel/payload'
import { clock } from '../../kernel/time'

/** Who looks at something of an agreement. */
export type Looker = {
  name: null | string
  role: 'admin' | 'customer' | 'link' | 'owner' | 'system'
}

/** Writes down who looked at what; before anything is shown. */
export const noteLook = async (
  tx: Pick<Tx, 'rows'>,
  look: { by: Looker; file?: string; spkId: string; what: 'downloaded' | 'looked' | 'nik' },
): Promise<void> => {
  const { by, file = null, spkId, what } = look
  const at = clock.now().toISOString()
  await tx.rows(sql`insert into spk_accesses (id, spk_id, what, file, by_name, by_role, at, created_at, updated_at)
    values (${newId()}, ${spkId}, ${what}, ${file}, ${by.name}, ${by.role}, ${at}, ${at}, ${at})`)
}

const TEN_MINUTES_MS = 600_000

/**
 * Writes down that somebody looks at pages or data, unless he did so in the last ten minutes: a page has
 * many pictures, and who looks at one of them looks at all.
 *
 * @param look `file` names what is looked at: `issued`, `scan`, `photo`, or `panel` (all data in the
 * panel)
 */
export const noteSight = async (
  tx: Pick<Tx, 'rows'>,
  look: { by: Looker; file: string; spkId: string },
): Promise<void> => {
  const { by, file, spkId } = look
  const since = new Date(clock.now().getTime() - TEN_MINUTES_MS).toISOString()
  const known =
    await tx.rows(sql`select 1 from spk_accesses where spk_id = ${spkId} and what = 'looked'
    and file = ${file} and by_role = ${by.role} and by_name is not distinct from ${by.name}
    and at > ${since} limit 1`)
  if (known.length === 0) {
    await noteLook(tx, { ...look, what: 'looked' })
  }
}
