import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "message_texts" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"event" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "message_texts_locales" (
  	"subject" varchar,
  	"heading" varchar,
  	"intro" varchar,
  	"button" varchar,
  	"notes" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_message_texts_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" uuid,
  	"version_event" varchar NOT NULL,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "_message_texts_v_locales" (
  	"version_subject" varchar,
  	"version_heading" varchar,
  	"version_intro" varchar,
  	"version_button" varchar,
  	"version_notes" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "message_texts_id" uuid;
  ALTER TABLE "message_texts_locales" ADD CONSTRAINT "message_texts_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."message_texts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_message_texts_v" ADD CONSTRAINT "_message_texts_v_parent_id_message_texts_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."message_texts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_message_texts_v_locales" ADD CONSTRAINT "_message_texts_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_message_texts_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE UNIQUE INDEX "message_texts_event_idx" ON "message_texts" USING btree ("event");
  CREATE INDEX "message_texts_updated_at_idx" ON "message_texts" USING btree ("updated_at");
  CREATE INDEX "message_texts_created_at_idx" ON "message_texts" USING btree ("created_at");
  CREATE UNIQUE INDEX "message_texts_locales_locale_parent_id_unique" ON "message_texts_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_message_texts_v_parent_idx" ON "_message_texts_v" USING btree ("parent_id");
  CREATE INDEX "_message_texts_v_version_version_event_idx" ON "_message_texts_v" USING btree ("version_event");
  CREATE INDEX "_message_texts_v_version_version_updated_at_idx" ON "_message_texts_v" USING btree ("version_updated_at");
  CREATE INDEX "_message_texts_v_version_version_created_at_idx" ON "_message_texts_v" USING btree ("version_created_at");
  CREATE INDEX "_message_texts_v_created_at_idx" ON "_message_texts_v" USING btree ("created_at");
  CREATE INDEX "_message_texts_v_updated_at_idx" ON "_message_texts_v" USING btree ("updated_at");
  CREATE UNIQUE INDEX "_message_texts_v_locales_locale_parent_id_unique" ON "_message_texts_v_locales" USING btree ("_locale","_parent_id");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_message_texts_fk" FOREIGN KEY ("message_texts_id") REFERENCES "public"."message_texts"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_message_texts_id_idx" ON "payload_locked_documents_rels" USING btree ("message_texts_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "message_texts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "message_texts_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_message_texts_v" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_message_texts_v_locales" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "message_texts" CASCADE;
  DROP TABLE "message_texts_locales" CASCADE;
  DROP TABLE "_message_texts_v" CASCADE;
  DROP TABLE "_message_texts_v_locales" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_message_texts_fk";
  
  DROP INDEX "payload_locked_documents_rels_message_texts_id_idx";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "message_texts_id";`)
}
