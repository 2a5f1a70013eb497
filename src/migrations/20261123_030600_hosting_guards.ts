import { sql, type MigrateUpArgs } from '@payloadcms/db-postgres'

import { HOSTING_STATEMENTS } from '../plugin/hosting/guards'

/** Services and servers: what their tables cannot say themselves. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of HOSTING_STATEMENTS) {
    await db.execute(sql.raw(statement))
  }
}

/** The guards go with their tables. */
export async function down(): Promise<void> {
  await Promise.resolve()
}
