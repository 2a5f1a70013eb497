import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_instalments_state" ADD VALUE 'replaced' BEFORE 'void';
  CREATE TABLE "contracts" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"order_id" uuid NOT NULL,
  	"customer_id" uuid NOT NULL,
  	"plan_key" varchar NOT NULL,
  	"terms" jsonb NOT NULL,
  	"cash_price" numeric NOT NULL,
  	"markup" numeric NOT NULL,
  	"setup_fee" numeric NOT NULL,
  	"total" numeric NOT NULL,
  	"revision" numeric NOT NULL,
  	"started_on" varchar NOT NULL,
  	"look_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "contract_revisions" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"contract_id" uuid NOT NULL,
  	"revision" numeric NOT NULL,
  	"reason" varchar NOT NULL,
  	"made_by" varchar NOT NULL,
  	"total_before" numeric NOT NULL,
  	"total_after" numeric NOT NULL,
  	"before" jsonb,
  	"after" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "overdue_cases" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"order_id" uuid NOT NULL,
  	"customer_id" uuid NOT NULL,
  	"state" varchar NOT NULL,
  	"opened_on" varchar NOT NULL,
  	"asked_on" varchar,
  	"proposed_on" varchar,
  	"suspended_on" varchar,
  	"chosen_at" timestamp(3) with time zone,
  	"choice_channel" varchar,
  	"choice_text" varchar,
  	"choice_address" varchar,
  	"resolved_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "chances" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"order_id" uuid NOT NULL,
  	"customer_id" uuid NOT NULL,
  	"state" varchar NOT NULL,
  	"count" numeric NOT NULL,
  	"wished_until" varchar,
  	"wish" varchar,
  	"until" varchar,
  	"reason" varchar,
  	"granted_by" varchar,
  	"decided_at" timestamp(3) with time zone,
  	"ended_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "service_blockers" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"order_id" uuid NOT NULL,
  	"kind" varchar NOT NULL,
  	"state" varchar NOT NULL,
  	"reason" varchar NOT NULL,
  	"set_by" varchar NOT NULL,
  	"cleared_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "orders" ADD COLUMN "adjustment" numeric DEFAULT 0 NOT NULL;
  ALTER TABLE "instalments" ADD COLUMN "kind" varchar DEFAULT 'full' NOT NULL;
  ALTER TABLE "instalments" ADD COLUMN "revision" numeric DEFAULT 1 NOT NULL;
  ALTER TABLE "instalments" ADD COLUMN "late_for" numeric;
  ALTER TABLE "instalments" ADD COLUMN "fee_period" numeric;
  ALTER TABLE "payments" ADD COLUMN "rebate" numeric DEFAULT 0 NOT NULL;
  ALTER TABLE "payments" ADD COLUMN "method" varchar DEFAULT 'gateway' NOT NULL;
  ALTER TABLE "payments" ADD COLUMN "evidence" varchar;
  ALTER TABLE "payments" ADD COLUMN "recorded_by" varchar;
  ALTER TABLE "contracts" ADD CONSTRAINT "contracts_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "contracts" ADD CONSTRAINT "contracts_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "contract_revisions" ADD CONSTRAINT "contract_revisions_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "overdue_cases" ADD CONSTRAINT "overdue_cases_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "overdue_cases" ADD CONSTRAINT "overdue_cases_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "chances" ADD CONSTRAINT "chances_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "chances" ADD CONSTRAINT "chances_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "service_blockers" ADD CONSTRAINT "service_blockers_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  CREATE UNIQUE INDEX "contracts_order_idx" ON "contracts" USING btree ("order_id");
  CREATE INDEX "contracts_customer_idx" ON "contracts" USING btree ("customer_id");
  CREATE INDEX "contracts_started_on_idx" ON "contracts" USING btree ("started_on");
  CREATE INDEX "contracts_updated_at_idx" ON "contracts" USING btree ("updated_at");
  CREATE INDEX "contracts_created_at_idx" ON "contracts" USING btree ("created_at");
  CREATE INDEX "contract_revisions_contract_idx" ON "contract_revisions" USING btree ("contract_id");
  CREATE INDEX "contract_revisions_updated_at_idx" ON "contract_revisions" USING btree ("updated_at");
  CREATE INDEX "contract_revisions_created_at_idx" ON "contract_revisions" USING btree ("created_at");
  CREATE UNIQUE INDEX "contract_revision_idx" ON "contract_revisions" USING btree ("contract_id","revision");
  CREATE INDEX "overdue_cases_order_idx" ON "overdue_cases" USING btree ("order_id");
  CREATE INDEX "overdue_cases_customer_idx" ON "overdue_cases" USING btree ("customer_id");
  CREATE INDEX "overdue_cases_state_idx" ON "overdue_cases" USING btree ("state");
  CREATE INDEX "overdue_cases_updated_at_idx" ON "overdue_cases" USING btree ("updated_at");
  CREATE INDEX "overdue_cases_created_at_idx" ON "overdue_cases" USING btree ("created_at");
  CREATE INDEX "chances_order_idx" ON "chances" USING btree ("order_id");
  CREATE INDEX "chances_customer_idx" ON "chances" USING btree ("customer_id");
  CREATE INDEX "chances_state_idx" ON "chances" USING btree ("state");
  CREATE INDEX "chances_updated_at_idx" ON "chances" USING btree ("updated_at");
  CREATE INDEX "chances_created_at_idx" ON "chances" USING btree ("created_at");
  CREATE UNIQUE INDEX "order_count_idx" ON "chances" USING btree ("order_id","count");
  CREATE INDEX "service_blockers_order_idx" ON "service_blockers" USING btree ("order_id");
  CREATE INDEX "service_blockers_state_idx" ON "service_blockers" USING btree ("state");
  CREATE INDEX "service_blockers_updated_at_idx" ON "service_blockers" USING btree ("updated_at");
  CREATE INDEX "service_blockers_created_at_idx" ON "service_blockers" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "contracts" CASCADE;
  DROP TABLE "contract_revisions" CASCADE;
  DROP TABLE "overdue_cases" CASCADE;
  DROP TABLE "chances" CASCADE;
  DROP TABLE "service_blockers" CASCADE;
  ALTER TABLE "instalments" ALTER COLUMN "state" SET DATA TYPE text;
  ALTER TABLE "instalments" ALTER COLUMN "state" SET DEFAULT 'open'::text;
  DROP TYPE "public"."enum_instalments_state";
  CREATE TYPE "public"."enum_instalments_state" AS ENUM('open', 'paid', 'void', 'waived');
  ALTER TABLE "instalments" ALTER COLUMN "state" SET DEFAULT 'open'::"public"."enum_instalments_state";
  ALTER TABLE "instalments" ALTER COLUMN "state" SET DATA TYPE "public"."enum_instalments_state" USING "state"::"public"."enum_instalments_state";
  ALTER TABLE "orders" DROP COLUMN "adjustment";
  ALTER TABLE "instalments" DROP COLUMN "kind";
  ALTER TABLE "instalments" DROP COLUMN "revision";
  ALTER TABLE "instalments" DROP COLUMN "late_for";
  ALTER TABLE "instalments" DROP COLUMN "fee_period";
  ALTER TABLE "payments" DROP COLUMN "rebate";
  ALTER TABLE "payments" DROP COLUMN "method";
  ALTER TABLE "payments" DROP COLUMN "evidence";
  ALTER TABLE "payments" DROP COLUMN "recorded_by";`)
}
