import { sql, type MigrateUpArgs } from '@payloadcms/db-postgres'

import { GATE_STATEMENTS } from '../plugin/hosting/gate/guards'

/** The database tells the gate of every change that could open or close a site. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of GATE_STATEMENTS) {
    await db.execute(sql.raw(statement))
  }
}

/** The trigger goes with its table. */
export async function down({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw('drop function if exists lunas_tell_gate cascade'))
}
