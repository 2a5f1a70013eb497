import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

import { notificationConstraintSql } from '../plugin/notifications/states'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "message_choices" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"address" varchar NOT NULL,
  	"channel" varchar DEFAULT 'auto' NOT NULL,
  	"wants_optional" boolean DEFAULT true NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "notifications" ADD COLUMN "recipient_phone" varchar;
  ALTER TABLE "notifications" ADD COLUMN "reported" varchar;
  CREATE UNIQUE INDEX "message_choices_address_idx" ON "message_choices" USING btree ("address");
  CREATE INDEX "message_choices_updated_at_idx" ON "message_choices" USING btree ("updated_at");
  CREATE INDEX "message_choices_created_at_idx" ON "message_choices" USING btree ("created_at");
  CREATE INDEX "notifications_message_id_idx" ON "notifications" USING btree ("message_id");`)
  // The states of a message are checked text: there are more of them now.
  await db.execute(sql.raw('alter table notifications drop constraint notifications_state_check'))
  await db.execute(sql.raw(notificationConstraintSql))
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "message_choices" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "message_choices" CASCADE;
  DROP INDEX "notifications_message_id_idx";
  ALTER TABLE "notifications" DROP COLUMN "recipient_phone";
  ALTER TABLE "notifications" DROP COLUMN "reported";`)
}
