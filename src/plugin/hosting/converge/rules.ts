import type { Observed, Wanted } from '../accounts/words'
import type { HostingState } from '../accounts/machine'
import type { DriverId } from '../port'

/** What can be done to a service on its server. */
export type ServiceDeed = 'create' | 'resume' | 'suspend' | 'terminate'

/** What comes next; `vanished`: what was there is not, and making it anew would hide the loss. */
export type NextStep = 'inspect' | 'none' | 'vanished' | ServiceDeed

/** What the next step is made of. */
export type Standing = {
  driver: DriverId | null
  observed: Observed
  /** Null until the server has answered to its creation. */
  reference: null | string
  wanted: Wanted
}

/** Kinds of servers that hold nothing but a route: what is lost there is made anew without a loss. */
const REBUILT: readonly (DriverId | null)[] = ['caddy']

const stepFromAbsent = ({ driver, reference, wanted }: Standing): NextStep => {
  if (wanted === 'gone') {
    return 'none'
  }
  if (reference === null) {
    return wanted === 'on' ? 'create' : 'none'
  }
  return REBUILT.includes(driver) ? 'create' : 'vanished'
}

/**
 * What is to be done next, from what is wanted and what was seen: nothing else counts, so that a later
 * wish overtakes an earlier one. Unknown is looked at before anything else. A service of which the server
 * has not told its address is asked for again: the same name is the same service.
 */
export const resolveStep = (standing: Standing): NextStep => {
  const { observed, reference, wanted } = standing
  switch (observed) {
    case 'absent':
      return stepFromAbsent(standing)
    case 'unknown':
      return 'inspect'
    default:
  }
  if (wanted === 'gone') {
    return 'terminate'
  }
  if (wanted === 'off') {
    return observed === 'off' ? 'none' : 'suspend'
  }
  if (reference === null) {
    return 'create'
  }
  return observed === 'on' ? 'none' : 'resume'
}

/** The move that an observation makes of a state, once it is what is wanted; null when none. */
export const resolveEvent = (
  state: HostingState,
  { observed, wanted }: Pick<Standing, 'observed' | 'wanted'>,
): 'activate' | 'resume' | 'suspend' | 'terminate' | null => {
  if (wanted === 'gone') {
    return observed === 'absent' && state !== 'terminated' ? 'terminate' : null
  }
  if (observed !== wanted) {
    return null
  }
  if (observed === 'off') {
    return state === 'active' || state === 'provisioning' ? 'suspend' : null
  }
  if (state === 'suspended') {
    return 'resume'
  }
  return state === 'provisioning' ? 'activate' : null
}

/** What a driver that cannot look is believed to have: what people last said. */
export const believe = (state: HostingState): Observed => {
  switch (state) {
    case 'active':
      return 'on'
    case 'suspended':
      return 'off'
    default:
      return 'absent'
  }
}

/** So often a server may say it is done, and it is not, before people are called. */
export const MOST_MISMATCHES = 3

const FIRST_MS = 2_000
const CAP_MS = 600_000
const MOST_DOUBLINGS = 20

/** Milliseconds until the next try: 2 s doubled up to 10 minutes; `random` spreads the upper half. */
export const resolveWait = (tries: number, random: number): number => {
  const doublings = Math.min(Math.max(tries - 1, 0), MOST_DOUBLINGS)
  return Math.round(Math.min(CAP_MS, FIRST_MS * 2 ** doublings) * (0.5 + random / 2))
}

/** How long a server in maintenance is left alone before it is looked at again. */
export const MAINTENANCE_MS = 60_000

/** A rejection is tried again by the clock alone. */
export const REJECTED_MS = 3_600_000
