import type { Tx } from '../../kernel/payload'
import type { AccessKind } from '../accessWords'

import { newId, sql } from '../../kernel/payload'

/** Writes down who did what with a report; a link is noted once, however often its file is asked for. */
export const noteAccess = async (
  tx: Pick<Tx, 'rows'>,
  access: {
    at: Date
    /** Name of whoever was logged in; null for whoever had the link. */
    byName: null | string
    reportId: string
    session: null | string
    what: AccessKind
  },
): Promise<void> => {
  const { byName, reportId, session, what } = access
  const at = access.at.toISOString()
  await tx.rows(
    sql`insert into report_accesses (id, report_id, what, by_name, session, at, created_at, updated_at)
      values (${newId()}, ${reportId}, ${what}, ${byName}, ${session}, ${at}, ${at}, ${at})
      on conflict (session) do nothing`,
  )
}
