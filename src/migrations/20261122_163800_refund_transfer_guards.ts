import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

import { TRANSFER_STATEMENTS } from '../plugin/refunds/transfers/guards'

/** Transfers of refunds: one for each refund, and who asked for the refunds that are there. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of TRANSFER_STATEMENTS) {
    await db.execute(sql.raw(statement))
  }
}

/** The checks go with their table. */
export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop trigger refund_transfers_reference_stays on refund_transfers`)
  await db.execute(sql`drop function lunas_transfer_given`)
}
