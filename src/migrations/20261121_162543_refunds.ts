import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_reviews_state" ADD VALUE 'refunded';`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "reviews" ALTER COLUMN "state" SET DATA TYPE text;
  ALTER TABLE "reviews" ALTER COLUMN "state" SET DEFAULT 'open'::text;
  DROP TYPE "public"."enum_reviews_state";
  CREATE TYPE "public"."enum_reviews_state" AS ENUM('credited', 'kept', 'open', 'refundMarked');
  ALTER TABLE "reviews" ALTER COLUMN "state" SET DEFAULT 'open'::"public"."enum_reviews_state";
  ALTER TABLE "reviews" ALTER COLUMN "state" SET DATA TYPE "public"."enum_reviews_state" USING "state"::"public"."enum_reviews_state";`)
}
