/** Whether a path segment can be the address of a product or page; others need no database. */
export const isAddress = (segment: string): boolean =>
  segment.length <= 80 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(segment)
