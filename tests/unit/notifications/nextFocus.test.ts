import { describe, expect, it } from 'vitest'

import { BY_HAND_TEXTS } from '@/plugin/notifications/admin/byHandTexts'
import { buttonIdOf, findNextFocus, HEADING_ID } from '@/plugin/notifications/admin/nextFocus'

const rows = [
  { id: 'a', state: 'opened' },
  { id: 'b', state: 'manual' },
  { id: 'c', state: 'opened' },
  { id: 'd', state: 'manual' },
] as const

describe('Where a person goes on', () => {
  it('after opening a message: at the next that nobody has opened', () => {
    expect(findNextFocus({ deed: 'open', id: 'a', rows })).toBe(buttonIdOf('open', 'b'))
    expect(findNextFocus({ deed: 'open', id: 'b', rows })).toBe(buttonIdOf('open', 'd'))
  })

  it('after opening the last: at the word that it was sent', () => {
    expect(findNextFocus({ deed: 'open', id: 'd', rows })).toBe(buttonIdOf('sent', 'd'))
  })

  it('after sending one: at its neighbour, and at the heading when none is left', () => {
    expect(findNextFocus({ deed: 'sent', id: 'b', rows })).toBe(buttonIdOf('open', 'c'))
    expect(findNextFocus({ deed: 'sent', id: 'd', rows })).toBe(buttonIdOf('open', 'c'))
    expect(findNextFocus({ deed: 'sent', id: 'a', rows: [rows[0]] })).toBe(HEADING_ID)
  })
})

describe('The words of the page', () => {
  it('stand in both languages', () => {
    expect(Object.keys(BY_HAND_TEXTS.en)).toEqual(Object.keys(BY_HAND_TEXTS.id))
    expect(BY_HAND_TEXTS.id.waits('3 jam')).toBe('menunggu 3 jam')
    expect(BY_HAND_TEXTS.id.waits('baru saja')).toBe('baru saja')
    expect(BY_HAND_TEXTS.en.waits('3 hours')).toBe('waiting for 3 hours')
    expect(BY_HAND_TEXTS.en.waits('just now')).toBe('just now')
  })
})
