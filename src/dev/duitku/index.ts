export type { SimulatorConfig } from './config'
export type { SimulatorControl } from './control/control'
export type { Fault } from './faults'
export type { RunningSimulator, SimulatorOptions } from './simulator'

export { variantNames } from './callbacks/variants'
export { defaultConfig } from './config'
export { startDuitkuSimulator } from './simulator'
