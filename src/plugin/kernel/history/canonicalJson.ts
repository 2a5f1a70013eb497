/**
 * The one way to write a JSON value (RFC 8785): keys sorted by UTF-16 code units, no blanks, numbers
 * and strings as ECMAScript writes them. Two equal values give one text, so their hashes agree.
 */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) {
    return `[${value.map((part) => canonicalJson(part ?? null)).join(',')}]`
  }
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value) ?? 'null'
  }
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`)
  return `{${parts.join(',')}}`
}
