import { describe, expect, it } from 'vitest'

import {
  findSilenceStep,
  isHeldUp,
  type Waiting,
} from '../../../src/plugin/notifications/watch/rules'

const HOUR_MS = 3_600_000
const limitMs = HOUR_MS

/** An hour of 21 November 2026 in Jakarta; 24 and more are the next day. */
const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 21, -7) + hour * HOUR_MS)

const since = (channel: Waiting['channel'], hour: number): Waiting => ({
  channel,
  count: 1,
  since: at(hour),
})

const stepOf = (waiting: Waiting, now: number, lastSent?: number): number =>
  findSilenceStep({
    lastSentAt: lastSent === undefined ? undefined : at(lastSent),
    limitMs,
    now: at(now),
    waiting,
  })

describe('A channel is silent', () => {
  it('once something has waited as long as the shop allows, and again six and twenty-four times as long', () => {
    const waiting = since('email', 10)
    const hours = [10.5, 10.99, 11, 12, 15.9, 16, 33.9, 34, 400]
    expect(hours.map((now) => stepOf(waiting, now))).toEqual([0, 0, 1, 1, 1, 2, 2, 3, 3])
  })

  it('not while others go out: one full mailbox is no outage', () => {
    const waiting = since('email', 2)
    expect(stepOf(waiting, 12, 11.5)).toBe(0)
    expect(stepOf(waiting, 12, 11)).toBe(1)
    expect(isHeldUp({ limitMs, now: at(12), waiting })).toBe(true)
  })

  it('by e-mail at night as well: mails do not rest', () => {
    expect(stepOf(since('email', 22), 23)).toBe(1)
  })
})

describe('WhatsApp rests at night', () => {
  it('so that from 20.00 to 08.00 nothing is held up', () => {
    for (const now of [20, 23, 26, 31.9]) {
      const waiting = since('whatsapp', 19)
      expect(isHeldUp({ limitMs, now: at(now), waiting }), `${now}`).toBe(false)
      expect(stepOf(waiting, now), `${now}`).toBe(0)
    }
  })

  it('and the morning starts from nought', () => {
    const waiting = since('whatsapp', 21)
    expect([32, 32.9, 33].map((now) => stepOf(waiting, now))).toEqual([0, 0, 1])
    expect([32.9, 33].map((now) => isHeldUp({ limitMs, now: at(now), waiting }))).toEqual([
      false,
      true,
    ])
  })

  it('while by day an hour is an hour', () => {
    expect([11.9, 12].map((now) => stepOf(since('whatsapp', 11), now))).toEqual([0, 1])
  })
})
