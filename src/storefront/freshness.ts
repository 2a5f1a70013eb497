import { revalidateTag } from 'next/cache'

/** Seconds after which a static page is made anew, should nobody announce a change before. */
export const pageLifetime = 300

/** Marks everything that shows products or plain pages. */
export const catalogTag = 'catalog'

/**
 * Makes the next visit see the new catalogue. Call it after the change was committed, inside a Next
 * request (route handler or server action).
 */
export const refreshStorefront = (): void => revalidateTag(catalogTag, { expire: 0 })
