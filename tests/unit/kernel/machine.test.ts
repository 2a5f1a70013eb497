import { describe, expect, expectTypeOf, it } from 'vitest'

import {
  allowedEvents,
  defineMachine,
  describeMachine,
  findMove,
  type EventOf,
  type Move,
  type StateDefinition,
  type StateOf,
} from '@/plugin/kernel/machine'

const label = (text: string) => ({ id: text, en: text })

type DoorFacts = { hasKey: boolean }

const hasKey = (_doc: unknown, facts: DoorFacts) =>
  facts.hasKey || { id: 'kunci tidak ada', en: 'no key' }

const door = defineMachine({
  name: 'door',
  initial: 'closed',
  states: {
    closed: { label: { id: 'Tertutup', en: 'Closed' } },
    open: { label: { id: 'Terbuka', en: 'Open' }, tone: 'success' },
    broken: { label: { id: 'Rusak', en: 'Broken' }, tone: 'danger', terminal: true },
  },
  moves: [
    {
      event: 'open',
      from: ['closed'],
      to: 'open',
      by: ['customer', 'admin'],
      when: hasKey,
      then: ['bell.ring'],
      label: label('Buka'),
    },
    { event: 'close', from: ['open'], to: 'closed', by: ['customer'], label: label('Tutup') },
    { event: 'break', from: ['open', 'closed'], to: 'broken', by: ['system'], label: label('R|') },
  ],
})

const state: StateDefinition = { label: label('x') }
const end: StateDefinition = { label: label('x'), terminal: true }
const go = (from: readonly string[], to: string, rest: Partial<Move> = {}): Move => ({
  event: 'go',
  from,
  to,
  by: ['system'],
  label: label('go'),
  ...rest,
})
const define = (args: {
  states: Record<string, StateDefinition>
  moves: Move[]
  initial?: string
}) => defineMachine({ name: 'test', initial: 'a', ...args })

describe('a machine at start', () => {
  it('refuses an unknown initial state', () => {
    const args = { states: { a: end }, moves: [], initial: 'z' }
    expect(() => define(args)).toThrow("the initial state 'z' is unknown")
  })

  it('refuses moves to and from unknown states', () => {
    const states = { a: state, b: end }
    const moves = [go(['a'], 'b'), go(['a'], 'y', { event: 'up' }), go(['z'], 'b')]
    expect(() => define({ states, moves })).toThrow("'up' names the unknown state 'y'")
    expect(() => define({ states, moves })).toThrow("'go' names the unknown state 'z'")
  })

  it('refuses the inherited names of objects as states', () => {
    const moves = [go(['a'], 'toString')]
    expect(() => define({ states: { a: state }, moves })).toThrow("unknown state 'toString'")
  })

  it('refuses states that cannot be reached', () => {
    const states = { a: state, b: end, c: state }
    const moves = [go(['a'], 'b'), go(['c'], 'b')]
    expect(() => define({ states, moves })).toThrow("'c' cannot be reached from 'a'")
  })

  it('refuses two answers to one question', () => {
    const states = { a: state, b: end, c: end }
    const moves = [go(['a'], 'b'), go(['a'], 'c')]
    expect(() => define({ states, moves })).toThrow("'go' from 'a' is declared twice")
    expect(() => define({ states, moves: [go(['a', 'a'], 'b')] })).toThrow('declared twice')
  })

  it('refuses dead ends that are not marked terminal, and terminal states that can be left', () => {
    const moves = [go(['a'], 'b')]
    expect(() => define({ states: { a: state, b: state }, moves })).toThrow("'b' is a dead end")
    expect(() => define({ states: { a: end, b: end }, moves })).toThrow("'a' is marked terminal")
  })

  it('refuses rows that nobody can use', () => {
    const states = { a: state, b: end }
    const nobody = [go(['a'], 'b', { by: [] })]
    expect(() => define({ states, moves: nobody })).toThrow("'go' may be fired by nobody")
    const nowhere = [go(['a'], 'b'), go([], 'b', { event: 'up' })]
    expect(() => define({ states, moves: nowhere })).toThrow("'up' starts from no state")
  })

  it('names every fault at once', () => {
    const args = { states: { a: state, b: state }, moves: [go(['a'], 'z')] }
    expect(() => define(args)).toThrow(/'test'[^]*'z'[^]*'b' cannot be reached[^]*'b' is a dead/)
  })
})

describe('asking a machine', () => {
  it('finds the move of an event from a state', () => {
    expect(findMove({ machine: door, from: 'closed', event: 'open' })?.to).toBe('open')
    expect(findMove({ machine: door, from: 'open', event: 'open' })).toBeUndefined()
    expect(findMove({ machine: door, from: 'closed', event: 'fly' })).toBeUndefined()
    expect(findMove({ machine: door, from: 'nowhere', event: 'open' })).toBeUndefined()
  })

  it('lists what a role may do', () => {
    expect(allowedEvents({ machine: door, from: 'closed', by: 'customer' })).toEqual(['open'])
    expect(allowedEvents({ machine: door, from: 'open', by: 'customer' })).toEqual(['close'])
    expect(allowedEvents({ machine: door, from: 'open', by: 'system' })).toEqual(['break'])
    expect(allowedEvents({ machine: door, from: 'open', by: 'owner' })).toEqual([])
    expect(allowedEvents({ machine: door, from: 'broken', by: 'system' })).toEqual([])
  })

  it('lets a guard answer with a reason', () => {
    const move = findMove({ machine: door, from: 'closed', event: 'open' })
    expect(move?.when?.({}, { hasKey: true })).toBe(true)
    expect(move?.when?.({}, { hasKey: false })).toEqual({ id: 'kunci tidak ada', en: 'no key' })
  })

  it('knows its states and events as types', () => {
    expectTypeOf<StateOf<typeof door>>().toEqualTypeOf<'closed' | 'open' | 'broken'>()
    expectTypeOf<EventOf<typeof door>>().toEqualTypeOf<'open' | 'close' | 'break'>()
  })
})

describe('describing a machine', () => {
  it('writes states, moves and a drawing', () => {
    expect(describeMachine(door)).toBe(
      [
        '| state | label | label (en) | note |',
        '| --- | --- | --- | --- |',
        '| `closed` | Tertutup | Closed | initial |',
        '| `open` | Terbuka | Open |  |',
        '| `broken` | Rusak | Broken | terminal |',
        '',
        '| event | from | to | by | when | then | label |',
        '| --- | --- | --- | --- | --- | --- | --- |',
        '| `open` | `closed` | `open` | customer, admin | `hasKey` | `bell.ring` | Buka |',
        '| `close` | `open` | `closed` | customer |  |  | Tutup |',
        '| `break` | `open`, `closed` | `broken` | system |  |  | R\\| |',
        '',
        '```mermaid',
        'stateDiagram-v2',
        '  [*] --> closed',
        '  closed --> open: open',
        '  open --> closed: close',
        '  open --> broken: break',
        '  closed --> broken: break',
        '  broken --> [*]',
        '```',
      ].join('\n'),
    )
  })
})
