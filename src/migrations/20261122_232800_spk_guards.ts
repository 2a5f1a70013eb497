import { sql, type MigrateUpArgs } from '@payloadcms/db-postgres'

import { SPK_STATEMENTS } from '../plugin/spk/guards'

/** Agreements before the money: what their tables cannot say themselves. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of SPK_STATEMENTS) {
    await db.execute(sql.raw(statement))
  }
}

/** The guards go with their tables. */
export async function down(): Promise<void> {
  await Promise.resolve()
}
