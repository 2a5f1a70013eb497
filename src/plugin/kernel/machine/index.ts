export { allowedEvents, defineMachine, findMove } from './defineMachine'
export { describeMachine } from './describeMachine'
export type {
  Ask,
  EventOf,
  GuardInput,
  Machine,
  Move,
  Reason,
  Role,
  StaffButton,
  StateDefinition,
  StateOf,
  Tone,
} from './types'
