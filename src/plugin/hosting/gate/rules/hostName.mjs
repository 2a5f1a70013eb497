// @ts-check

const PLAIN = /^(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?$/
/** A port, and the dot that makes a name absolute. */
const TAIL = /\.?(?::\d{1,5})?$/

/** @param {string} text */
const isAscii = (text) => /^[\x20-\x7e]*$/.test(text)

/**
 * Node reads headers as Latin-1, while browsers that send more than ASCII send UTF-8.
 *
 * @param {string} name
 */
const decode = (name) => {
  const text = Buffer.from(name, 'latin1').toString('utf8')
  return text.includes('\ufffd') ? name : text
}

/**
 * The name in its ASCII form (RFC 5891), or undefined when it is none.
 *
 * @param {string} name
 */
const toAscii = (name) => {
  const text = isAscii(name) ? name : decode(name)
  const address = `http://${text}/`
  return /[\s/?#@\\%:]/.test(text) || !URL.canParse(address) ? undefined : new URL(address).hostname
}

/**
 * The name by which a visitor came, as the map has it: ASCII, lower case, without port and without a dot
 * at its end; undefined for an address in brackets and for whatever is no name. Of several, as proxies
 * in a row write them, the first is the visitor's.
 *
 * @param {string | undefined} header
 * @returns {string | undefined}
 */
export const readHostName = (header) => {
  if (header !== undefined && PLAIN.test(header)) {
    return header
  }
  const [first = ''] = (header ?? '').split(',', 1)
  const name = first.trim().replace(TAIL, '')
  const plain = name.toLowerCase()
  if (PLAIN.test(plain)) {
    return plain
  }
  const ascii = toAscii(name)?.replace(/\.$/, '')
  return ascii !== undefined && PLAIN.test(ascii) ? ascii : undefined
}

/**
 * Whether a text is a name as maps hold it; anything else could be a directive in a proxy's own file.
 *
 * @param {unknown} text
 * @returns {text is string}
 */
export const isHostName = (text) =>
  typeof text === 'string' && PLAIN.test(text) && !text.includes('..')
