import { afterEach, describe, expect, it } from 'vitest'

import { clock } from '@/plugin/kernel/time'

describe('the clock', () => {
  afterEach(() => clock.release())

  it('runs until it is frozen, and again when it is released', () => {
    const at = new Date('2026-11-21T07:30:00Z')
    clock.freeze(at)
    expect(clock.now()).toEqual(at)
    clock.release()
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(1_000)
  })

  it('cannot be moved through the dates it takes and gives', () => {
    const at = new Date('2026-11-21T07:30:00Z')
    clock.freeze(at)
    at.setFullYear(1999)
    clock.now().setFullYear(1998)
    expect(clock.now().toISOString()).toBe('2026-11-21T07:30:00.000Z')
  })

  it('is not frozen at a date that is none', () => {
    expect(() => clock.freeze(new Date(NaN))).toThrow(TypeError)
  })
})
