import type { CollectionBeforeValidateHook } from 'payload'

import { ValidationError } from 'payload'

import type { MailBlock } from '../../notifications'

type Node = {
  children?: unknown
  fields?: { url?: unknown }
  tag?: unknown
  text?: unknown
  type?: unknown
}

/** What a mail bears; about forty pages. */
const MOST_CHARACTERS = 60_000

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

const childrenOf = ({ children }: Node): Node[] =>
  Array.isArray(children) ? children.filter(isNode) : []

const ownText = ({ text, type }: Node): string =>
  type === 'linebreak' ? '\n' : typeof text === 'string' ? text : ''

const linkOf = ({ fields, type }: Node, text: string): string => {
  const url = type === 'link' || type === 'autolink' ? fields?.url : undefined
  return typeof url === 'string' && url !== text ? ` (${url})` : ''
}

const textOf = (node: Node): string => {
  const text = ownText(node) + childrenOf(node).map(textOf).join('')
  return text + linkOf(node, text)
}

const KINDS: Record<string, MailBlock['kind']> = {
  heading: 'heading',
  listitem: 'item',
  quote: 'quote',
}

const isNested = (node: Node): boolean => childrenOf(node).some(({ type }) => type === 'list')

const blocksOf = (node: Node): MailBlock[] => {
  if (node.type === 'list' || node.type === 'root' || isNested(node)) {
    return childrenOf(node).flatMap(blocksOf)
  }
  const text = textOf(node).trim()
  return text === '' ? [] : [{ kind: KINDS[String(node.type)] ?? 'paragraph', text }]
}

/** A text of the editor as the blocks that a mail shows: headings, paragraphs, points, quotes. */
export const toMailBlocks = (state: unknown): MailBlock[] =>
  isNode(state) && 'root' in state && isNode(state.root) ? blocksOf(state.root) : []

const TEXT = {
  en: {
    empty: 'Write the summary before you save it.',
    long: `The summary is too long for a mail. ${MOST_CHARACTERS} characters are the most.`,
  },
  id: {
    empty: 'Tulis ringkasan sebelum menyimpan.',
    long: `Ringkasan terlalu panjang untuk email. Paling banyak ${MOST_CHARACTERS} karakter.`,
  },
}

/** Refuses a summary that says nothing or that no mail would carry. */
export const assertMailable: CollectionBeforeValidateHook = ({ data, req }) => {
  const body: unknown = (data as { body?: unknown } | undefined)?.body
  if (body === undefined) {
    return data
  }
  const length = toMailBlocks(body).reduce((sum, { text }) => sum + text.length, 0)
  const text = TEXT[req.i18n.language === 'en' ? 'en' : 'id']
  if (length === 0 || length > MOST_CHARACTERS) {
    const message = length === 0 ? text.empty : text.long
    throw new ValidationError({ errors: [{ message, path: 'body' }], req })
  }
  return data
}
