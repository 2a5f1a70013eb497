/** Parts of the order's page that other features show beside what is theirs. Panel only. */
export { ORDER_TEXTS } from '../panel/texts'
export { type PartProps, Payments } from './Money'
export { Messages } from './Messages'
export { Items } from './People'
