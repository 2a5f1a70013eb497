import type { Labels } from '../../kernel/errors'
import type { SpkState } from '../states'

import { addMonths, startOfWibDay, wibDayOf } from '../../kernel/time'

/** Where an agreement has come to its end. */
export const ENDED_STATES = [
  'cancelled',
  'completed',
  'expired',
  'superseded',
  'terminated',
] as const satisfies readonly SpkState[]

/** As much of an agreement as decides whether its personal data may go. */
export type Kept = {
  /** Whether something of its order is still to be paid. */
  hasOpenDebts: boolean
  state: SpkState
}

const HELD = {
  debts: {
    en: 'its order still has open debts',
    id: 'pesanannya masih memiliki tagihan terbuka',
  },
  inForce: {
    en: 'the agreement is under way or in force',
    id: 'perjanjiannya masih berjalan atau berlaku',
  },
} as const satisfies Record<string, Labels>

/** Why the law, or a claim, still needs the data; null when nothing does. */
export const findHold = ({ hasOpenDebts, state }: Kept): Labels | null => {
  if (!(ENDED_STATES as readonly string[]).includes(state)) {
    return HELD.inForce
  }
  return hasOpenDebts ? HELD.debts : null
}

/** The instant from which on the data of an agreement are not kept any longer: a WIB day begins. */
export const resolveKeptUntil = (endedAt: Date, retentionMonths: number): Date =>
  startOfWibDay(addMonths({ anchor: wibDayOf(endedAt), months: retentionMonths }))
