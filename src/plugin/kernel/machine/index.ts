export { allowedEvents, defineMachine, findMove } from './defineMachine'
export { describeMachine } from './describeMachine'
export {
  type PanelButton,
  panelButtons,
  type PanelState,
  panelStates,
  plainWord,
} from './panelButtons'
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
