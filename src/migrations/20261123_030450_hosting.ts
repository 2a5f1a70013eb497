import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_hosting_servers_kinds" AS ENUM('cloud-server', 'dedicated-server', 'colocation', 'vps');
  CREATE TYPE "public"."enum_hosting_servers_driver" AS ENUM('caddy', 'hestia', 'manual', 'proxmox', 'whm');
  CREATE TABLE "hosting_accounts" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"kind" varchar NOT NULL,
  	"order_id" uuid NOT NULL,
  	"order_item_id" uuid NOT NULL,
  	"customer_id" uuid,
  	"product_id" uuid,
  	"unit" numeric NOT NULL,
  	"state" varchar NOT NULL,
  	"domain" varchar,
  	"hosts" jsonb,
  	"server_id" uuid,
  	"region" varchar,
  	"package" varchar,
  	"name" varchar,
  	"reference" varchar,
  	"request" jsonb,
  	"facts" jsonb,
  	"secrets_sealed" varchar,
  	"secrets_shown_at" timestamp(3) with time zone,
  	"wanted" varchar NOT NULL,
  	"wish" numeric DEFAULT 0 NOT NULL,
  	"wanted_reason" varchar,
  	"wanted_at" timestamp(3) with time zone,
  	"observed" varchar NOT NULL,
  	"observed_at" timestamp(3) with time zone,
  	"last_error" varchar,
  	"tries" numeric DEFAULT 0 NOT NULL,
  	"next_try_at" timestamp(3) with time zone,
  	"alarmed_at" timestamp(3) with time zone,
  	"lease_until" timestamp(3) with time zone,
  	"lease_by" varchar,
  	"activated_at" timestamp(3) with time zone,
  	"ends_on" varchar,
  	"renewal_id" uuid,
  	"ending_when" varchar,
  	"ending_reason" varchar,
  	"ending_asked_at" timestamp(3) with time zone,
  	"export_until" varchar,
  	"termination_reason" varchar,
  	"termination_by" varchar,
  	"termination_by_id" varchar,
  	"termination_at" timestamp(3) with time zone,
  	"termination_agreed_by" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "hosting_servers_kinds" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_hosting_servers_kinds",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "hosting_servers" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"driver" "enum_hosting_servers_driver" DEFAULT 'manual' NOT NULL,
  	"address" varchar,
  	"certificate" varchar,
  	"credential_sealed" varchar,
  	"settings" jsonb DEFAULT '{}'::jsonb,
  	"region" varchar DEFAULT 'Jakarta' NOT NULL,
  	"slots" numeric DEFAULT 10 NOT NULL,
  	"is_in_maintenance" boolean DEFAULT false,
  	"tested_at" timestamp(3) with time zone,
  	"is_test_good" boolean,
  	"test_note" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "hosting_tasks" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"account_id" uuid NOT NULL,
  	"deed" varchar NOT NULL,
  	"wish" numeric NOT NULL,
  	"state" varchar NOT NULL,
  	"steps" jsonb,
  	"assignee_id" uuid,
  	"due_at" timestamp(3) with time zone NOT NULL,
  	"done_by" varchar,
  	"done_at" timestamp(3) with time zone,
  	"note" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "products" ADD COLUMN "service_package" varchar DEFAULT 'default';
  ALTER TABLE "_products_v" ADD COLUMN "version_service_package" varchar DEFAULT 'default';
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "hosting_servers_id" uuid;
  ALTER TABLE "hosting_accounts" ADD CONSTRAINT "hosting_accounts_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "hosting_accounts" ADD CONSTRAINT "hosting_accounts_order_item_id_order_items_id_fk" FOREIGN KEY ("order_item_id") REFERENCES "public"."order_items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "hosting_accounts" ADD CONSTRAINT "hosting_accounts_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "hosting_accounts" ADD CONSTRAINT "hosting_accounts_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "hosting_accounts" ADD CONSTRAINT "hosting_accounts_server_id_hosting_servers_id_fk" FOREIGN KEY ("server_id") REFERENCES "public"."hosting_servers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "hosting_accounts" ADD CONSTRAINT "hosting_accounts_renewal_id_orders_id_fk" FOREIGN KEY ("renewal_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "hosting_servers_kinds" ADD CONSTRAINT "hosting_servers_kinds_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."hosting_servers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "hosting_tasks" ADD CONSTRAINT "hosting_tasks_account_id_hosting_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."hosting_accounts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "hosting_tasks" ADD CONSTRAINT "hosting_tasks_assignee_id_staff_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."staff"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "hosting_accounts_order_idx" ON "hosting_accounts" USING btree ("order_id");
  CREATE INDEX "hosting_accounts_order_item_idx" ON "hosting_accounts" USING btree ("order_item_id");
  CREATE INDEX "hosting_accounts_customer_idx" ON "hosting_accounts" USING btree ("customer_id");
  CREATE INDEX "hosting_accounts_product_idx" ON "hosting_accounts" USING btree ("product_id");
  CREATE INDEX "hosting_accounts_state_idx" ON "hosting_accounts" USING btree ("state");
  CREATE INDEX "hosting_accounts_domain_idx" ON "hosting_accounts" USING btree ("domain");
  CREATE INDEX "hosting_accounts_server_idx" ON "hosting_accounts" USING btree ("server_id");
  CREATE INDEX "hosting_accounts_ends_on_idx" ON "hosting_accounts" USING btree ("ends_on");
  CREATE INDEX "hosting_accounts_renewal_idx" ON "hosting_accounts" USING btree ("renewal_id");
  CREATE INDEX "hosting_accounts_updated_at_idx" ON "hosting_accounts" USING btree ("updated_at");
  CREATE INDEX "hosting_accounts_created_at_idx" ON "hosting_accounts" USING btree ("created_at");
  CREATE UNIQUE INDEX "orderItem_unit_idx" ON "hosting_accounts" USING btree ("order_item_id","unit");
  CREATE INDEX "hosting_servers_kinds_order_idx" ON "hosting_servers_kinds" USING btree ("order");
  CREATE INDEX "hosting_servers_kinds_parent_idx" ON "hosting_servers_kinds" USING btree ("parent_id");
  CREATE UNIQUE INDEX "hosting_servers_name_idx" ON "hosting_servers" USING btree ("name");
  CREATE INDEX "hosting_servers_updated_at_idx" ON "hosting_servers" USING btree ("updated_at");
  CREATE INDEX "hosting_servers_created_at_idx" ON "hosting_servers" USING btree ("created_at");
  CREATE INDEX "hosting_tasks_account_idx" ON "hosting_tasks" USING btree ("account_id");
  CREATE INDEX "hosting_tasks_state_idx" ON "hosting_tasks" USING btree ("state");
  CREATE INDEX "hosting_tasks_assignee_idx" ON "hosting_tasks" USING btree ("assignee_id");
  CREATE INDEX "hosting_tasks_updated_at_idx" ON "hosting_tasks" USING btree ("updated_at");
  CREATE INDEX "hosting_tasks_created_at_idx" ON "hosting_tasks" USING btree ("created_at");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_hosting_servers_fk" FOREIGN KEY ("hosting_servers_id") REFERENCES "public"."hosting_servers"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_hosting_servers_id_idx" ON "payload_locked_documents_rels" USING btree ("hosting_servers_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "hosting_accounts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "hosting_servers_kinds" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "hosting_servers" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "hosting_tasks" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "hosting_accounts" CASCADE;
  DROP TABLE "hosting_servers_kinds" CASCADE;
  DROP TABLE "hosting_servers" CASCADE;
  DROP TABLE "hosting_tasks" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_hosting_servers_fk";
  
  DROP INDEX "payload_locked_documents_rels_hosting_servers_id_idx";
  ALTER TABLE "products" DROP COLUMN "service_package";
  ALTER TABLE "_products_v" DROP COLUMN "version_service_package";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "hosting_servers_id";
  DROP TYPE "public"."enum_hosting_servers_kinds";
  DROP TYPE "public"."enum_hosting_servers_driver";`)
}
