import type { Payload } from 'payload'

import { z } from 'zod'

import type { Revalidate } from './hooks'

import { defineRuntime, sql, statementsOf, type Tx } from '../kernel/payload'
import { addJob, type Cron, defineTask } from '../kernel/queue'
import { publishDueProducts } from './actions'

/** Wiring of the catalogue: how public pages are rendered anew. */
export type CatalogRuntime = {
  /** Pieces of a kind that can still be sold; null for what is not counted. */
  findStock: (payload: Payload, kind: string) => Promise<null | number>
  refresh: (slug: string) => Promise<void>
}

export const catalogRuntime = defineRuntime<CatalogRuntime>('catalog')

/** Renders the pages of one product or page anew, once its change has been committed. */
export const refreshTask = defineTask({
  name: 'catalog.refresh',
  input: z.object({ slug: z.string() }),
  maxAttempts: 10,
  run: ({ slug }, { payload }) => catalogRuntime.get(payload).refresh(slug),
})

/** Queues a refresh in the transaction of the change. */
export const queueRefresh: Revalidate = ({ req, slug }) =>
  addJob({ input: { slug }, key: `refresh:${slug}`, task: refreshTask, tx: statementsOf(req) })

/** Has the pages of products rendered anew whose stock has changed, when this commits. */
export const queueStockRefresh = async (tx: Pick<Tx, 'rows'>, kinds: string[]): Promise<void> => {
  const products = await tx.rows<{ slug: string }>(sql`select slug from products
    where kind::text in ${kinds} and _status = 'published' and deleted_at is null order by slug`)
  for (const { slug } of products) {
    await addJob({ input: { slug }, key: `refresh:${slug}`, task: refreshTask, tx })
  }
}

/** Publishes what is due. */
export const publishTask = defineTask({
  name: 'catalog.publish',
  input: z.object({}),
  maxAttempts: 3,
  run: async (_, { now, payload }) => {
    await publishDueProducts({ now, payload })
  },
})

/** Every minute; a standstill is made up for by one run. */
export const publishCron: Cron = {
  backfillMs: 60 * 60 * 1000,
  pattern: '* * * * *',
  task: publishTask,
  wib: 'setiap menit',
}
