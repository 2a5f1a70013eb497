import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "refund_transfers" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"number" varchar NOT NULL,
  	"state" varchar NOT NULL,
  	"refund_id" uuid NOT NULL,
  	"amount" numeric NOT NULL,
  	"bank" varchar NOT NULL,
  	"account" varchar NOT NULL,
  	"holder" varchar,
  	"reference" varchar,
  	"receipt" varchar,
  	"answer" varchar,
  	"asks" numeric NOT NULL,
  	"sent_at" timestamp(3) with time zone,
  	"taken_at" timestamp(3) with time zone,
  	"asked_by" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "refunds" ADD COLUMN "by_customer" boolean DEFAULT false NOT NULL;
  ALTER TABLE "refund_transfers" ADD CONSTRAINT "refund_transfers_refund_id_refunds_id_fk" FOREIGN KEY ("refund_id") REFERENCES "public"."refunds"("id") ON DELETE set null ON UPDATE no action;
  CREATE UNIQUE INDEX "refund_transfers_number_idx" ON "refund_transfers" USING btree ("number");
  CREATE INDEX "refund_transfers_state_idx" ON "refund_transfers" USING btree ("state");
  CREATE INDEX "refund_transfers_refund_idx" ON "refund_transfers" USING btree ("refund_id");
  CREATE UNIQUE INDEX "refund_transfers_reference_idx" ON "refund_transfers" USING btree ("reference");
  CREATE INDEX "refund_transfers_updated_at_idx" ON "refund_transfers" USING btree ("updated_at");
  CREATE INDEX "refund_transfers_created_at_idx" ON "refund_transfers" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "refund_transfers" CASCADE;
  ALTER TABLE "refunds" DROP COLUMN "by_customer";`)
}
