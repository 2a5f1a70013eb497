import { sql, type MigrateUpArgs } from '@payloadcms/db-postgres'

import { BLOCKER_STATEMENTS } from '../plugin/hosting/guards'
import { CONTRACT_STATEMENTS } from '../plugin/instalments/guards'
import { OVERDUE_STATEMENTS } from '../plugin/overdue/guards'

/** Debts in instalments, arrears, and reasons to be off: what their tables cannot say themselves. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of [...CONTRACT_STATEMENTS, ...BLOCKER_STATEMENTS, ...OVERDUE_STATEMENTS]) {
    await db.execute(sql.raw(statement))
  }
}

/** The guards go with their tables. */
export async function down(): Promise<void> {
  await Promise.resolve()
}
