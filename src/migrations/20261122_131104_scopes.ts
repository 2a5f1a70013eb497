import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "scopes" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"order_item_id" uuid NOT NULL,
  	"order_id" uuid NOT NULL,
  	"state" varchar NOT NULL,
  	"domain" varchar,
  	"hosts" jsonb,
  	"out_of_scope" varchar,
  	"allowed_times" varchar,
  	"emergency_contact" varchar,
  	"technology" varchar,
  	"test_account" varchar,
  	"revision" numeric NOT NULL,
  	"signer_name" varchar,
  	"signer_position" varchar,
  	"signer_capacity" varchar,
  	"signed_at" timestamp(3) with time zone,
  	"wording" numeric,
  	"signed_text" varchar,
  	"signed_hash" varchar,
  	"signed_from" varchar,
  	"proof_word" varchar,
  	"proof_until" timestamp(3) with time zone,
  	"proven_at" timestamp(3) with time zone,
  	"proven_by" varchar,
  	"proven_domain" varchar,
  	"waived_reason" varchar,
  	"looked_at" timestamp(3) with time zone,
  	"look" jsonb,
  	"looks" numeric NOT NULL,
  	"starts_on" varchar,
  	"ready_on" varchar,
  	"agreed_note" varchar,
  	"agreed_at" timestamp(3) with time zone,
  	"wanted" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "scopes" ADD CONSTRAINT "scopes_order_item_id_order_items_id_fk" FOREIGN KEY ("order_item_id") REFERENCES "public"."order_items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "scopes" ADD CONSTRAINT "scopes_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  CREATE UNIQUE INDEX "scopes_order_item_idx" ON "scopes" USING btree ("order_item_id");
  CREATE INDEX "scopes_order_idx" ON "scopes" USING btree ("order_id");
  CREATE INDEX "scopes_state_idx" ON "scopes" USING btree ("state");
  CREATE INDEX "scopes_domain_idx" ON "scopes" USING btree ("domain");
  CREATE INDEX "scopes_updated_at_idx" ON "scopes" USING btree ("updated_at");
  CREATE INDEX "scopes_created_at_idx" ON "scopes" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "scopes" CASCADE;`)
}
