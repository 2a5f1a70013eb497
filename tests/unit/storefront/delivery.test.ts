import { describe, expect, it } from 'vitest'

import { isAhead, resolveDue } from '@/storefront/order/delivery'

const now = new Date('2026-11-23T03:00:00Z')
const dueAt = '2026-11-23T04:00:00.000Z'

describe('What the order page promises', () => {
  it.each([
    ['waiting', 'dueStart'],
    ['working', 'dueDeliver'],
    ['delivered', 'dueAnswer'],
  ] as const)('while an item is %s', (phase, key) => {
    expect(resolveDue({ dueAt, phase }, now)).toBe(key)
  })

  it('is nothing when nothing is promised, and an apology when it was broken', () => {
    expect(resolveDue({ phase: 'delivered' }, now)).toBeUndefined()
    expect(resolveDue({ dueAt, phase: 'waiting' }, new Date(dueAt))).toBe('dueLate')
  })

  it('tells the steps that follow only while they lie ahead', () => {
    expect(isAhead(null)).toBe(true)
    expect(isAhead({ phase: 'working' })).toBe(true)
    expect(isAhead({ phase: 'done' })).toBe(false)
  })
})
