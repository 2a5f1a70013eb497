import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_products_plans_down_payment_kind" AS ENUM('none', 'amount', 'percent');
  CREATE TYPE "public"."enum_products_plans_markup_kind" AS ENUM('none', 'amount', 'percent', 'perMonth');
  CREATE TYPE "public"."enum_products_plans_payoff" AS ENUM('full', 'markupBack');
  CREATE TYPE "public"."enum_products_plans_overpaid" AS ENUM('next', 'keep');
  CREATE TYPE "public"."enum_products_plans_late_fee_kind" AS ENUM('none', 'amount', 'percent');
  CREATE TYPE "public"."enum_products_plans_late_fee_every" AS ENUM('once', 'month');
  CREATE TYPE "public"."enum_products_plans_ladder_suspension" AS ENUM('propose', 'auto');
  CREATE TYPE "public"."enum__products_v_version_plans_down_payment_kind" AS ENUM('none', 'amount', 'percent');
  CREATE TYPE "public"."enum__products_v_version_plans_markup_kind" AS ENUM('none', 'amount', 'percent', 'perMonth');
  CREATE TYPE "public"."enum__products_v_version_plans_payoff" AS ENUM('full', 'markupBack');
  CREATE TYPE "public"."enum__products_v_version_plans_overpaid" AS ENUM('next', 'keep');
  CREATE TYPE "public"."enum__products_v_version_plans_late_fee_kind" AS ENUM('none', 'amount', 'percent');
  CREATE TYPE "public"."enum__products_v_version_plans_late_fee_every" AS ENUM('once', 'month');
  CREATE TYPE "public"."enum__products_v_version_plans_ladder_suspension" AS ENUM('propose', 'auto');
  CREATE TABLE "products_plans" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"key" varchar,
  	"tenor" numeric DEFAULT 12,
  	"down_payment_kind" "enum_products_plans_down_payment_kind" DEFAULT 'none',
  	"down_payment_amount" numeric,
  	"down_payment_percent" numeric,
  	"markup_kind" "enum_products_plans_markup_kind" DEFAULT 'none',
  	"markup_amount" numeric,
  	"markup_percent" numeric,
  	"first_due_days" numeric DEFAULT 0,
  	"due_day" numeric,
  	"setup_fee" numeric DEFAULT 0,
  	"payoff" "enum_products_plans_payoff" DEFAULT 'full',
  	"overpaid" "enum_products_plans_overpaid" DEFAULT 'next',
  	"late_fee_kind" "enum_products_plans_late_fee_kind" DEFAULT 'none',
  	"late_fee_amount" numeric,
  	"late_fee_percent" numeric,
  	"late_fee_every" "enum_products_plans_late_fee_every" DEFAULT 'once',
  	"late_fee_grace_days" numeric DEFAULT 0,
  	"late_fee_cap" numeric,
  	"ladder_issued" numeric DEFAULT -14,
  	"ladder_remind1" numeric DEFAULT -7,
  	"ladder_remind2" numeric DEFAULT -3,
  	"ladder_remind3" numeric DEFAULT -1,
  	"ladder_due_today" numeric DEFAULT 0,
  	"ladder_late" numeric DEFAULT 1,
  	"ladder_choice" numeric DEFAULT 3,
  	"ladder_warning" numeric DEFAULT 6,
  	"ladder_suspend" numeric DEFAULT 7,
  	"ladder_escalate" numeric DEFAULT 30,
  	"ladder_suspension" "enum_products_plans_ladder_suspension" DEFAULT 'propose'
  );
  
  CREATE TABLE "_products_v_version_plans" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY NOT NULL,
  	"key" varchar,
  	"tenor" numeric DEFAULT 12,
  	"down_payment_kind" "enum__products_v_version_plans_down_payment_kind" DEFAULT 'none',
  	"down_payment_amount" numeric,
  	"down_payment_percent" numeric,
  	"markup_kind" "enum__products_v_version_plans_markup_kind" DEFAULT 'none',
  	"markup_amount" numeric,
  	"markup_percent" numeric,
  	"first_due_days" numeric DEFAULT 0,
  	"due_day" numeric,
  	"setup_fee" numeric DEFAULT 0,
  	"payoff" "enum__products_v_version_plans_payoff" DEFAULT 'full',
  	"overpaid" "enum__products_v_version_plans_overpaid" DEFAULT 'next',
  	"late_fee_kind" "enum__products_v_version_plans_late_fee_kind" DEFAULT 'none',
  	"late_fee_amount" numeric,
  	"late_fee_percent" numeric,
  	"late_fee_every" "enum__products_v_version_plans_late_fee_every" DEFAULT 'once',
  	"late_fee_grace_days" numeric DEFAULT 0,
  	"late_fee_cap" numeric,
  	"ladder_issued" numeric DEFAULT -14,
  	"ladder_remind1" numeric DEFAULT -7,
  	"ladder_remind2" numeric DEFAULT -3,
  	"ladder_remind3" numeric DEFAULT -1,
  	"ladder_due_today" numeric DEFAULT 0,
  	"ladder_late" numeric DEFAULT 1,
  	"ladder_choice" numeric DEFAULT 3,
  	"ladder_warning" numeric DEFAULT 6,
  	"ladder_suspend" numeric DEFAULT 7,
  	"ladder_escalate" numeric DEFAULT 30,
  	"ladder_suspension" "enum__products_v_version_plans_ladder_suspension" DEFAULT 'propose',
  	"_uuid" varchar
  );
  
  ALTER TABLE "products" ADD COLUMN "contract_months" numeric DEFAULT 12;
  ALTER TABLE "_products_v" ADD COLUMN "version_contract_months" numeric DEFAULT 12;
  ALTER TABLE "products_plans" ADD CONSTRAINT "products_plans_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_products_v_version_plans" ADD CONSTRAINT "_products_v_version_plans_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_products_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "products_plans_order_idx" ON "products_plans" USING btree ("_order");
  CREATE INDEX "products_plans_parent_id_idx" ON "products_plans" USING btree ("_parent_id");
  CREATE INDEX "_products_v_version_plans_order_idx" ON "_products_v_version_plans" USING btree ("_order");
  CREATE INDEX "_products_v_version_plans_parent_id_idx" ON "_products_v_version_plans" USING btree ("_parent_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "products_plans" CASCADE;
  DROP TABLE "_products_v_version_plans" CASCADE;
  ALTER TABLE "products" DROP COLUMN "contract_months";
  ALTER TABLE "_products_v" DROP COLUMN "version_contract_months";
  DROP TYPE "public"."enum_products_plans_down_payment_kind";
  DROP TYPE "public"."enum_products_plans_markup_kind";
  DROP TYPE "public"."enum_products_plans_payoff";
  DROP TYPE "public"."enum_products_plans_overpaid";
  DROP TYPE "public"."enum_products_plans_late_fee_kind";
  DROP TYPE "public"."enum_products_plans_late_fee_every";
  DROP TYPE "public"."enum_products_plans_ladder_suspension";
  DROP TYPE "public"."enum__products_v_version_plans_down_payment_kind";
  DROP TYPE "public"."enum__products_v_version_plans_markup_kind";
  DROP TYPE "public"."enum__products_v_version_plans_payoff";
  DROP TYPE "public"."enum__products_v_version_plans_overpaid";
  DROP TYPE "public"."enum__products_v_version_plans_late_fee_kind";
  DROP TYPE "public"."enum__products_v_version_plans_late_fee_every";
  DROP TYPE "public"."enum__products_v_version_plans_ladder_suspension";`)
}
