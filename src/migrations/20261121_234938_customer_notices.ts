import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "notifications" ADD COLUMN "customer_id" varchar;
  ALTER TABLE "notifications" ADD COLUMN "read_at" timestamp(3) with time zone;
  CREATE INDEX "notifications_customer_id_idx" ON "notifications" USING btree ("customer_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP INDEX "notifications_customer_id_idx";
  ALTER TABLE "notifications" DROP COLUMN "customer_id";
  ALTER TABLE "notifications" DROP COLUMN "read_at";`)
}
