import { sql, type MigrateUpArgs } from '@payloadcms/db-postgres'

import { DOWNLOAD_STATEMENTS } from '../plugin/downloads/guards'

/** Downloads: counted within their limits, what was published fixed. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of DOWNLOAD_STATEMENTS) {
    await db.execute(sql.raw(statement))
  }
}

/** The guards go with their tables. */
export async function down(): Promise<void> {
  await Promise.resolve()
}
