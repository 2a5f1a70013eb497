import { sql, type MigrateUpArgs } from '@payloadcms/db-postgres'

import { CAPTION_STATEMENTS } from '../plugin/attachments/guards'
import { EVIDENCE_STATEMENTS } from '../plugin/reports/guards'

/** Pictures have captions, and those of a report that was issued are kept. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of [...CAPTION_STATEMENTS, ...EVIDENCE_STATEMENTS]) {
    await db.execute(sql.raw(statement))
  }
}

/** Captions go; what was kept is kept by nobody any more. */
export async function down({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`drop trigger attachments_issued_kept on attachments;
    alter table attachments drop column caption`)
}
