import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "fulfilments" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"order_item_id" uuid NOT NULL,
  	"order_id" uuid NOT NULL,
  	"kind" varchar NOT NULL,
  	"state" varchar NOT NULL,
  	"assignee_id" uuid,
  	"due_at" timestamp(3) with time zone,
  	"start_by" timestamp(3) with time zone NOT NULL,
  	"deliver_by" timestamp(3) with time zone NOT NULL,
  	"started_at" timestamp(3) with time zone,
  	"delivered_at" timestamp(3) with time zone,
  	"follow_up_until" timestamp(3) with time zone,
  	"reminded" varchar,
  	"checklist" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "holidays" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"day" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"confirmed" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "order_items" DROP CONSTRAINT "order_items_assignee_id_staff_id_fk";
  
  DROP INDEX "order_items_assignee_idx";
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "holidays_id" uuid;
  ALTER TABLE "fulfilments" ADD CONSTRAINT "fulfilments_order_item_id_order_items_id_fk" FOREIGN KEY ("order_item_id") REFERENCES "public"."order_items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "fulfilments" ADD CONSTRAINT "fulfilments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "fulfilments" ADD CONSTRAINT "fulfilments_assignee_id_staff_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."staff"("id") ON DELETE set null ON UPDATE no action;
  CREATE UNIQUE INDEX "fulfilments_order_item_idx" ON "fulfilments" USING btree ("order_item_id");
  CREATE INDEX "fulfilments_order_idx" ON "fulfilments" USING btree ("order_id");
  CREATE INDEX "fulfilments_state_idx" ON "fulfilments" USING btree ("state");
  CREATE INDEX "fulfilments_assignee_idx" ON "fulfilments" USING btree ("assignee_id");
  CREATE INDEX "fulfilments_updated_at_idx" ON "fulfilments" USING btree ("updated_at");
  CREATE INDEX "fulfilments_created_at_idx" ON "fulfilments" USING btree ("created_at");
  CREATE UNIQUE INDEX "holidays_day_idx" ON "holidays" USING btree ("day");
  CREATE INDEX "holidays_updated_at_idx" ON "holidays" USING btree ("updated_at");
  CREATE INDEX "holidays_created_at_idx" ON "holidays" USING btree ("created_at");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_holidays_fk" FOREIGN KEY ("holidays_id") REFERENCES "public"."holidays"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_holidays_id_idx" ON "payload_locked_documents_rels" USING btree ("holidays_id");
  ALTER TABLE "order_items" DROP COLUMN "assignee_id";`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "fulfilments" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "holidays" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "fulfilments" CASCADE;
  DROP TABLE "holidays" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_holidays_fk";
  
  DROP INDEX "payload_locked_documents_rels_holidays_id_idx";
  ALTER TABLE "order_items" ADD COLUMN "assignee_id" uuid;
  ALTER TABLE "order_items" ADD CONSTRAINT "order_items_assignee_id_staff_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."staff"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "order_items_assignee_idx" ON "order_items" USING btree ("assignee_id");
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "holidays_id";`)
}
