import type { Payload } from 'payload'

import type { SpkContent } from '../content'
import type { SpkTurn } from '../states'
import type { SpkScene } from './scene'

import { queryRows, sql } from '../../kernel/payload'
import { enter, type SpkDoor } from '../customer/door'
import { type CustomerEvent, isOpenTo } from '../customer/fireStep'
import { spkMachine } from '../machine'
import { spkRuntime } from '../runtime'
import { diffContents } from '../template'
import {
  faultOf,
  findOffered,
  isShown,
  reasonsOf,
  remarksOf,
  type ShownMove,
  type SpkPage,
  standingOf,
  toContent,
  toDocument,
} from './spkPage'

const EVENTS: readonly CustomerEvent[] = [
  'remark',
  'confirmContent',
  'bringScan',
  'bringPhoto',
  'refuseContent',
  'decline',
]

const findBefore = async (payload: Payload, scene: SpkScene): Promise<null | SpkContent> => {
  const [row] = await queryRows<{ content: SpkContent }>(
    payload,
    sql`select content from spk_editions where spk_id = ${scene.id} and edition < ${scene.edition}
      and content <> '{}'::jsonb order by edition desc limit 1`,
  )
  return row?.content ?? null
}

const findChanges = async (payload: Payload, scene: SpkScene): Promise<SpkPage['changes']> => {
  const before = scene.current && scene.edition > 1 ? await findBefore(payload, scene) : null
  return before && scene.current ? diffContents(before, scene.current.content) : []
}

const TURNS: Readonly<Record<string, SpkTurn>> = { customer: 'customer', system: 'system' }

const findStory = async (payload: Payload, { id }: SpkScene): Promise<ShownMove[]> => {
  const rows = await queryRows<{ at: string; event: string; role: string; to: string }>(
    payload,
    sql`select at, event, actor_role as role, to_state as "to" from transitions
      where machine = ${spkMachine.name} and subject = ${id} order by seq`,
  )
  return rows.flatMap(({ at, event, role, to }) => {
    const move = spkMachine.moves.find((each) => each.event === event)
    const by = TURNS[role] ?? 'staff'
    return move ? [{ at: new Date(at).toISOString(), by, event, label: move.label, to }] : []
  })
}

/**
 * The page of an agreement behind a door. Changes nothing: a link may be opened by anybody's robot.
 *
 * @throws DomainError `order.notFound` also for orders of others, `notFound`, `spk.linkEnded`
 */
export const getSpkPage = async (payload: Payload, door: SpkDoor): Promise<SpkPage> => {
  const { proof, scene } = await enter(payload, door)
  const { mostAttempts } = spkRuntime.get(payload)
  const hasContent = isShown(scene)
  return {
    ...standingOf(scene),
    attempts: { made: scene.attempts, most: mostAttempts },
    can: EVENTS.filter((event) => isOpenTo(scene.state, event)),
    changes: hasContent ? await findChanges(payload, scene) : [],
    content: hasContent ? toContent(scene) : null,
    documents: findOffered(scene).map((file) => toDocument(scene, file)),
    fault: faultOf(scene),
    orderToken: proof === 'session' ? scene.orderToken : null,
    proof,
    reasons: reasonsOf(scene),
    remarks: remarksOf(scene),
    story: await findStory(payload, scene),
  }
}
