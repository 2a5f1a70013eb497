import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_availabilities_weekly_weekday" AS ENUM('1', '2', '3', '4', '5', '6', '0');
  CREATE TYPE "public"."enum_availabilities_place_kind" AS ENUM('zoom', 'googleMeet', 'discord', 'other');
  CREATE TABLE "availabilities_weekly" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"weekday" "enum_availabilities_weekly_weekday" NOT NULL,
  	"opens" varchar,
  	"closes" varchar
  );
  
  CREATE TABLE "availabilities_exceptions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"day" varchar NOT NULL,
  	"opens" varchar,
  	"closes" varchar,
  	"is_off" boolean
  );
  
  CREATE TABLE "availabilities" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"host_id" uuid NOT NULL,
  	"is_active" boolean DEFAULT true,
  	"buffer_minutes" numeric DEFAULT 15 NOT NULL,
  	"max_per_day" numeric DEFAULT 4 NOT NULL,
  	"notice_days" numeric DEFAULT 1 NOT NULL,
  	"notice_hours" numeric DEFAULT 2 NOT NULL,
  	"horizon_days" numeric DEFAULT 30 NOT NULL,
  	"place_kind" "enum_availabilities_place_kind" DEFAULT 'zoom' NOT NULL,
  	"place_url" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "bookings" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"order_item_id" uuid NOT NULL,
  	"order_id" uuid NOT NULL,
  	"host_id" uuid,
  	"state" varchar NOT NULL,
  	"starts_at" timestamp(3) with time zone NOT NULL,
  	"ends_at" timestamp(3) with time zone NOT NULL,
  	"blocks_from" timestamp(3) with time zone NOT NULL,
  	"blocks_until" timestamp(3) with time zone NOT NULL,
  	"agreed_at" timestamp(3) with time zone NOT NULL,
  	"kept_until" timestamp(3) with time zone,
  	"place_kind" varchar NOT NULL,
  	"place_url" varchar,
  	"sequence" numeric NOT NULL,
  	"moved" numeric NOT NULL,
  	"reminded" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "session_summaries" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"body" jsonb NOT NULL,
  	"order_item_id" uuid NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "_session_summaries_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" uuid,
  	"version_body" jsonb NOT NULL,
  	"version_order_item_id" uuid NOT NULL,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "availabilities_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "session_summaries_id" uuid;
  ALTER TABLE "availabilities_weekly" ADD CONSTRAINT "availabilities_weekly_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."availabilities"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "availabilities_exceptions" ADD CONSTRAINT "availabilities_exceptions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."availabilities"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "availabilities" ADD CONSTRAINT "availabilities_host_id_staff_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."staff"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bookings" ADD CONSTRAINT "bookings_order_item_id_order_items_id_fk" FOREIGN KEY ("order_item_id") REFERENCES "public"."order_items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bookings" ADD CONSTRAINT "bookings_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bookings" ADD CONSTRAINT "bookings_host_id_staff_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."staff"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "session_summaries" ADD CONSTRAINT "session_summaries_order_item_id_order_items_id_fk" FOREIGN KEY ("order_item_id") REFERENCES "public"."order_items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_session_summaries_v" ADD CONSTRAINT "_session_summaries_v_parent_id_session_summaries_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."session_summaries"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_session_summaries_v" ADD CONSTRAINT "_session_summaries_v_version_order_item_id_order_items_id_fk" FOREIGN KEY ("version_order_item_id") REFERENCES "public"."order_items"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "availabilities_weekly_order_idx" ON "availabilities_weekly" USING btree ("_order");
  CREATE INDEX "availabilities_weekly_parent_id_idx" ON "availabilities_weekly" USING btree ("_parent_id");
  CREATE INDEX "availabilities_exceptions_order_idx" ON "availabilities_exceptions" USING btree ("_order");
  CREATE INDEX "availabilities_exceptions_parent_id_idx" ON "availabilities_exceptions" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "availabilities_host_idx" ON "availabilities" USING btree ("host_id");
  CREATE INDEX "availabilities_updated_at_idx" ON "availabilities" USING btree ("updated_at");
  CREATE INDEX "availabilities_created_at_idx" ON "availabilities" USING btree ("created_at");
  CREATE INDEX "bookings_order_item_idx" ON "bookings" USING btree ("order_item_id");
  CREATE INDEX "bookings_order_idx" ON "bookings" USING btree ("order_id");
  CREATE INDEX "bookings_host_idx" ON "bookings" USING btree ("host_id");
  CREATE INDEX "bookings_state_idx" ON "bookings" USING btree ("state");
  CREATE INDEX "bookings_starts_at_idx" ON "bookings" USING btree ("starts_at");
  CREATE INDEX "bookings_updated_at_idx" ON "bookings" USING btree ("updated_at");
  CREATE INDEX "bookings_created_at_idx" ON "bookings" USING btree ("created_at");
  CREATE UNIQUE INDEX "session_summaries_order_item_idx" ON "session_summaries" USING btree ("order_item_id");
  CREATE INDEX "session_summaries_updated_at_idx" ON "session_summaries" USING btree ("updated_at");
  CREATE INDEX "session_summaries_created_at_idx" ON "session_summaries" USING btree ("created_at");
  CREATE INDEX "_session_summaries_v_parent_idx" ON "_session_summaries_v" USING btree ("parent_id");
  CREATE INDEX "_session_summaries_v_version_version_order_item_idx" ON "_session_summaries_v" USING btree ("version_order_item_id");
  CREATE INDEX "_session_summaries_v_version_version_updated_at_idx" ON "_session_summaries_v" USING btree ("version_updated_at");
  CREATE INDEX "_session_summaries_v_version_version_created_at_idx" ON "_session_summaries_v" USING btree ("version_created_at");
  CREATE INDEX "_session_summaries_v_created_at_idx" ON "_session_summaries_v" USING btree ("created_at");
  CREATE INDEX "_session_summaries_v_updated_at_idx" ON "_session_summaries_v" USING btree ("updated_at");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_availabilities_fk" FOREIGN KEY ("availabilities_id") REFERENCES "public"."availabilities"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_session_summaries_fk" FOREIGN KEY ("session_summaries_id") REFERENCES "public"."session_summaries"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_availabilities_id_idx" ON "payload_locked_documents_rels" USING btree ("availabilities_id");
  CREATE INDEX "payload_locked_documents_rels_session_summaries_id_idx" ON "payload_locked_documents_rels" USING btree ("session_summaries_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "availabilities_weekly" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "availabilities_exceptions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "availabilities" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "bookings" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "session_summaries" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_session_summaries_v" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "availabilities_weekly" CASCADE;
  DROP TABLE "availabilities_exceptions" CASCADE;
  DROP TABLE "availabilities" CASCADE;
  DROP TABLE "bookings" CASCADE;
  DROP TABLE "session_summaries" CASCADE;
  DROP TABLE "_session_summaries_v" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_availabilities_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_session_summaries_fk";
  
  DROP INDEX "payload_locked_documents_rels_availabilities_id_idx";
  DROP INDEX "payload_locked_documents_rels_session_summaries_id_idx";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "availabilities_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "session_summaries_id";
  DROP TYPE "public"."enum_availabilities_weekly_weekday";
  DROP TYPE "public"."enum_availabilities_place_kind";`)
}
