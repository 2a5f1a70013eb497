import type { PublicSpk } from '@/plugin/spk'

import type { Tone } from '../order/status'

const ENDED: readonly string[] = ['cancelled', 'expired', 'superseded', 'terminated']

/** The colour of a state: whose turn it is, and whether it is well. */
export const spkTone = ({
  isConfirmed,
  state,
  turn,
}: Pick<PublicSpk, 'isConfirmed' | 'state' | 'turn'>): Tone => {
  if (isConfirmed) {
    return 'success'
  }
  if (ENDED.includes(state)) {
    return 'neutral'
  }
  return turn === 'customer' ? 'warning' : 'info'
}
