export type { SimulatorControl } from './control'
export type { Fault } from './faults'
export {
  type PeruriSimulator,
  type PeruriSimulatorOptions,
  startPeruriSimulator,
} from './simulator'
