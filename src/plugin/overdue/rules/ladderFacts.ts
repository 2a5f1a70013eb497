import type { WibDay } from '../../kernel/time'
import type { Ladder, LadderStep } from '../../plans'

/** An open debt of a contract, no late fee. */
export type LadderDebt = { dueOn: WibDay; seq: number }

/** A step that was taken or left out before; `round` counts chances that ended without the money. */
export type LoggedStep = { day: WibDay; round: number; seq: number; step: LadderStep }

/** Everything that decides about the next step of one contract, read under its lock. */
export type LadderFacts = {
  /** A chance that is running; one that has lapsed was ended before. */
  chance: { until: WibDay } | null
  /** Open debts without late fees. */
  debts: readonly LadderDebt[]
  /** Whether an invoice is open at the gateway, or money is being checked. */
  inFlight: boolean
  /** Whether anything was ever paid: what never began cannot be suspended. */
  isRunning: boolean
  /** Whether a claim has reached the customer; nobody is suspended for a bill that he never got. */
  isTold: boolean
  ladder: Ladder
  log: readonly LoggedStep[]
  /** Chances that ended without the money, and the WIB day on which the last of them did. */
  round: { endedOn: null | WibDay; number: number }
  /** How many days an open invoice may hold a suspension up. */
  shieldDays: number
  startedOn: WibDay
  /** Whether the service is wanted off already. */
  isOff: boolean
}

/** Why a step is left out for good. */
export type SkipReason = 'beforeOrder' | 'overtaken'

/** Why a step waits. */
export type HoldReason = 'chance' | 'paymentInFlight' | 'undelivered'

/** What is to happen with one step of one debt. */
export type Decision =
  | { kind: 'do'; seq: number; step: LadderStep }
  | { kind: 'hold'; reason: HoldReason; seq: number; step: LadderStep }
  | { kind: 'skip'; reason: SkipReason; seq: number; step: LadderStep }

/** What is to happen today, and when to look again: a WIB day, within the hour, or never. */
export type Evaluation = { decisions: Decision[]; lookAgain: 'soon' | null | WibDay }
