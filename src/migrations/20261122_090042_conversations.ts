import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "conversation_posts" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"subject_kind" varchar NOT NULL,
  	"subject_id" varchar NOT NULL,
  	"seq" numeric NOT NULL,
  	"author_kind" varchar NOT NULL,
  	"author_name" varchar,
  	"staff_id" varchar,
  	"body" varchar NOT NULL,
  	"key" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE INDEX "conversation_posts_updated_at_idx" ON "conversation_posts" USING btree ("updated_at");
  CREATE INDEX "conversation_posts_created_at_idx" ON "conversation_posts" USING btree ("created_at");
  CREATE UNIQUE INDEX "subjectKind_subjectId_seq_idx" ON "conversation_posts" USING btree ("subject_kind","subject_id","seq");
  CREATE UNIQUE INDEX "subjectKind_subjectId_key_idx" ON "conversation_posts" USING btree ("subject_kind","subject_id","key");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "conversation_posts" CASCADE;`)
}
