import { describe, expect, it } from 'vitest'
import { canBeBooked, findRefusal, isPlaceUrl, resolveReminder } from '@/plugin/booking/rules'

const HOUR = 3_600_000
const NOW = new Date('2026-11-30T03:00:00Z')
const inHours = (hours: number): Date => new Date(NOW.getTime() + hours * HOUR)
const booked = (changes: { moved?: number; startsAt?: Date; state?: string } = {}) => ({
  live: { moved: 0, startsAt: inHours(48), state: 'booked', ...changes },
  missed: 0,
})

describe('A customer may move his session', () => {
  it.each([
    ['until 24 hours before', booked({ startsAt: inHours(24) }), null],
    ['not later', booked({ startsAt: inHours(23.99) }), 'booking.tooLate'],
    ['a second time', booked({ moved: 1 }), null],
    ['not a third time', booked({ moved: 2 }), 'booking.movesUsed'],
    ['at will while it is only kept', booked({ moved: 9, state: 'reserved' }), null],
    ['after he missed one', { live: null, missed: 1 }, null],
    ['not after he missed two', { live: null, missed: 2 }, 'booking.missedTooOften'],
  ])('%s', (_when, standing, refusal) => {
    expect(findRefusal(standing, NOW)).toBe(refusal)
  })
})

describe('A time can be picked', () => {
  it.each([
    ['before the order is paid', null, 'placed', true],
    ['once it is paid', 'new', 'open', true],
    ['while a session is scheduled', 'scheduled', 'open', true],
    ['not once it was held', 'held', 'open', false],
    ['not for a cancelled order', null, 'cancelled', false],
    ['not once the delivery is cancelled', 'cancelled', 'open', false],
  ])('%s', (_when, delivery, order, can) => {
    expect(canBeBooked({ delivery, order })).toBe(can)
  })
})

describe('A reminder of a session', () => {
  const long = inHours(-240)
  it.each([
    ['comes a day before', { agreedAt: long, startsAt: inHours(24) }, '24h'],
    ['comes an hour before', { agreedAt: long, startsAt: inHours(1) }, '1h'],
    ['does not come earlier', { agreedAt: long, startsAt: inHours(24.01) }, null],
    ['does not come when it has begun', { agreedAt: long, startsAt: inHours(0) }, null],
    ['after a standstill is only the later one', { agreedAt: long, startsAt: inHours(0.5) }, '1h'],
    ['is dropped when its time had passed already', { agreedAt: NOW, startsAt: inHours(23) }, null],
    [
      'an hour before comes to whoever picked it yesterday',
      { agreedAt: inHours(-20), startsAt: inHours(1) },
      '1h',
    ],
  ])('%s', (_when, given, stage) => {
    expect(resolveReminder({ ...given, now: NOW })).toBe(stage)
  })
})

describe('A link of a session', () => {
  it.each([
    ['zoom', 'https://us02web.zoom.us/j/81234567890?pwd=abc', true],
    ['googleMeet', 'https://meet.google.com/abc-defg-hij', true],
    ['discord', 'https://discord.gg/abc', true],
    ['other', 'https://rapat.example.id/ruang', true],
    ['zoom', 'http://us02web.zoom.us/j/1', false],
    ['zoom', 'https://zoom.us.evil.example/j/1', false],
    ['zoom', 'https://zoom.us@evil.example/j/1', false],
    ['googleMeet', 'https://us02web.zoom.us/j/1', false],
    ['other', 'javascript:alert(1)', false],
    ['other', 'https://a b.example', false],
    ['other', '', false],
  ] as const)('%s %s: %s', (kind, url, isGood) => {
    expect(isPlaceUrl(kind, url)).toBe(isGood)
  })
})
