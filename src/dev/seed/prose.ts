type LexicalNode = Record<string, unknown>

/** A Lexical editor state, as Payload stores rich text. */
export type Prose = { root: LexicalNode }

const LINK = /\[([^\]]+)\]\(([^)]+)\)/g
const BOLD = 1

const element = (type: string, children: LexicalNode[], extra: LexicalNode = {}): LexicalNode => ({
  type,
  children,
  direction: 'ltr',
  format: '',
  indent: 0,
  version: 1,
  ...extra,
})

const words = (text: string, format = 0): LexicalNode => ({
  type: 'text',
  detail: 0,
  format,
  mode: 'normal',
  style: '',
  text,
  version: 1,
})

const link = (text: string, url: string): LexicalNode =>
  element('link', [words(text)], {
    fields: { linkType: 'custom', newTab: false, url },
    version: 3,
  })

const emphasise = (text: string): LexicalNode[] =>
  text
    .split('**')
    .map((part, index) => (part === '' ? null : words(part, index % 2 === 1 ? BOLD : 0)))
    .filter((node) => node !== null)

const inline = (text: string): LexicalNode[] => {
  const nodes: LexicalNode[] = []
  let from = 0
  for (const match of text.matchAll(LINK)) {
    nodes.push(...emphasise(text.slice(from, match.index)))
    nodes.push(link(match[1] ?? '', match[2] ?? ''))
    from = match.index + match[0].length
  }
  return [...nodes, ...emphasise(text.slice(from))]
}

const list = (items: string[]): LexicalNode =>
  element(
    'list',
    items.map((item, index) => element('listitem', inline(item), { value: index + 1 })),
    { listType: 'bullet', start: 1, tag: 'ul' },
  )

const block = (text: string): LexicalNode =>
  text.startsWith('## ')
    ? element('heading', inline(text.slice(3)), { tag: 'h2' })
    : element('paragraph', inline(text), { textFormat: 0, textStyle: '' })

/**
 * Rich text from lines: `## ` begins a heading, `- ` a list item, anything else is a paragraph;
 * `**bold**` and `[words](address)` work inside.
 */
export const prose = (lines: string[]): Prose => {
  const children: LexicalNode[] = []
  let items: string[] = []
  const closeList = (): void => {
    if (items.length > 0) {
      children.push(list(items))
      items = []
    }
  }
  for (const line of lines) {
    if (line.startsWith('- ')) {
      items.push(line.slice(2))
    } else {
      closeList()
      children.push(block(line))
    }
  }
  closeList()
  return { root: element('root', children) }
}
