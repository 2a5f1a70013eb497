// @ts-check

/** Tokens of RFC 8555 §8.3 are base64url; anything more, such as a climb out of the folder, is no such path. */
const OPEN = /^\/(?:\.well-known\/acme-challenge\/[\w-]{1,256}|robots\.txt)$/

/**
 * Whether a path stays open while the site is off: certificates have to be renewed (ACME), and a
 * robots.txt that cannot be reached would keep search engines away for longer than the suspension.
 *
 * @param {string | undefined} uri Path and query as the visitor sent them, not decoded
 * @returns {boolean}
 */
export const isOpenPath = (uri) => {
  if (uri === undefined) {
    return false
  }
  const end = uri.indexOf('?')
  return OPEN.test(end < 0 ? uri : uri.slice(0, end))
}
