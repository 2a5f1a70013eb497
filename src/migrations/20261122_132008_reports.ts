import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_findings_severity" AS ENUM('critical', 'high', 'medium', 'low', 'info');
  CREATE TYPE "public"."enum_findings_status" AS ENUM('open', 'mended', 'accepted');
  CREATE TABLE "findings" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"number" numeric,
  	"title" varchar NOT NULL,
  	"severity" "enum_findings_severity" NOT NULL,
  	"status" "enum_findings_status" DEFAULT 'open' NOT NULL,
  	"cvss" numeric,
  	"affected" varchar,
  	"description" varchar NOT NULL,
  	"evidence" varchar,
  	"recommendation" varchar NOT NULL,
  	"remark" varchar,
  	"fulfilment_id" uuid NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "report_drafts" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"summary" varchar NOT NULL,
  	"method" varchar,
  	"no_findings" varchar,
  	"fulfilment_id" uuid NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "reports" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"fulfilment_id" uuid NOT NULL,
  	"order_id" uuid NOT NULL,
  	"revision" numeric NOT NULL,
  	"state" varchar NOT NULL,
  	"filename" varchar NOT NULL,
  	"issued_at" timestamp(3) with time zone NOT NULL,
  	"issued_by" varchar NOT NULL,
  	"sent_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone,
  	"size" numeric,
  	"sha256" varchar,
  	"failure" varchar,
  	"password_since" timestamp(3) with time zone NOT NULL,
  	"content" jsonb NOT NULL,
  	"password" varchar NOT NULL,
  	"store_key" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "report_accesses" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"report_id" uuid NOT NULL,
  	"what" varchar NOT NULL,
  	"by_name" varchar,
  	"session" varchar,
  	"at" timestamp(3) with time zone NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "findings" ADD CONSTRAINT "findings_fulfilment_id_fulfilments_id_fk" FOREIGN KEY ("fulfilment_id") REFERENCES "public"."fulfilments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "report_drafts" ADD CONSTRAINT "report_drafts_fulfilment_id_fulfilments_id_fk" FOREIGN KEY ("fulfilment_id") REFERENCES "public"."fulfilments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "reports" ADD CONSTRAINT "reports_fulfilment_id_fulfilments_id_fk" FOREIGN KEY ("fulfilment_id") REFERENCES "public"."fulfilments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "reports" ADD CONSTRAINT "reports_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "report_accesses" ADD CONSTRAINT "report_accesses_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "findings_fulfilment_idx" ON "findings" USING btree ("fulfilment_id");
  CREATE INDEX "findings_updated_at_idx" ON "findings" USING btree ("updated_at");
  CREATE INDEX "findings_created_at_idx" ON "findings" USING btree ("created_at");
  CREATE UNIQUE INDEX "fulfilment_number_idx" ON "findings" USING btree ("fulfilment_id","number");
  CREATE UNIQUE INDEX "report_drafts_fulfilment_idx" ON "report_drafts" USING btree ("fulfilment_id");
  CREATE INDEX "report_drafts_updated_at_idx" ON "report_drafts" USING btree ("updated_at");
  CREATE INDEX "report_drafts_created_at_idx" ON "report_drafts" USING btree ("created_at");
  CREATE INDEX "reports_fulfilment_idx" ON "reports" USING btree ("fulfilment_id");
  CREATE INDEX "reports_order_idx" ON "reports" USING btree ("order_id");
  CREATE INDEX "reports_state_idx" ON "reports" USING btree ("state");
  CREATE INDEX "reports_updated_at_idx" ON "reports" USING btree ("updated_at");
  CREATE INDEX "reports_created_at_idx" ON "reports" USING btree ("created_at");
  CREATE UNIQUE INDEX "fulfilment_revision_idx" ON "reports" USING btree ("fulfilment_id","revision");
  CREATE INDEX "report_accesses_report_idx" ON "report_accesses" USING btree ("report_id");
  CREATE UNIQUE INDEX "report_accesses_session_idx" ON "report_accesses" USING btree ("session");
  CREATE INDEX "report_accesses_updated_at_idx" ON "report_accesses" USING btree ("updated_at");
  CREATE INDEX "report_accesses_created_at_idx" ON "report_accesses" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "findings" CASCADE;
  DROP TABLE "report_drafts" CASCADE;
  DROP TABLE "reports" CASCADE;
  DROP TABLE "report_accesses" CASCADE;
  DROP TYPE "public"."enum_findings_severity";
  DROP TYPE "public"."enum_findings_status";`)
}
