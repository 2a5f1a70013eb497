import { defineMachine } from '../kernel/machine'
import { AGREEING } from './moves/agreeing'
import { ENDING } from './moves/ending'
import { REVIEWING } from './moves/reviewing'
import { SIGNING } from './moves/signing'
import { SPK_STATES } from './states'

export type { SpkFacts } from './moves/guards'

/**
 * The life of an SPK: drafted by staff, checked by the customer, issued with a number, stamped, signed
 * in ink, scanned, looked at, confirmed, sealed. Until it is confirmed nothing is paid for its order.
 */
export const spkMachine = defineMachine({
  name: 'spk',
  initial: 'draft',
  moves: [...AGREEING, ...SIGNING, ...REVIEWING, ...ENDING],
  states: SPK_STATES,
})
