export { freePort, hasCaddy, type RunningCaddy, startCaddy } from './startCaddy'
export { type Seen, visit } from './visit'
