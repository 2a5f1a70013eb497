import { describe, expect, it } from 'vitest'
import { instalmentMachine } from '@/plugin/instalments'
import { allowedEvents, findMove, type Machine } from '@/plugin/kernel/machine'
import { orderMachine } from '@/plugin/orders'
import { paymentMachine, reviewMachine } from '@/plugin/payments'

type Cells = Record<string, Record<string, string>>

/** Every legal cell: state, event, target. Whatever is not here is refused. */
const ORDER: Cells = {
  cancelled: {},
  closed: { reopen: 'open' },
  draft: { cancel: 'cancelled', place: 'placed' },
  fulfilled: { close: 'closed', reopen: 'open' },
  open: { cancel: 'cancelled', fulfil: 'fulfilled', hold: 'placed' },
  placed: { cancel: 'cancelled', open: 'open' },
}

const PAYMENT: Cells = {
  cancelled: { quarantine: 'review', settle: 'paid' },
  created: {
    cancel: 'cancelled',
    expire: 'expired',
    quarantine: 'review',
    record: 'paid',
    request: 'pending',
    settle: 'paid',
  },
  expired: { quarantine: 'review', settle: 'paid' },
  failed: { quarantine: 'review', settle: 'paid' },
  paid: { refund: 'refunded' },
  pending: {
    cancel: 'cancelled',
    decline: 'failed',
    expire: 'expired',
    quarantine: 'review',
    settle: 'paid',
  },
  refunded: {},
  review: { accept: 'paid' },
}

const INSTALMENT: Cells = {
  open: {
    rebate: 'waived',
    replace: 'replaced',
    settle: 'paid',
    void: 'void',
    waive: 'waived',
  },
  paid: {},
  replaced: {},
  void: {},
  waived: {},
}

const REVIEW: Cells = {
  credited: {},
  kept: { markRefund: 'refundMarked' },
  open: { credit: 'credited', keep: 'kept', markRefund: 'refundMarked' },
  refundMarked: { refund: 'refunded' },
  refunded: {},
}

const tables: [string, Machine, Cells][] = [
  ['order', orderMachine, ORDER],
  ['payment', paymentMachine, PAYMENT],
  ['instalment', instalmentMachine, INSTALMENT],
  ['review', reviewMachine, REVIEW],
]

describe.each(tables)('The %s machine', (_, machine, cells) => {
  it('knows exactly the states of the table', () => {
    expect(Object.keys(machine.states).sort()).toEqual(Object.keys(cells).sort())
  })

  it('makes exactly the moves of the table and refuses every other cell', () => {
    const events = new Set(machine.moves.map(({ event }) => event))
    for (const from of Object.keys(machine.states)) {
      for (const event of events) {
        const target = findMove({ event, from, machine })?.to
        expect({ event, from, target }).toEqual({ event, from, target: cells[from]?.[event] })
      }
    }
  })

  it('leaves nothing to editors', () => {
    const offered = Object.keys(machine.states).flatMap((from) =>
      allowedEvents({ by: 'editor', from, machine }),
    )
    expect(offered).toEqual([])
  })

  it('refuses a state and an event that nobody knows', () => {
    expect(findMove({ event: 'settle', from: 'nowhere', machine })).toBeUndefined()
    expect(findMove({ event: 'nothing', from: machine.initial, machine })).toBeUndefined()
  })
})

describe('Who may move money', () => {
  it('settles, declines and expires payments: the system alone', () => {
    for (const role of ['customer', 'editor', 'admin', 'owner'] as const) {
      const events = Object.keys(paymentMachine.states).flatMap((from) =>
        allowedEvents({ by: role, from, machine: paymentMachine }),
      )
      const forbidden = ['settle', 'decline', 'expire', 'quarantine', 'request']
      expect(events.filter((event) => forbidden.includes(event))).toEqual([])
    }
  })

  it('refunds: the owner alone, or the shop when what he has ordered is sent', () => {
    const by = (role: 'admin' | 'owner' | 'system') =>
      allowedEvents({ by: role, from: 'paid', machine: paymentMachine })
    expect([by('system'), by('admin'), by('owner')]).toEqual([['refund'], [], ['refund']])
  })

  it('does not settle unless amount and reference were found to match', () => {
    const when = paymentMachine.moves.find(({ event }) => event === 'settle')?.when
    expect(when?.({}, { matches: true })).toBe(true)
    for (const facts of [undefined, {}, { matches: false }, { matches: 'true' }]) {
      expect(when?.({}, facts)).not.toBe(true)
    }
  })

  it('does not open an order whose SPK is missing', () => {
    const when = orderMachine.moves.find(({ event }) => event === 'open')?.when
    expect(when?.({}, { needsSpk: false, spkConfirmed: false })).toBe(true)
    expect(when?.({}, { needsSpk: true, spkConfirmed: true })).toBe(true)
    expect(when?.({}, { needsSpk: true, spkConfirmed: false })).not.toBe(true)
  })
})
