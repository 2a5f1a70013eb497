import { sql, type MigrateUpArgs } from '@payloadcms/db-postgres'

import { GUARD_STATEMENTS } from '../plugin/kernel/payload/guards'
import { notificationConstraintSql } from '../plugin/notifications/states'

/** What Payload's schema cannot say: checks, partial indexes, triggers, the number sequence. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of [...GUARD_STATEMENTS, notificationConstraintSql]) {
    await db.execute(sql.raw(statement))
  }
}

/** The guards go with their tables. */
export async function down(): Promise<void> {
  await Promise.resolve()
}
