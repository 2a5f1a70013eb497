export type { SimulatorConfig, Template } from './config'
export type { SimulatorControl } from './control/control'
export type { Credentials } from './control/schema'
export type { Fault, FaultKind } from './faults'
export type { RunningSimulator, SimulatorOptions } from './simulator'
export type { KeptMessage, MessageState, ReceivedCall } from './types'

export { defaultConfig } from './config'
export { startWhatsappSimulator } from './simulator'
