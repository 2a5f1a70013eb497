import { sql, type MigrateUpArgs } from '@payloadcms/db-postgres'

import { REPORT_STATEMENTS } from '../plugin/reports/guards'

/** Reports: what was issued is fixed, who fetched it is not forgotten. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of REPORT_STATEMENTS) {
    await db.execute(sql.raw(statement))
  }
}

/** The guards go with their tables. */
export async function down({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw('drop function if exists lunas_report_fixed() cascade'))
}
