import { findMachineFaults } from './findMachineFaults'
import type { Machine, Move, Role, StateDefinition } from './types'

/** Checks a table of moves and returns it as a machine. Throws at load, naming every fault, so a wrong table never starts. */
export function defineMachine<
  const S extends Readonly<Record<string, StateDefinition>>,
  const M extends readonly Move<keyof S & string>[],
>(args: {
  name: string
  initial: keyof S & string
  states: S
  moves: M
}): Machine<keyof S & string, M[number]['event']> {
  const faults = findMachineFaults(args)
  if (faults.length > 0) {
    throw new Error(`Machine '${args.name}' is not sound:\n- ${faults.join('\n- ')}`)
  }
  return Object.freeze({
    name: args.name,
    initial: args.initial,
    states: args.states,
    moves: args.moves,
  })
}

/** The move an event makes from a state, if the table has one. */
export function findMove<State extends string, Event extends string>(args: {
  machine: Machine<State, Event>
  from: string
  event: string
}): Move<State, Event> | undefined {
  return args.machine.moves.find(
    (move) => move.event === args.event && includes(move.from, args.from),
  )
}

/** The events a role may fire from a state, in the order of the table. Guards are not asked. */
export function allowedEvents<State extends string, Event extends string>(args: {
  machine: Machine<State, Event>
  from: string
  by: Role
}): Event[] {
  return args.machine.moves
    .filter((move) => includes(move.from, args.from) && move.by.includes(args.by))
    .map((move) => move.event)
}

function includes(states: readonly string[], state: string): boolean {
  return states.includes(state)
}
