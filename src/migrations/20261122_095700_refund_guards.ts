import { sql, type MigrateUpArgs } from '@payloadcms/db-postgres'

import { REFUND_STATEMENTS } from '../plugin/refunds/guards'

/** Refunds: numbers, checks, and that no more goes back than came. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of REFUND_STATEMENTS) {
    await db.execute(sql.raw(statement))
  }
}

/** The checks go with their table. */
export async function down({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`drop trigger refunds_fit on refunds`)
  await db.execute(sql`drop function lunas_refund_fits`)
  await db.execute(sql`drop sequence refund_number_seq`)
}
