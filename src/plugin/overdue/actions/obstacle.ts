import type { Told } from '../messages'

/** What became of one row of a bulk action. */
export type BulkResult = {
  orderId: string
  outcome: 'alreadyDone' | 'chance' | 'done' | 'failed' | 'notProposed' | 'paid' | 'paymentInFlight'
}

/** What became of one contract. */
export type Outcome = BulkResult['outcome']

/** Why a suspension cannot be confirmed now; undefined when it can. Binding only under the order's lock. */
export const findObstacle = ({
  scene,
  standing,
}: Pick<Told, 'scene' | 'standing'>): Outcome | undefined => {
  if (!standing.arrears || scene.state === 'cancelled') {
    return 'paid'
  }
  if (scene.blockers.includes('unpaid')) {
    return 'alreadyDone'
  }
  if (scene.chance) {
    return 'chance'
  }
  if (!scene.openCase?.proposedOn) {
    return 'notProposed'
  }
  return scene.inFlight ? 'paymentInFlight' : undefined
}
