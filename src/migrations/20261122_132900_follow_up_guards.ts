import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

import { FOLLOW_UP_STATEMENTS } from '../plugin/fulfilment/guards'

/** What the schema cannot say about follow-up mails. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of FOLLOW_UP_STATEMENTS) {
    await db.execute(sql.raw(statement))
  }
}

/** The column takes index and constraint along. */
export async function down(_: MigrateDownArgs): Promise<void> {}
