/**
 * Longest post, in UTF-16 units after tidying. Apart from the schema: forms in the browser need the
 * number, and zod there would only try to evaluate text, which the page's policy refuses.
 */
export const MAX_POST = 4_000
