import type { CollectionSlug, Payload, Where } from 'payload'

import { slugsOf } from '../kernel/payload'

/** What one sweep of appointments did. */
export type PublishSweep = {
  /** Drafts that could not be published, and why; they keep their appointment. */
  failed: { id: string; reason: string }[]
  published: string[]
}

const BATCH = 50

const dueDrafts = (now: Date): Where => ({
  and: [{ _status: { equals: 'draft' } }, { publishAt: { less_than_equal: now.toISOString() } }],
})

const publishOne = async (args: {
  collection: CollectionSlug
  id: string
  payload: Payload
}): Promise<void> => {
  await args.payload.update({
    id: args.id,
    collection: args.collection,
    data: { _status: 'published' },
    depth: 0,
    overrideAccess: true,
  })
}

/**
 * Publishes every product draft whose appointment has come. Safe to run twice and by two workers:
 * publishing is the same the second time, and clears the appointment. A draft that is not complete
 * stays a draft and is reported; one bad draft never holds up the others.
 */
export const publishDueProducts = async (args: {
  now: Date
  payload: Payload
}): Promise<PublishSweep> => {
  const { now, payload } = args
  const collection = slugsOf(payload).products
  const { docs } = await payload.find({
    collection,
    depth: 0,
    draft: true,
    limit: BATCH,
    overrideAccess: true,
    pagination: false,
    sort: 'publishAt',
    where: dueDrafts(now),
  })
  const sweep: PublishSweep = { failed: [], published: [] }
  for (const { id: key } of docs) {
    const id = String(key)
    try {
      await publishOne({ id, collection, payload })
      sweep.published.push(id)
    } catch (error) {
      payload.logger.warn({ err: error, msg: `Product ${id} could not be published on time` })
      sweep.failed.push({ id, reason: error instanceof Error ? error.message : String(error) })
    }
  }
  return sweep
}
