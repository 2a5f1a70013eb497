import { describe, expect, it } from 'vitest'

import type { Finding } from '@/plugin/spk/evidence'

import { METERAI_MODES } from '@/plugin/spk/content'
import { followMode } from '@/plugin/spk/templates/hooks'
import { REASON_CODES, REASON_TEXTS, sayReasons } from '@/plugin/spk/staff/reasons'
import { mayBeOverridden, passesByItself } from '@/plugin/spk/rules'
import { lacksReason, resolveAcceptance, sayUnfit, VERDICT_TEXTS } from '@/plugin/spk/staff/rules'
import { buildDefaultTemplate } from '@/plugin/spk/template'

const base = {
  above: null,
  actorId: 'sari',
  mode: 'e-first' as const,
  sha256: 'a'.repeat(64),
  total: 5_000_000,
  vouched: { by: null, sha256: null },
}

const TEXTS = { isSameLook: false, isSameText: true }

describe('A file with e-Meterai', () => {
  const uses = (report: Parameters<typeof passesByItself>[0]): string =>
    passesByItself(report) ? 'by itself' : mayBeOverridden(report) ? 'with a reason' : 'never'

  it.each([
    ['VALID', true, undefined, 'by itself'],
    ['VALID', false, { isSameLook: true, isSameText: true }, 'by itself'],
    ['VALID', false, TEXTS, 'with a reason'],
    ['VALID', false, { isSameLook: true, isSameText: false }, 'never'],
    ['VALID', false, undefined, 'never'],
    ['VALID_UNKNOWN_CA', true, undefined, 'with a reason'],
    ['VALID_UNKNOWN_CA', false, { isSameLook: true, isSameText: true }, 'with a reason'],
    ['VALID_UNKNOWN_CA', false, { isSameLook: false, isSameText: false }, 'never'],
    ['BROKEN', true, undefined, 'never'],
    ['STAGING_SPECIMEN', true, undefined, 'never'],
    ['IMAGE_ONLY', false, undefined, 'never'],
    ['NONE', true, undefined, 'never'],
  ] as const)('%s, our bytes: %s, compared: %o is used %s', (verdict, isPrefix, content, use) => {
    expect(uses({ ...(content && { content }), isPrefix, verdict })).toBe(use)
  })

  it('that says something else is refused for that, not for its stamp', () => {
    const content = { isSameLook: false, isSameText: false }
    expect(sayUnfit({ content, isPrefix: false, verdict: 'VALID' }).id).toContain('bukan isi')
    expect(sayUnfit({ isPrefix: true, verdict: 'BROKEN' })).toEqual(VERDICT_TEXTS.BROKEN)
  })
})

const finding = (severity: Finding['severity']): Finding => ({
  page: 1,
  severity,
  signal: 'S4',
  text: { en: 'Seen', id: 'Terlihat' },
})

describe('What an acceptance is', () => {
  it('is one person’s where no second one is asked for', () => {
    expect(resolveAcceptance(base)).toEqual({ event: 'accept', needsSecond: false })
    expect(resolveAcceptance({ ...base, mode: 'e-last' }).event).toBe('acceptForStamp')
  })

  it('is the first of two from the amount of the template on', () => {
    expect(resolveAcceptance({ ...base, above: 5_000_001 }).event).toBe('accept')
    expect(resolveAcceptance({ ...base, above: 5_000_000 })).toEqual({
      event: 'vouch',
      needsSecond: true,
    })
  })

  it('needs another person after the first, for the same file', () => {
    const above = 1
    const vouched = { by: 'sari', sha256: base.sha256 }
    expect(resolveAcceptance({ ...base, above, vouched }).needsSecond).toBe(true)
    const other = resolveAcceptance({ ...base, above, actorId: 'dewi', vouched })
    expect(other).toEqual({ event: 'accept', needsSecond: false })
    const otherFile = { by: 'sari', sha256: 'b'.repeat(64) }
    expect(resolveAcceptance({ ...base, above, actorId: 'dewi', vouched: otherFile }).event).toBe(
      'vouch',
    )
  })

  it('needs a written reason for red findings only', () => {
    expect(lacksReason([finding('amber'), finding('green')], '')).toBe(false)
    expect(lacksReason([finding('red')], '   pendek   ')).toBe(true)
    expect(lacksReason([finding('red')], 'Kertas asli diperiksa')).toBe(false)
  })
})

describe('Reasons of a rejection', () => {
  it.each(REASON_CODES)('%s is said in both languages, without judging anybody', (code) => {
    for (const locale of ['en', 'id'] as const) {
      expect(REASON_TEXTS[code][locale].length).toBeGreaterThan(10)
      expect(REASON_TEXTS[code][locale]).not.toMatch(/palsu|asli|fake|forg|genuine/i)
    }
  })

  it('“other” lets the words of staff speak', () => {
    expect(sayReasons({ note: 'Stempel menutupi nama.', reasons: ['other'] }, 'id')).toBe(
      'Stempel menutupi nama.',
    )
  })
})

describe('Clauses that we offer', () => {
  it.each(METERAI_MODES)('follow the way of stamping: %s', (mode) => {
    for (const other of METERAI_MODES) {
      expect(followMode(buildDefaultTemplate(other).clauses, mode)).toEqual(
        buildDefaultTemplate(mode).clauses,
      )
    }
  })

  it('stay as they are once somebody has changed them', () => {
    const [first] = buildDefaultTemplate('e-first').clauses
    const own = [{ ...first, body: 'Kata-kata sendiri.' }]
    expect(followMode(own, 'tempel')).toEqual(own)
  })
})
