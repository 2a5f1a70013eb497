import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'

import { RichText } from '@/storefront/components/RichText'

const block = { direction: 'ltr', format: '', indent: 0, version: 1 }
const text = (words: string) => ({
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
  text: words,
  type: 'text',
  version: 1,
})
const item = (value: number, ...children: object[]) => ({
  ...block,
  children,
  type: 'listitem',
  value,
})
const list = (listType: 'bullet' | 'number', start: number, ...children: object[]) => ({
  ...block,
  children,
  listType,
  start,
  tag: listType === 'number' ? 'ol' : 'ul',
  type: 'list',
})
const render = (...children: object[]): string =>
  renderToStaticMarkup(RichText({ text: { root: { ...block, children, type: 'root' } } }))

describe('an editor’s text', () => {
  it('keeps the numbers of an ordered list that does not start at one', () => {
    expect(render(list('number', 5, item(5, text('lima')), item(6, text('enam'))))).toBe(
      '<div class="prose"><ol class="list-number"><li value="5">lima</li><li value="6">enam</li></ol></div>',
    )
  })

  it('has bare items in a list with bullets', () => {
    expect(render(list('bullet', 1, item(1, text('satu'))))).toContain('<li>satu</li>')
  })

  it('keeps a list within a list in an item of its own', () => {
    const inner = list('bullet', 1, item(1, text('dalam')))
    expect(render(list('bullet', 1, item(1, text('luar')), item(2, inner)))).toContain(
      '<li>luar</li><li><ul class="list-bullet"><li>dalam</li></ul></li>',
    )
  })

  it('shows no markup that somebody typed', () => {
    expect(render(list('bullet', 1, item(1, text('<script>alert(1)</script>'))))).not.toContain(
      '<script',
    )
  })

  it('is nothing when there is none', () => {
    expect(renderToStaticMarkup(RichText({ text: null }))).toBe('')
  })
})
