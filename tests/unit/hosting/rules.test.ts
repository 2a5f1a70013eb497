import { describe, expect, it } from 'vitest'

import {
  believe,
  resolveEvent,
  resolveStep,
  resolveWait,
  type Standing,
} from '@/plugin/hosting/converge/rules'

const standing = (changes: Partial<Standing>): Standing => ({
  driver: 'whm',
  observed: 'on',
  reference: 'ref',
  wanted: 'on',
  ...changes,
})

describe('What comes next', () => {
  it.each(['gone', 'off', 'on'] as const)('unknown is looked at first, wanted %s', (wanted) => {
    expect(resolveStep(standing({ observed: 'unknown', wanted }))).toBe('inspect')
  })

  it.each([
    ['on', 'on', 'none'],
    ['on', 'off', 'resume'],
    ['off', 'on', 'suspend'],
    ['off', 'off', 'none'],
    ['gone', 'on', 'terminate'],
    ['gone', 'off', 'terminate'],
    ['gone', 'absent', 'none'],
  ] as const)('wanted %s and seen %s: %s', (wanted, observed, step) => {
    expect(resolveStep(standing({ observed, wanted }))).toBe(step)
  })

  it('what was never there is made when it is to be on, and left alone when it is to be off', () => {
    const never = { observed: 'absent', reference: null } as const
    expect(resolveStep(standing({ ...never, wanted: 'on' }))).toBe('create')
    expect(resolveStep(standing({ ...never, wanted: 'off' }))).toBe('none')
  })

  it('what runs without having told its address is asked for again', () => {
    expect(resolveStep(standing({ reference: null }))).toBe('create')
  })

  it('what has vanished is made anew where it is only a route, and is a case for people elsewhere', () => {
    const gone = { observed: 'absent', wanted: 'on' } as const
    expect(resolveStep(standing({ ...gone, driver: 'caddy' }))).toBe('create')
    expect(resolveStep(standing({ ...gone, driver: 'hestia' }))).toBe('vanished')
    expect(resolveStep(standing({ ...gone, driver: null }))).toBe('vanished')
  })
})

describe('What a look makes of a state', () => {
  it.each([
    ['provisioning', 'on', 'on', 'activate'],
    ['suspended', 'on', 'on', 'resume'],
    ['active', 'off', 'off', 'suspend'],
    ['provisioning', 'off', 'off', 'suspend'],
    ['active', 'absent', 'gone', 'terminate'],
    ['suspended', 'absent', 'gone', 'terminate'],
    ['active', 'on', 'on', null],
    ['suspended', 'off', 'off', null],
    ['active', 'off', 'on', null],
    ['suspended', 'on', 'off', null],
    ['terminated', 'absent', 'gone', null],
    ['provisioning', 'absent', 'off', null],
  ] as const)('%s, seen %s, wanted %s: %s', (state, observed, wanted, event) => {
    expect(resolveEvent(state, { observed, wanted })).toBe(event)
  })

  it('where nobody can look, people are believed', () => {
    expect(
      ['provisioning', 'active', 'suspended', 'failed'].map((state) => believe(state as 'active')),
    ).toEqual(['absent', 'on', 'off', 'absent'])
  })
})

describe('The wait between tries', () => {
  it('doubles from two seconds up to ten minutes, spread over its upper half', () => {
    expect([1, 2, 3, 9, 10, 1_000].map((tries) => resolveWait(tries, 1))).toEqual([
      2_000, 4_000, 8_000, 512_000, 600_000, 600_000,
    ])
    expect(resolveWait(1, 0)).toBe(1_000)
  })
})
