/** Cheapest product the gateway takes, in rupiah. */
export const MIN_PRICE = 1000

/** Dearest product, in rupiah: the gateway reads at most twelve digits. */
export const MAX_PRICE = 999_999_999_999

const MAX_SLUG_LENGTH = 80
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const LINK_SCHEME = /^(?:https?|mailto|tel):/i
const MAX_HREF_LENGTH = 2000

/** Readable web address from a title: `Analisis Keamanan Web` gives `analisis-keamanan-web`. */
export const slugFrom = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_SLUG_LENGTH)
    .replace(/^-+|-+$/g, '')

/** Whether a text may stand in an address as it is. */
export const isSlug = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MAX_SLUG_LENGTH && SLUG.test(value)

/** Whether a number is a price: whole rupiah between the gateway's bounds. */
export const isPrice = (value: unknown): value is number =>
  typeof value === 'number' &&
  Number.isSafeInteger(value) &&
  value >= MIN_PRICE &&
  value <= MAX_PRICE

const hasControlOrSpace = (href: string): boolean =>
  [...href].some((char) => char <= ' ' || char === '\\' || char === '\u007f')

const isAbsoluteLink = (href: string): boolean => {
  if (!LINK_SCHEME.test(href) || !URL.canParse(href)) {
    return false
  }
  const url = new URL(href)
  return !url.protocol.startsWith('http') || (url.host !== '' && url.username === '')
}

/**
 * Whether an editor's link may be shown to visitors: http(s), mailto, tel, or an address inside the
 * shop (`/…`, `#…`, `?…`). Everything else is refused, above all `javascript:` and `data:`, and
 * anything a browser would quietly repair: spaces, control characters, backslashes, `//host`.
 */
export const isSafeHref = (href: unknown): href is string => {
  if (typeof href !== 'string' || href === '' || href.length > MAX_HREF_LENGTH) {
    return false
  }
  if (hasControlOrSpace(href) || href.startsWith('//')) {
    return false
  }
  return /^[/#?]/.test(href) || isAbsoluteLink(href)
}

type ProseNode = {
  children?: unknown
  fields?: { linkType?: unknown; url?: unknown }
  root?: unknown
  type?: unknown
}

const isNode = (value: unknown): value is ProseNode => typeof value === 'object' && value !== null

const isWebLink = (node: ProseNode): boolean =>
  (node.type === 'link' || node.type === 'autolink') && node.fields?.linkType !== 'internal'

/** Every web address that a rich text links to, deepest nesting included. */
export const findHrefs = (prose: unknown): unknown[] => {
  if (!isNode(prose)) {
    return []
  }
  const own = isWebLink(prose) ? [prose.fields?.url] : []
  const children = Array.isArray(prose.children) ? prose.children : []
  return [...own, ...[prose.root, ...children].flatMap(findHrefs)]
}

/** Web addresses in a rich text that visitors must never be able to follow. */
export const findUnsafeHrefs = (prose: unknown): unknown[] =>
  findHrefs(prose).filter((href) => !isSafeHref(href))
