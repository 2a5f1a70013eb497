import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "problems" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"number" varchar NOT NULL,
  	"state" varchar NOT NULL,
  	"what" varchar NOT NULL,
  	"order_id" uuid,
  	"typed_order" varchar,
  	"name" varchar NOT NULL,
  	"email" varchar NOT NULL,
  	"phone" varchar,
  	"contact" varchar NOT NULL,
  	"customer_id" uuid,
  	"locale" varchar NOT NULL,
  	"assignee_id" uuid,
  	"reply_by" timestamp(3) with time zone,
  	"resolved_at" timestamp(3) with time zone,
  	"reminded" varchar,
  	"token" varchar NOT NULL,
  	"key" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "problems" ADD CONSTRAINT "problems_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "problems" ADD CONSTRAINT "problems_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "problems" ADD CONSTRAINT "problems_assignee_id_staff_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."staff"("id") ON DELETE set null ON UPDATE no action;
  CREATE UNIQUE INDEX "problems_number_idx" ON "problems" USING btree ("number");
  CREATE INDEX "problems_state_idx" ON "problems" USING btree ("state");
  CREATE INDEX "problems_order_idx" ON "problems" USING btree ("order_id");
  CREATE INDEX "problems_email_idx" ON "problems" USING btree ("email");
  CREATE INDEX "problems_customer_idx" ON "problems" USING btree ("customer_id");
  CREATE INDEX "problems_assignee_idx" ON "problems" USING btree ("assignee_id");
  CREATE UNIQUE INDEX "problems_token_idx" ON "problems" USING btree ("token");
  CREATE UNIQUE INDEX "problems_key_idx" ON "problems" USING btree ("key");
  CREATE INDEX "problems_updated_at_idx" ON "problems" USING btree ("updated_at");
  CREATE INDEX "problems_created_at_idx" ON "problems" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "problems" CASCADE;`)
}
