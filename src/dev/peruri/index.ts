export type { SimulatorControl } from './control'
export type { Door, Fault } from './faults'
export {
  type PeruriSimulator,
  type PeruriSimulatorOptions,
  startPeruriSimulator,
} from './simulator'
