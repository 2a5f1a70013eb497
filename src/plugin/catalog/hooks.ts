import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  PayloadRequest,
} from 'payload'

/**
 * Told inside the transaction that the public sight of a product or page has changed, so that the
 * host can queue a refresh of its pages. Silent when `req.context.disableRevalidate` is set.
 */
export type Revalidate = (args: { req: PayloadRequest; slug: string }) => Promise<void>

type Described = { _status?: null | string; slug?: null | string }

const isPublic = (doc: Described | null | undefined): boolean => doc?._status === 'published'

/** Calls `revalidate` after a publish, an unpublish, a new price or a new address. */
export const announceChange =
  (revalidate: Revalidate): CollectionAfterChangeHook =>
  async ({ doc, previousDoc, req }) => {
    const now = doc as Described
    const before = previousDoc as Described | undefined
    if (!req.context.disableRevalidate && (isPublic(now) || isPublic(before))) {
      const slugs = new Set([before?.slug, now.slug].filter((slug) => slug))
      for (const slug of slugs) {
        await revalidate({ req, slug: String(slug) })
      }
    }
    return doc as unknown
  }

/** Calls `revalidate` after a published document was deleted for good. */
export const announceDelete =
  (revalidate: Revalidate): CollectionAfterDeleteHook =>
  async ({ doc, req }) => {
    const gone = doc as Described
    if (!req.context.disableRevalidate && isPublic(gone) && gone.slug) {
      await revalidate({ req, slug: gone.slug })
    }
    return doc as unknown
  }

/** A document that is published needs no appointment any more. */
export const dropAppointment: CollectionBeforeChangeHook = ({ data }) =>
  isPublic(data as Described) ? { ...data, publishAt: null } : data
