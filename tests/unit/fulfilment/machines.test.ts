import { describe, expect, it } from 'vitest'

import { PRODUCT_KINDS, productKinds } from '@/plugin/catalog'
import { fulfilmentKinds } from '@/plugin/fulfilment'
import { type FulfilmentKind, getStep, kindOf, statesIn } from '@/plugin/fulfilment/kinds'
import { findMove } from '@/plugin/kernel/machine'

type Cells = Record<string, Record<string, string>>

/** What every step can do beside its own moves. */
const held = (state: string): Record<string, string> => ({ assign: state, cancel: 'cancelled' })

const begin = (first: string): Cells => ({
  assigned: { ...held('assigned'), release: 'new', start: first },
  cancelled: {},
  new: { assign: 'assigned', cancel: 'cancelled', start: first },
})

/** Every legal cell: state, event, target. Whatever is not here is refused. */
const TABLES: Record<FulfilmentKind, Cells> = {
  consulting: {
    ...begin('contacting'),
    assigned: { ...begin('contacting').assigned, schedule: 'scheduled' },
    contacting: { ...held('contacting'), schedule: 'scheduled' },
    done: { cancel: 'cancelled', reopen: 'contacting', stopFollowUps: 'done' },
    followUp: {
      ...held('followUp'),
      close: 'done',
      extend: 'followUp',
      reopen: 'contacting',
      stopFollowUps: 'followUp',
    },
    held: { ...held('held'), deliver: 'followUp' },
    new: { ...begin('contacting').new, schedule: 'scheduled' },
    noShow: { ...held('noShow'), schedule: 'scheduled' },
    scheduled: { ...held('scheduled'), hold: 'held', miss: 'noShow', unschedule: 'contacting' },
  },
  'security-analysis': {
    ...begin('scoping'),
    analysing: { ...held('analysing'), deliver: 'reported' },
    done: { cancel: 'cancelled', reopen: 'analysing', stopFollowUps: 'done' },
    reported: {
      ...held('reported'),
      close: 'done',
      extend: 'reported',
      reopen: 'analysing',
      retest: 'retest',
      stopFollowUps: 'reported',
    },
    retest: { ...held('retest'), conclude: 'reported', reopen: 'analysing' },
    scheduled: { ...held('scheduled'), analyse: 'analysing', unschedule: 'scoping' },
    scoping: { ...held('scoping'), schedule: 'scheduled' },
  },
  template: {
    ...begin('preparing'),
    delivered: {
      ...held('delivered'),
      close: 'done',
      extend: 'delivered',
      receive: 'support',
      reopen: 'preparing',
      stopFollowUps: 'delivered',
    },
    done: { cancel: 'cancelled', reopen: 'preparing', stopFollowUps: 'done' },
    preparing: { ...held('preparing'), deliver: 'delivered' },
    support: {
      ...held('support'),
      close: 'done',
      extend: 'support',
      reopen: 'preparing',
      stopFollowUps: 'support',
    },
  },
}

describe.each(fulfilmentKinds)('The delivery of %s', (kind) => {
  const { checklist, machine, steps } = kindOf(kind)
  const cells = TABLES[kind]

  it('makes exactly the moves of the table and refuses every other cell', () => {
    const events = new Set(machine.moves.map(({ event }) => event))
    expect(Object.keys(machine.states).sort()).toEqual(Object.keys(cells).sort())
    for (const from of Object.keys(machine.states)) {
      for (const event of events) {
        const target = findMove({ event, from, machine })?.to
        expect({ event, from, target }).toEqual({ event, from, target: cells[from]?.[event] })
      }
    }
  })

  it('is recorded under the name of its kind, and says what each of its states means', () => {
    expect(machine.name).toBe(kind)
    expect(Object.keys(steps).sort()).toEqual(Object.keys(machine.states).sort())
  })

  it('owes something exactly while it waits or is worked on, and where the customer asks again', () => {
    const owing = Object.keys(machine.states).filter((state) => getStep(kind, state).pledge)
    const open = statesIn(kind, 'waiting', 'working')
    expect(owing.sort()).toEqual(
      [...open, ...(kind === 'security-analysis' ? ['retest'] : [])].sort(),
    )
  })

  it('is delivered by “deliver” and returns to work by “reopen” alone', () => {
    const phase = (state: string) => getStep(kind, state).phase
    for (const { event, from, to } of machine.moves) {
      for (const state of from) {
        const arrives = ['waiting', 'working'].includes(phase(state)) && phase(to) === 'delivered'
        const returns = ['delivered', 'done'].includes(phase(state)) && phase(to) === 'working'
        expect([event, arrives, returns]).toEqual([event, event === 'deliver', event === 'reopen'])
      }
    }
  })

  it('tells the customer in both languages, and never of staff or money', () => {
    for (const { told } of Object.values(steps)) {
      expect(told.id.length).toBeGreaterThan(4)
      expect(told.en.length).toBeGreaterThan(3)
      expect(`${told.id} ${told.en}`).not.toMatch(/admin|staff|staf\b|rupiah|refund/i)
    }
  })

  it('leaves nothing to editors, and asks for each entry of its list by a name of its own', () => {
    expect(machine.moves.filter(({ by }) => by.includes('editor'))).toEqual([])
    expect(new Set(checklist.map(({ key }) => key)).size).toBe(checklist.length)
    expect(checklist.every(({ key }) => /^[a-zA-Z]{1,40}$/.test(key))).toBe(true)
  })
})

describe('The kinds together', () => {
  it('are all that is sold at the checkout: nothing paid is without a delivery', () => {
    const sold = productKinds.filter((kind) => PRODUCT_KINDS[kind].orderPath === 'checkout')
    expect([...fulfilmentKinds].sort()).toEqual([...sold].sort())
  })

  it('ask for the same words and look the same wherever they share a name', () => {
    const asks = new Map<string, string>()
    const looks = new Map<string, string>()
    for (const kind of fulfilmentKinds) {
      const { moves, states } = kindOf(kind).machine
      for (const { button, event } of moves.filter((move) => move.button)) {
        const words = JSON.stringify(button?.asks ?? [])
        expect(asks.get(event) ?? words).toBe(words)
        asks.set(event, words)
      }
      for (const [state, { label, tone }] of Object.entries(states)) {
        const look = JSON.stringify([label, tone])
        expect(looks.get(state) ?? look).toBe(look)
        looks.set(state, look)
      }
    }
  })
})
