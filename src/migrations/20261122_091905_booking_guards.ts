import { sql, type MigrateUpArgs } from '@payloadcms/db-postgres'

import { BOOKING_STATEMENTS } from '../plugin/booking/guards'

/** Appointments: nobody sits in two at one time, one per item, and the checks of their clocks. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of BOOKING_STATEMENTS) {
    await db.execute(sql.raw(statement))
  }
}

/** The guards go with their tables. */
export async function down(): Promise<void> {
  await Promise.resolve()
}
