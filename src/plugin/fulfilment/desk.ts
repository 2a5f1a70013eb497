import type { Actor, FiredEvent, Tx } from '../kernel/payload'
import type { LockedFulfilment } from './actions/moveRow'
import type { FulfilmentKind } from './kinds'

/** A delivery that has just moved. */
export type DeliveryMove = FiredEvent & {
  actor: Actor
  event: string
  reason?: string | undefined
  row: LockedFulfilment
}

/**
 * What stands behind a kind of delivery beside its table: appointments, packages, reports. Such
 * features lie above us; the plugin wires them in.
 */
export type Desk = {
  /** What the kind's guards look at, beside the checklist. Under the delivery's lock. */
  findFacts?: (tx: Tx, row: LockedFulfilment) => Promise<Record<string, unknown>>
  /** The delivery has moved: what follows commits with it. */
  follow?: (tx: Tx, move: DeliveryMove) => Promise<void>
}

/** The desk of each kind that has one. */
export type Desks = Partial<Record<FulfilmentKind, Desk>>

/**
 * Several features at one desk: their facts together, later ones over earlier ones, and each follows
 * every move, in this order.
 */
export const composeDesks = (...desks: readonly Desk[]): Desk => ({
  findFacts: async (tx, row) => {
    const facts: Record<string, unknown> = {}
    for (const desk of desks) {
      Object.assign(facts, await desk.findFacts?.(tx, row))
    }
    return facts
  },
  follow: async (tx, move) => {
    for (const desk of desks) {
      await desk.follow?.(tx, move)
    }
  },
})
