import { sql, type MigrateUpArgs } from '@payloadcms/db-postgres'

import { SPK_ADDENDUM_STATEMENTS } from '../plugin/spk/guards'

/** Numbers of addenda, which are counted apart from those of agreements. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of SPK_ADDENDUM_STATEMENTS) {
    await db.execute(sql.raw(statement))
  }
}

/** Without addenda, house and year are enough again. */
export async function down({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw('alter table spk_numbers drop constraint if exists spk_numbers_once'))
  await db.execute(sql.raw('alter table spk_numbers drop column if exists prefix'))
  await db.execute(
    sql.raw(
      'alter table spk_numbers add constraint spk_numbers_house_year_seq_key unique (house, year, seq)',
    ),
  )
}
