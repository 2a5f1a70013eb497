import { describe, expect, it } from 'vitest'

import { newId } from '@/plugin/kernel/payload'
import { findPass, isPassFor, maskEmail, passCookie } from '@/plugin/spk/links'
import { PASS_MS, signPass } from '@/plugin/spk/links/pass'
import { hashWord, isLinkWord } from '@/plugin/spk/links/word'

const secret = 'x'.repeat(32)
const now = new Date('2026-12-05T03:00:00Z')
const later = (ms: number): Date => new Date(now.getTime() + ms)

describe('a pass', () => {
  const linkId = newId()
  const { expiresAt, word } = signPass({ linkId, now, secret })

  it('is good for its link for half an hour', () => {
    expect(expiresAt).toEqual(later(PASS_MS))
    expect(isPassFor(word, { linkId, now, secret })).toBe(true)
    expect(isPassFor(word, { linkId, now: later(PASS_MS - 1), secret })).toBe(true)
    expect(isPassFor(word, { linkId, now: later(PASS_MS), secret })).toBe(false)
  })

  it('opens no other link and no other shop, and cannot be made up', () => {
    expect(isPassFor(word, { linkId: newId(), now, secret })).toBe(false)
    expect(isPassFor(word, { linkId, now, secret: 'y'.repeat(32) })).toBe(false)
    expect(isPassFor(undefined, { linkId, now, secret })).toBe(false)
    expect(isPassFor('', { linkId, now, secret })).toBe(false)
    expect(
      isPassFor(
        word.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
        { linkId, now, secret },
      ),
    ).toBe(false)
  })

  it('is kept out of reach of scripts and other sites; over a safe line where there is one', () => {
    const cookie = passCookie({ expiresAt, serverUrl: 'https://hanzamas.tech', word })
    expect(cookie).toMatchObject({ httpOnly: true, path: '/', sameSite: 'lax', secure: true })
    expect(passCookie({ expiresAt, serverUrl: 'http://localhost:3000', word }).secure).toBe(false)
  })

  it('is read from the header, else from the cookie', () => {
    expect(findPass(new Headers({ cookie: 'a=b; lunas-spk=word' }))).toBe('word')
    expect(findPass(new Headers({ cookie: 'lunas-spk=word', 'x-spk-pass': 'other' }))).toBe('other')
    expect(findPass(new Headers())).toBeUndefined()
  })
})

describe('the word of a link', () => {
  it('has the form of 128 bits in base64url, and is kept as a hash', () => {
    expect(isLinkWord('A'.repeat(22))).toBe(true)
    for (const wrong of ['', 'A'.repeat(21), 'A'.repeat(23), `${'A'.repeat(21)}/`]) {
      expect(isLinkWord(wrong)).toBe(false)
    }
    expect(hashWord('A'.repeat(22))).toMatch(/^[0-9a-f]{64}$/)
  })
})

it('an address is shown by its first letter and its domain', () => {
  expect(maskEmail('budi@contoh.id')).toBe('b•••@contoh.id')
  expect(maskEmail('b@contoh.id')).toBe('b•••@contoh.id')
})
