import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_products_refund_until" AS ENUM('start', 'delivery', 'always');
  CREATE TYPE "public"."enum__products_v_version_refund_until" AS ENUM('start', 'delivery', 'always');
  CREATE TABLE "refunds" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"number" varchar NOT NULL,
  	"state" varchar NOT NULL,
  	"order_id" uuid NOT NULL,
  	"payment_id" uuid NOT NULL,
  	"amount" numeric NOT NULL,
  	"reason" varchar NOT NULL,
  	"account" varchar,
  	"asked_by" varchar NOT NULL,
  	"method" varchar,
  	"evidence" varchar,
  	"executed_at" timestamp(3) with time zone,
  	"key" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "order_items" ADD COLUMN "refund_days" numeric;
  ALTER TABLE "order_items" ADD COLUMN "refund_until" varchar;
  ALTER TABLE "products" ADD COLUMN "refund_days" numeric DEFAULT 7;
  ALTER TABLE "products" ADD COLUMN "refund_until" "enum_products_refund_until" DEFAULT 'start';
  ALTER TABLE "_products_v" ADD COLUMN "version_refund_days" numeric DEFAULT 7;
  ALTER TABLE "_products_v" ADD COLUMN "version_refund_until" "enum__products_v_version_refund_until" DEFAULT 'start';
  ALTER TABLE "refunds" ADD CONSTRAINT "refunds_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "refunds" ADD CONSTRAINT "refunds_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE set null ON UPDATE no action;
  CREATE UNIQUE INDEX "refunds_number_idx" ON "refunds" USING btree ("number");
  CREATE INDEX "refunds_state_idx" ON "refunds" USING btree ("state");
  CREATE INDEX "refunds_order_idx" ON "refunds" USING btree ("order_id");
  CREATE INDEX "refunds_payment_idx" ON "refunds" USING btree ("payment_id");
  CREATE UNIQUE INDEX "refunds_key_idx" ON "refunds" USING btree ("key");
  CREATE INDEX "refunds_updated_at_idx" ON "refunds" USING btree ("updated_at");
  CREATE INDEX "refunds_created_at_idx" ON "refunds" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "refunds" CASCADE;
  ALTER TABLE "order_items" DROP COLUMN "refund_days";
  ALTER TABLE "order_items" DROP COLUMN "refund_until";
  ALTER TABLE "products" DROP COLUMN "refund_days";
  ALTER TABLE "products" DROP COLUMN "refund_until";
  ALTER TABLE "_products_v" DROP COLUMN "version_refund_days";
  ALTER TABLE "_products_v" DROP COLUMN "version_refund_until";
  DROP TYPE "public"."enum_products_refund_until";
  DROP TYPE "public"."enum__products_v_version_refund_until";`)
}
