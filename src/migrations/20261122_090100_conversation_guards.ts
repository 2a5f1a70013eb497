import { sql, type MigrateUpArgs } from '@payloadcms/db-postgres'

import { CONVERSATION_STATEMENTS } from '../plugin/conversations/guards'

/** Posts: checks, and rows that nobody changes. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of CONVERSATION_STATEMENTS) {
    await db.execute(sql.raw(statement))
  }
}

/** The guards go with their table. */
export async function down(): Promise<void> {
  await Promise.resolve()
}
