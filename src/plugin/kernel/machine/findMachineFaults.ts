import type { Move, StateDefinition } from './types'

/** A table before it is known to be sound. */
export type UncheckedMachine = {
  initial: string
  states: Readonly<Record<string, StateDefinition>>
  moves: readonly Move[]
}

/** Everything wrong with a table: unknown and unreachable states, ambiguous events, dead ends, empty rows. */
export function findMachineFaults(machine: UncheckedMachine): string[] {
  return [
    ...findUnknownStates(machine),
    ...findEmptyRows(machine),
    ...findDuplicates(machine),
    ...findUnreachable(machine),
    ...findWrongEnds(machine),
  ]
}

function findUnknownStates({ initial, states, moves }: UncheckedMachine): string[] {
  const known = (state: string) => Object.hasOwn(states, state)
  const start = known(initial) ? [] : [`the initial state '${initial}' is unknown`]
  const rows = moves.flatMap((move) =>
    [...move.from, move.to]
      .filter((state) => !known(state))
      .map((state) => `'${move.event}' names the unknown state '${state}'`),
  )
  return [...start, ...rows]
}

function findEmptyRows({ moves }: UncheckedMachine): string[] {
  return moves.flatMap((move) => [
    ...(move.from.length === 0 ? [`'${move.event}' starts from no state`] : []),
    ...(move.by.length === 0 ? [`'${move.event}' may be fired by nobody`] : []),
  ])
}

function findDuplicates({ moves }: UncheckedMachine): string[] {
  const seen = new Set<string>()
  return moves.flatMap((move) =>
    move.from.flatMap((state) => {
      const cell = `'${move.event}' from '${state}'`
      if (seen.has(cell)) return [`${cell} is declared twice`]
      seen.add(cell)
      return []
    }),
  )
}

function findUnreachable({ initial, states, moves }: UncheckedMachine): string[] {
  const reached = new Set([initial])
  // A Set visits what is added while it is walked, which makes this a breadth-first search.
  for (const state of reached) {
    for (const move of moves) if (move.from.includes(state)) reached.add(move.to)
  }
  return Object.keys(states)
    .filter((state) => !reached.has(state))
    .map((state) => `the state '${state}' cannot be reached from '${initial}'`)
}

function findWrongEnds({ states, moves }: UncheckedMachine): string[] {
  return Object.entries(states).flatMap(([state, { terminal }]) => {
    const leads = moves.some((move) => move.from.includes(state))
    if (!leads && !terminal) return [`the state '${state}' is a dead end but not marked terminal`]
    if (leads && terminal) return [`the state '${state}' is marked terminal but can be left`]
    return []
  })
}
