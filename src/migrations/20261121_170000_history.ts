import { sql, type MigrateUpArgs } from '@payloadcms/db-postgres'

import { HISTORY_STATEMENTS } from '../plugin/kernel/history/guards'

/** The sealed history: one seal per transition, append-only. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of HISTORY_STATEMENTS) {
    await db.execute(sql.raw(statement))
  }
}

/** The seals go with the transitions. */
export async function down(): Promise<void> {
  await Promise.resolve()
}
