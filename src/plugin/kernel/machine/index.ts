export { allowedEvents, defineMachine, findMove } from './defineMachine'
export { describeMachine } from './describeMachine'
export type {
  EventOf,
  GuardInput,
  Machine,
  Move,
  Reason,
  Role,
  StateDefinition,
  StateOf,
  Tone,
} from './types'
