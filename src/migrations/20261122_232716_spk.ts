import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_spk_templates_mode" AS ENUM('e-first', 'e-last', 'tempel');
  CREATE TYPE "public"."enum__spk_templates_v_version_mode" AS ENUM('e-first', 'e-last', 'tempel');
  CREATE TABLE "spks" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"number" varchar,
  	"state" varchar NOT NULL,
  	"order_id" uuid NOT NULL,
  	"customer_id" uuid NOT NULL,
  	"assignee_id" uuid,
  	"template_id" uuid,
  	"mode" varchar NOT NULL,
  	"edition" numeric DEFAULT 0 NOT NULL,
  	"revision" numeric DEFAULT 0 NOT NULL,
  	"lock_version" numeric DEFAULT 0 NOT NULL,
  	"identity" jsonb,
  	"nik_masked" varchar,
  	"nik_sealed" varchar,
  	"nik_key" varchar,
  	"nik_mark" varchar,
  	"attempts" numeric DEFAULT 0 NOT NULL,
  	"wanted" varchar,
  	"reasons" jsonb,
  	"checklist" jsonb,
  	"override_reason" varchar,
  	"vouched_by" varchar,
  	"confirmed_by" varchar,
  	"confirmed_at" timestamp(3) with time zone,
  	"confirmed_sha256" varchar,
  	"official_check" varchar,
  	"issued_at" timestamp(3) with time zone,
  	"sign_by" timestamp(3) with time zone,
  	"reminded_at" timestamp(3) with time zone,
  	"erased_at" timestamp(3) with time zone,
  	"challenge" varchar,
  	"token" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "spk_templates_clauses" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"title" varchar NOT NULL,
  	"body" varchar NOT NULL
  );
  
  CREATE TABLE "spk_templates" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"mode" "enum_spk_templates_mode" DEFAULT 'e-first' NOT NULL,
  	"font_size" numeric DEFAULT 10.5 NOT NULL,
  	"house" varchar NOT NULL,
  	"place" varchar NOT NULL,
  	"dispute_city" varchar NOT NULL,
  	"second_review_above" numeric,
  	"provider_legal_name" varchar NOT NULL,
  	"provider_nib" varchar NOT NULL,
  	"provider_npwp" varchar NOT NULL,
  	"provider_address" varchar NOT NULL,
  	"provider_representative" varchar NOT NULL,
  	"provider_representative_title" varchar NOT NULL,
  	"provider_email" varchar NOT NULL,
  	"provider_phone" varchar NOT NULL,
  	"is_active" boolean DEFAULT true,
  	"version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "_spk_templates_v_version_clauses" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"title" varchar NOT NULL,
  	"body" varchar NOT NULL,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_spk_templates_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" uuid,
  	"version_name" varchar NOT NULL,
  	"version_mode" "enum__spk_templates_v_version_mode" DEFAULT 'e-first' NOT NULL,
  	"version_font_size" numeric DEFAULT 10.5 NOT NULL,
  	"version_house" varchar NOT NULL,
  	"version_place" varchar NOT NULL,
  	"version_dispute_city" varchar NOT NULL,
  	"version_second_review_above" numeric,
  	"version_provider_legal_name" varchar NOT NULL,
  	"version_provider_nib" varchar NOT NULL,
  	"version_provider_npwp" varchar NOT NULL,
  	"version_provider_address" varchar NOT NULL,
  	"version_provider_representative" varchar NOT NULL,
  	"version_provider_representative_title" varchar NOT NULL,
  	"version_provider_email" varchar NOT NULL,
  	"version_provider_phone" varchar NOT NULL,
  	"version_is_active" boolean DEFAULT true,
  	"version_version" numeric DEFAULT 1,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "spk_editions" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"spk_id" uuid NOT NULL,
  	"edition" numeric NOT NULL,
  	"revision" numeric NOT NULL,
  	"content" jsonb NOT NULL,
  	"content_hash" varchar NOT NULL,
  	"remarks" jsonb,
  	"layout" jsonb,
  	"agreed_at" timestamp(3) with time zone,
  	"agreed_from" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "spk_files" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"spk_id" uuid NOT NULL,
  	"kind" varchar NOT NULL,
  	"edition" numeric NOT NULL,
  	"seq" numeric NOT NULL,
  	"sha256" varchar NOT NULL,
  	"size" numeric NOT NULL,
  	"pages" numeric,
  	"mime" varchar NOT NULL,
  	"brought_by" varchar NOT NULL,
  	"fault" varchar,
  	"meterai" jsonb,
  	"serial" varchar,
  	"analysis" jsonb,
  	"signature_hash" varchar,
  	"store_key" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "spk_accesses" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"spk_id" uuid NOT NULL,
  	"what" varchar NOT NULL,
  	"file" varchar,
  	"by_name" varchar,
  	"by_role" varchar NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "orders" ADD COLUMN "needs_spk" boolean DEFAULT false;
  ALTER TABLE "products" ADD COLUMN "needs_spk" boolean DEFAULT true;
  ALTER TABLE "_products_v" ADD COLUMN "version_needs_spk" boolean DEFAULT true;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "spk_templates_id" uuid;
  ALTER TABLE "spks" ADD CONSTRAINT "spks_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "spks" ADD CONSTRAINT "spks_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "spks" ADD CONSTRAINT "spks_assignee_id_staff_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."staff"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "spks" ADD CONSTRAINT "spks_template_id_spk_templates_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."spk_templates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "spk_templates_clauses" ADD CONSTRAINT "spk_templates_clauses_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."spk_templates"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_spk_templates_v_version_clauses" ADD CONSTRAINT "_spk_templates_v_version_clauses_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_spk_templates_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_spk_templates_v" ADD CONSTRAINT "_spk_templates_v_parent_id_spk_templates_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."spk_templates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "spk_editions" ADD CONSTRAINT "spk_editions_spk_id_spks_id_fk" FOREIGN KEY ("spk_id") REFERENCES "public"."spks"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "spk_files" ADD CONSTRAINT "spk_files_spk_id_spks_id_fk" FOREIGN KEY ("spk_id") REFERENCES "public"."spks"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "spk_accesses" ADD CONSTRAINT "spk_accesses_spk_id_spks_id_fk" FOREIGN KEY ("spk_id") REFERENCES "public"."spks"("id") ON DELETE set null ON UPDATE no action;
  CREATE UNIQUE INDEX "spks_number_idx" ON "spks" USING btree ("number");
  CREATE INDEX "spks_state_idx" ON "spks" USING btree ("state");
  CREATE INDEX "spks_order_idx" ON "spks" USING btree ("order_id");
  CREATE INDEX "spks_customer_idx" ON "spks" USING btree ("customer_id");
  CREATE INDEX "spks_assignee_idx" ON "spks" USING btree ("assignee_id");
  CREATE INDEX "spks_template_idx" ON "spks" USING btree ("template_id");
  CREATE INDEX "spks_sign_by_idx" ON "spks" USING btree ("sign_by");
  CREATE UNIQUE INDEX "spks_token_idx" ON "spks" USING btree ("token");
  CREATE INDEX "spks_updated_at_idx" ON "spks" USING btree ("updated_at");
  CREATE INDEX "spks_created_at_idx" ON "spks" USING btree ("created_at");
  CREATE INDEX "spk_templates_clauses_order_idx" ON "spk_templates_clauses" USING btree ("_order");
  CREATE INDEX "spk_templates_clauses_parent_id_idx" ON "spk_templates_clauses" USING btree ("_parent_id");
  CREATE INDEX "spk_templates_updated_at_idx" ON "spk_templates" USING btree ("updated_at");
  CREATE INDEX "spk_templates_created_at_idx" ON "spk_templates" USING btree ("created_at");
  CREATE INDEX "_spk_templates_v_version_clauses_order_idx" ON "_spk_templates_v_version_clauses" USING btree ("_order");
  CREATE INDEX "_spk_templates_v_version_clauses_parent_id_idx" ON "_spk_templates_v_version_clauses" USING btree ("_parent_id");
  CREATE INDEX "_spk_templates_v_parent_idx" ON "_spk_templates_v" USING btree ("parent_id");
  CREATE INDEX "_spk_templates_v_version_version_updated_at_idx" ON "_spk_templates_v" USING btree ("version_updated_at");
  CREATE INDEX "_spk_templates_v_version_version_created_at_idx" ON "_spk_templates_v" USING btree ("version_created_at");
  CREATE INDEX "_spk_templates_v_created_at_idx" ON "_spk_templates_v" USING btree ("created_at");
  CREATE INDEX "_spk_templates_v_updated_at_idx" ON "_spk_templates_v" USING btree ("updated_at");
  CREATE INDEX "spk_editions_spk_idx" ON "spk_editions" USING btree ("spk_id");
  CREATE INDEX "spk_editions_updated_at_idx" ON "spk_editions" USING btree ("updated_at");
  CREATE INDEX "spk_editions_created_at_idx" ON "spk_editions" USING btree ("created_at");
  CREATE UNIQUE INDEX "spk_edition_idx" ON "spk_editions" USING btree ("spk_id","edition");
  CREATE INDEX "spk_files_spk_idx" ON "spk_files" USING btree ("spk_id");
  CREATE INDEX "spk_files_sha256_idx" ON "spk_files" USING btree ("sha256");
  CREATE UNIQUE INDEX "spk_files_store_key_idx" ON "spk_files" USING btree ("store_key");
  CREATE INDEX "spk_files_updated_at_idx" ON "spk_files" USING btree ("updated_at");
  CREATE INDEX "spk_files_created_at_idx" ON "spk_files" USING btree ("created_at");
  CREATE INDEX "spk_accesses_spk_idx" ON "spk_accesses" USING btree ("spk_id");
  CREATE INDEX "spk_accesses_updated_at_idx" ON "spk_accesses" USING btree ("updated_at");
  CREATE INDEX "spk_accesses_created_at_idx" ON "spk_accesses" USING btree ("created_at");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_spk_templates_fk" FOREIGN KEY ("spk_templates_id") REFERENCES "public"."spk_templates"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_spk_templates_id_idx" ON "payload_locked_documents_rels" USING btree ("spk_templates_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "spks" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "spk_templates_clauses" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "spk_templates" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_spk_templates_v_version_clauses" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_spk_templates_v" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "spk_editions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "spk_files" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "spk_accesses" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "spks" CASCADE;
  DROP TABLE "spk_templates_clauses" CASCADE;
  DROP TABLE "spk_templates" CASCADE;
  DROP TABLE "_spk_templates_v_version_clauses" CASCADE;
  DROP TABLE "_spk_templates_v" CASCADE;
  DROP TABLE "spk_editions" CASCADE;
  DROP TABLE "spk_files" CASCADE;
  DROP TABLE "spk_accesses" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_spk_templates_fk";
  
  DROP INDEX "payload_locked_documents_rels_spk_templates_id_idx";
  ALTER TABLE "orders" DROP COLUMN "needs_spk";
  ALTER TABLE "products" DROP COLUMN "needs_spk";
  ALTER TABLE "_products_v" DROP COLUMN "version_needs_spk";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "spk_templates_id";
  DROP TYPE "public"."enum_spk_templates_mode";
  DROP TYPE "public"."enum__spk_templates_v_version_mode";`)
}
