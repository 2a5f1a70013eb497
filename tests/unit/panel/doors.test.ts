import type { Endpoint } from 'payload'
import { describe, expect, it } from 'vitest'
import { bookingMachine, createBookingsCollection } from '@/plugin/booking'
import { createFulfilmentsCollection, fulfilmentMachines } from '@/plugin/fulfilment'
import { blockerMachine } from '@/plugin/hosting'
import {
  createContractsCollection,
  createInstalmentsCollection,
  instalmentMachine,
} from '@/plugin/instalments'
import type { Machine } from '@/plugin/kernel/machine'
import { defaultSlugs as slugs, type MoveDoor, staffMovesOf } from '@/plugin/kernel/payload'
import { createContractStaffEndpoints, createOrdersCollection, orderMachine } from '@/plugin/orders'
import { chanceMachine, createOverdueCasesCollection, overdueCaseMachine } from '@/plugin/overdue'
import {
  createPaymentsCollection,
  createReviewsCollection,
  paymentMachine,
  reviewMachine,
} from '@/plugin/payments'
import { createScopesCollection, scopeMachine } from '@/plugin/scopes'
import { createSpksCollection, spkMachine } from '@/plugin/spk'

const machines: Machine[] = [
  orderMachine,
  instalmentMachine,
  paymentMachine,
  reviewMachine,
  bookingMachine,
  scopeMachine,
  blockerMachine,
  chanceMachine,
  overdueCaseMachine,
  spkMachine,
  ...Object.values(fulfilmentMachines),
]
const STAFF = ['editor', 'admin', 'owner']

const collections = [
  createOrdersCollection({ slugs }),
  createInstalmentsCollection({ slugs }),
  createContractsCollection({ endpoints: createContractStaffEndpoints(), slugs }),
  createOverdueCasesCollection({ slugs }),
  createPaymentsCollection({ slugs }),
  createReviewsCollection({ slugs }),
  createFulfilmentsCollection({ slugs }),
  createBookingsCollection({ slugs }),
  createScopesCollection({ slugs }),
  createSpksCollection({ slugs }),
]

const doorsOf = ({ custom }: Omit<Endpoint, 'root'>): MoveDoor[] =>
  (custom?.doors as MoveDoor[] | undefined) ?? []

const doors = collections.flatMap(({ endpoints }) => (endpoints || []).flatMap(doorsOf))

const isReachable = (machine: string, event: string): boolean =>
  doors.some((door) => door.machine === machine && door.events.includes(event))

const staffMoves = machines.flatMap((machine) =>
  machine.moves
    .filter(({ by }) => by.some((role) => STAFF.includes(role)))
    .map((move) => ({ machine: machine.name, move })),
)

describe('What staff may do', () => {
  it.each(staffMoves.map(({ machine, move }) => [machine, move.event] as const))(
    '%s: %s has a door in the panel',
    (machine, event) => {
      expect(isReachable(machine, event)).toBe(true)
    },
  )

  it('never offers a button to somebody whom the table does not name', () => {
    const wrong = machines
      .flatMap((machine) => staffMovesOf(machine))
      .filter(({ by }) => !by.some((role) => STAFF.includes(role)))
    expect(wrong).toEqual([])
  })

  it('asks for a reason wherever something is taken away, and for evidence where money leaves', () => {
    const buttons = machines.flatMap((machine) =>
      staffMovesOf(machine).map(({ button, event }) => ({
        asks: button?.asks ?? [],
        danger: button?.danger === true,
        event,
      })),
    )
    expect(buttons.filter(({ asks, danger }) => danger && !asks.includes('reason'))).toEqual([])
    const refunds = buttons.filter(({ event }) => event === 'refund')
    expect(refunds.map(({ asks }) => asks)).toEqual([
      ['reason', 'evidence'],
      ['reason', 'evidence'],
    ])
  })

  it('says every button and its consequence in both languages', () => {
    const texts = machines.flatMap((machine) =>
      staffMovesOf(machine).flatMap(({ button }) => [
        button?.text.id,
        button?.text.en,
        button?.consequence.id,
        button?.consequence.en,
      ]),
    )
    expect(texts.filter((text) => !text || text.length < 3)).toEqual([])
  })
})
