import { describe, expect, it } from 'vitest'

import { findRefundRefusal, type RefundItem, resolveRefundUntil } from '@/plugin/refunds/rules'

const PAID = new Date('2026-11-30T03:00:00Z')
const item = (changes: Partial<RefundItem> = {}): RefundItem => ({
  days: 7,
  phase: 'waiting',
  until: 'start',
  ...changes,
})
const may = (items: RefundItem[], now: string): boolean =>
  findRefundRefusal({ items, now: new Date(now), paidAt: PAID }) === null

describe('Whether a customer may ask for his money by himself', () => {
  it('ends with the last day in Jakarta; nought days is the day of the payment', () => {
    expect(resolveRefundUntil(PAID, [item()]).toISOString()).toBe('2026-12-07T16:59:59.999Z')
    expect(may([item()], '2026-12-07T16:59:59Z')).toBe(true)
    expect(may([item()], '2026-12-07T17:00:00Z')).toBe(false)
    expect(may([item({ days: 0 })], '2026-11-30T16:59:59Z')).toBe(true)
    expect(may([item({ days: 0 })], '2026-11-30T17:00:00Z')).toBe(false)
  })

  it('depends on how far the work is, as the product says', () => {
    const phases = ['waiting', 'working', 'delivered', 'done', 'cancelled', null] as const
    const allowed = (until: RefundItem['until']) =>
      phases.filter((phase) => may([item({ phase, until })], '2026-12-01T00:00:00Z'))
    expect(allowed('start')).toEqual(['waiting', null])
    expect(allowed('delivery')).toEqual(['waiting', 'working', null])
    expect(allowed('always')).toEqual(['waiting', 'working', 'delivered', 'done', null])
  })

  it('follows the strictest of several items, and is no for none', () => {
    expect(may([item(), item({ days: 1 })], '2026-12-03T00:00:00Z')).toBe(false)
    expect(may([item(), item({ phase: 'working' })], '2026-12-01T00:00:00Z')).toBe(false)
    expect(may([], '2026-11-30T04:00:00Z')).toBe(false)
  })
})
