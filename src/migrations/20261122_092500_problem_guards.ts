import { sql, type MigrateUpArgs } from '@payloadcms/db-postgres'

import { ATTACHMENT_STATEMENTS } from '../plugin/attachments/guards'
import { PROBLEM_STATEMENTS } from '../plugin/problems/guards'

/** Reports: numbers, checks, the index of what is promised; and the table of what people send. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of [...ATTACHMENT_STATEMENTS, ...PROBLEM_STATEMENTS]) {
    await db.execute(sql.raw(statement))
  }
}

/** The checks go with their tables. */
export async function down({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`drop table attachments; drop sequence problem_number_seq`)
}
