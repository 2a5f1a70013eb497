import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

import { EDITION_STATEMENTS } from '../plugin/catalog/editions/guards'
import { recordEditionsSql } from '../plugin/catalog/editions/recordEdition'

/** Editions of pages; those that the checkout named so far stay what buyers agree to. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "page_editions" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"number" numeric NOT NULL,
  	"slug" varchar NOT NULL,
  	"published_at" timestamp(3) with time zone NOT NULL,
  	"page" varchar NOT NULL,
  	"hash" varchar NOT NULL,
  	"texts" jsonb NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "orders" ADD COLUMN "accepted_editions" jsonb;
  ALTER TABLE "pages" ADD COLUMN "is_agreed" boolean DEFAULT false;
  ALTER TABLE "_pages_v" ADD COLUMN "version_is_agreed" boolean DEFAULT false;
  CREATE INDEX "page_editions_updated_at_idx" ON "page_editions" USING btree ("updated_at");
  CREATE INDEX "page_editions_created_at_idx" ON "page_editions" USING btree ("created_at");
  CREATE UNIQUE INDEX "page_number_idx" ON "page_editions" USING btree ("page","number");`)
  for (const statement of EDITION_STATEMENTS) {
    await db.execute(sql.raw(statement))
  }
  await db.execute(sql`update pages set is_agreed = true
    where slug in ('syarat-ketentuan', 'kebijakan-privasi')`)
  await db.execute(sql`update _pages_v set version_is_agreed = true
    where version_slug in ('syarat-ketentuan', 'kebijakan-privasi')`)
  await db.execute(recordEditionsSql(sql`true`))
}

/** The editions are lost; orders keep when their buyers agreed. */
export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "page_editions" CASCADE;
  ALTER TABLE "orders" DROP COLUMN "accepted_editions";
  ALTER TABLE "pages" DROP COLUMN "is_agreed";
  ALTER TABLE "_pages_v" DROP COLUMN "version_is_agreed";`)
}
