import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { MAX_POST, postBody } from '@/plugin/conversations'

const codeOf = (text: unknown): string | undefined =>
  postBody.safeParse(text).error?.issues[0]?.message

describe('What may be posted', () => {
  it('keeps line breaks of every system, tabs, emoji and other scripts; drops blanks at the ends', () => {
    expect(postBody.parse('  satu\r\ndua\rtiga\n\n\tempat  ')).toBe('satu\ndua\ntiga\n\n\tempat')
    expect(postBody.parse('👩‍💻 مرحبا בעברית <b>tebal</b>')).toBe('👩‍💻 مرحبا בעברית <b>tebal</b>')
  })

  it('is not empty and at most 4,000 letters long', () => {
    expect(['', ' \r\n ', undefined, 7].map(codeOf)).toEqual([
      'conversation.empty',
      'conversation.empty',
      'conversation.badText',
      'conversation.badText',
    ])
    expect(codeOf('x'.repeat(MAX_POST))).toBeUndefined()
    expect(codeOf('x'.repeat(MAX_POST + 1))).toBe('conversation.tooLong')
    expect(codeOf(' '.repeat(1_000_000))).toBe('conversation.tooLong')
  })

  it('holds no NUL, control character or half surrogate', () => {
    for (const bad of ['a\u0000b', 'a\u0007b', 'a\u001bb', 'a\u009fb', 'a\ud800b']) {
      expect(codeOf(bad)).toBe('conversation.badText')
    }
  })

  it('is refused or comes out as a text that can be kept and read again the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const result = postBody.safeParse(text)
        if (result.success) {
          expect(result.data.isWellFormed()).toBe(true)
          expect(result.data).not.toMatch(/\r|\0/)
          expect(postBody.parse(result.data)).toBe(result.data)
        }
      }),
    )
  })
})
