import type { Tone } from '../order/status'
import type { PublicService } from './services'

/** How a service stands, for people: one word of the messages, and its tone. */
export type ServiceStanding =
  | 'active'
  | 'creating'
  | 'ended'
  | 'failed'
  | 'locked'
  | 'ready'
  | 'resuming'
  | 'suspended'
  | 'suspending'

/** The tone of each standing. */
export const STANDING_TONES: Record<ServiceStanding, Tone> = {
  active: 'success',
  creating: 'info',
  ended: 'neutral',
  failed: 'danger',
  locked: 'neutral',
  ready: 'info',
  resuming: 'info',
  suspended: 'danger',
  suspending: 'warning',
}

const STANDINGS: Partial<Record<PublicService['state'], ServiceStanding>> = {
  failed: 'failed',
  locked: 'locked',
  provisioning: 'creating',
  ready: 'ready',
  terminated: 'ended',
}

/** How a service stands: what was seen of it, and whether something else is wanted. */
export const resolveStanding = ({
  state,
  wanted,
}: Pick<PublicService, 'state' | 'wanted'>): ServiceStanding => {
  if (state === 'active') {
    return wanted === 'on' ? 'active' : 'suspending'
  }
  if (state === 'suspended') {
    return wanted === 'on' ? 'resuming' : 'suspended'
  }
  return STANDINGS[state] ?? 'ended'
}

/** Whether something is under way that the page should be drawn again for. */
export const isMoving = (service: Pick<PublicService, 'state' | 'wanted'>): boolean =>
  ['creating', 'resuming', 'suspending'].includes(resolveStanding(service))
