import { sql, type MigrateUpArgs } from '@payloadcms/db-postgres'

import { HOSTING_TERM_STATEMENTS } from '../plugin/hosting/guards'

/** Contracts that services have left behind, and slots that never fall below what is in use. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of HOSTING_TERM_STATEMENTS) {
    await db.execute(sql.raw(statement))
  }
}

/** The trigger goes with its table. */
export async function down({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw('drop function if exists lunas_keep_slots cascade'))
  await db.execute(
    sql.raw('alter table hosting_servers drop constraint if exists hosting_servers_slot_count'),
  )
  await db.execute(sql.raw('drop table if exists hosting_terms'))
}
