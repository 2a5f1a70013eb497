import { describe, expect, it } from 'vitest'

import { buildEvidence, hasLapsed, resolveNextAsk } from '@/plugin/refunds/transfers/rules'

const SENT = new Date('2026-11-22T10:00:00Z')
const after = (minutes: number): Date => new Date(SENT.getTime() + minutes * 60_000)

describe('Asking what became of an order', () => {
  it('is done soon, then ever more rarely, and not for ever', () => {
    const waits = Array.from({ length: 9 }, (_, asks) => {
      const next = resolveNextAsk({ asks, now: SENT, sentAt: SENT })
      return ((next?.getTime() ?? 0) - SENT.getTime()) / 60_000
    })
    expect(waits).toEqual([1, 1, 2, 5, 10, 30, 60, 60, 60])
    const sentAt = SENT
    expect(resolveNextAsk({ asks: 70, now: after(71 * 60), sentAt })).toEqual(after(72 * 60))
    expect(resolveNextAsk({ asks: 71, now: after(71 * 60 + 1), sentAt })).toBeNull()
  })

  it('an unknown order is believed to be none only long after its signature has lapsed', () => {
    const lapsed = (minutes: number) =>
      hasLapsed({ now: after(minutes), sentAt: SENT, windowMs: 300_000 })
    expect([5, 14, 15, 60].map(lapsed)).toEqual([false, false, true, true])
  })

  it('leaves the numbers that prove it', () => {
    expect(buildEvidence({ receipt: '000123', reference: '4242' })).toBe('Duitku 4242, 000123')
    expect(buildEvidence({ receipt: '', reference: '4242' })).toBe('Duitku 4242')
  })
})
