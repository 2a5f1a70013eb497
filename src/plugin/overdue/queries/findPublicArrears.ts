import type { Payload } from 'payload'

import type { BlockerKind } from '../../hosting'
import type { Standing } from '../../instalments'
import type { WibDay } from '../../kernel/time'

import { sql, statementsOn } from '../../kernel/payload'
import { clock, wibDayOf } from '../../kernel/time'
import { isToken } from '../../orders'
import { getOwnId, type OwnOrder } from '../actions/lockOwn'
import { lastChanceDay } from '../chances/rules'
import { findScene, type Scene } from '../sweep/scene'
import { ladderFactsOf, resolveSuspendOn, standingOf } from '../rules/standingOf'
import { overdueRuntime } from '../runtime'

/** The arrears of one contract as its customer sees them. Days are WIB days, amounts rupiah. */
export type PublicArrears = {
  /** Whether he may ask for more time now. */
  canAskForChance: boolean
  /** What he was asked and what he chose; null while there is no case. */
  case: null | {
    askedOn: null | WibDay
    choice: 'pay' | 'suspend' | null
    openedOn: WibDay
    state: string
  }
  /** The window in which nothing is suspended; null when none is running. */
  chance: { until: WibDay } | null
  /** The last day for which he may ask. */
  lastChanceDay: WibDay
  /** Whether the choice is waited for: the ladder has asked and he has not chosen. */
  mustChoose: boolean
  orderNumber: string
  /** Whether he has asked for more time and waits for the answer. */
  requested: boolean
  /** Off while there is any reason to be. */
  service: { reasons: BlockerKind[]; wanted: 'off' | 'on' }
  standing: Standing
  /** From when the service may be suspended when nothing is paid; null when it will not be. */
  suspendOn: null | WibDay
  title: string
}

const CHOICES: Partial<Record<string, 'pay' | 'suspend'>> = {
  payChosen: 'pay',
  suspendChosen: 'suspend',
}

const caseOf = ({ openCase }: Scene): PublicArrears['case'] =>
  openCase && {
    askedOn: openCase.askedOn,
    choice: CHOICES[openCase.state] ?? null,
    openedOn: openCase.openedOn,
    state: openCase.state,
  }

const toPublicArrears = (payload: Payload, scene: Scene): PublicArrears => {
  const { chanceDays, shieldDays } = overdueRuntime.get(payload)
  const today = wibDayOf(clock.now())
  const standing = standingOf(scene, today)
  const requested = scene.requestedChance !== null
  const reasons = scene.blockers
  return {
    canAskForChance: standing.arrears !== null && !scene.chance && !requested,
    case: caseOf(scene),
    chance: scene.chance && { until: scene.chance.until },
    lastChanceDay: lastChanceDay(today, chanceDays),
    mustChoose: standing.arrears !== null && scene.openCase?.state === 'awaiting' && !scene.chance,
    orderNumber: scene.number,
    requested,
    service: { reasons, wanted: reasons.length > 0 ? 'off' : 'on' },
    standing,
    suspendOn: resolveSuspendOn(ladderFactsOf(scene, shieldDays), today),
    title: scene.title,
  }
}

/**
 * The arrears of the order behind a link, for its page; null when there is no contract. Whoever holds
 * the link reads there what is owed; choosing needs the customer himself.
 */
export const findOrderArrears = async (
  payload: Payload,
  token: string,
): Promise<null | PublicArrears> => {
  const tx = statementsOn(payload)
  const [order] = isToken(token)
    ? await tx.rows<{ id: string }>(sql`select o.id from orders o
        join contracts c on c.order_id = o.id where o.token = ${token}`)
    : []
  return order ? toPublicArrears(payload, await findScene(tx, order.id)) : null
}

/**
 * The arrears of a customer's own order.
 *
 * @throws DomainError `order.notFound`, also for orders of others; `overdue.noContract`
 */
export const getPublicArrears = async (payload: Payload, own: OwnOrder): Promise<PublicArrears> => {
  const tx = statementsOn(payload)
  return toPublicArrears(payload, await findScene(tx, await getOwnId(tx, own)))
}
