import { sql, type MigrateUpArgs } from '@payloadcms/db-postgres'

import { FULFILMENT_STATEMENTS } from '../plugin/fulfilment/guards'

/** Deliveries: checks, the indexes of what is promised, and the holidays that are known. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of FULFILMENT_STATEMENTS) {
    await db.execute(sql.raw(statement))
  }
}

/** The guards go with their tables. */
export async function down(): Promise<void> {
  await Promise.resolve()
}
