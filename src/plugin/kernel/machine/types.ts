import type { Labels } from '../errors/locale'

/** Who may fire an event. `system` is a job or a callback; the staff roles are checked by name, without inheritance. */
export type Role = 'system' | 'customer' | 'editor' | 'admin' | 'owner'

/** Colour family of a state's badge. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

/** What a state is called and how it looks. `terminal` states have no way out. */
export type StateDefinition = {
  readonly label: Labels
  /** Default: neutral. */
  readonly tone?: Tone
  readonly terminal?: true
}

/** Why a guard refuses, for the person who asked: one sentence, in both languages where a customer may read it. */
export type Reason = string | Labels

/** The document as a guard sees it. */
export type GuardInput = Readonly<Record<string, unknown>>

/** What a member of staff must write down with a move; it stays on record. */
export type Ask = 'evidence' | 'reason'

/** How a move that staff may make appears in the panel. */
export type StaffButton = {
  readonly asks?: readonly Ask[]
  /** What follows from it, told before it is confirmed. */
  readonly consequence: Labels
  /** It takes something away and cannot be undone. */
  readonly danger?: true
  /** Text of the button: a verb. */
  readonly text: Labels
}

/** One row of a machine: an event that leads from some states to one state. */
export type Move<State extends string = string, Event extends string = string> = {
  /** A verb: settle, cancel, suspend. */
  readonly event: Event
  readonly from: readonly State[]
  readonly to: State
  readonly by: readonly Role[]
  /** Pure guard. A method, so that a table may name narrower types for `doc` and `facts` (what the caller found out). */
  when?(doc: GuardInput, facts: unknown): true | Reason
  /** Names of the jobs added in the same transaction. */
  readonly then?: readonly string[]
  /** What has happened, as the timeline says it. */
  readonly label: Labels
  /** The button of the panel, for moves that staff make by hand. */
  readonly button?: StaffButton
}

/** A checked table of moves. Made by defineMachine only. */
export type Machine<State extends string = string, Event extends string = string> = {
  readonly name: string
  readonly initial: State
  readonly states: Readonly<Record<State, StateDefinition>>
  readonly moves: readonly Move<State, Event>[]
}

/** The union of a machine's states: `StateOf<typeof paymentMachine>`. */
export type StateOf<M extends Machine> = M['initial']

/** The union of a machine's events: `EventOf<typeof paymentMachine>`. */
export type EventOf<M extends Machine> = M['moves'][number]['event']
