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

/** A delivery under lock whose customer is to get the way to it once more. */
export type DeliveredAgain = { actor: Actor; reason: string; row: LockedFulfilment }

/**
 * What stands behind a kind of delivery beside its table: appointments, packages, reports. Such
 * features lie above us; the plugin wires them in.
 */
export type Desk = {
  /** What the kind's guards look at, beside the checklist. Under the delivery's lock. */
  findFacts?: (tx: Tx, row: LockedFulfilment) => Promise<Record<string, unknown>>
  /** The delivery has moved: what follows commits with it. */
  follow?: (tx: Tx, move: DeliveryMove) => Promise<void>
  /**
   * Gives the customer the way to what he got once more, and voids the old one; the work stays done.
   *
   * @throws DomainError when he has got nothing yet
   */
  resend?: (tx: Tx, again: DeliveredAgain) => Promise<void>
}

/** The desk of each kind that has one. */
export type Desks = Partial<Record<FulfilmentKind, Desk>>

/**
 * Several features at one desk: their facts together, later ones over earlier ones, and each follows
 * every move, in this order. What is sent again is the affair of the first that can.
 */
export const composeDesks = (...desks: readonly Desk[]): Desk => {
  const resend = desks.find((desk) => desk.resend)?.resend
  return {
    ...(resend ? { resend } : {}),
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
  }
}
