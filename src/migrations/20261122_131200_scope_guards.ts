import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

import { SCOPE_STATEMENTS } from '../plugin/scopes/guards'

/** Scopes: what is signed, proven and dated is so in full; a code proves one domain. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of SCOPE_STATEMENTS) {
    await db.execute(sql.raw(statement))
  }
}

/** Checks and index go with their table. */
export async function down(_: MigrateDownArgs): Promise<void> {}
