import type { EventOf } from '../../kernel/machine'
import type { Actor, SQL, TransitionNote, Tx } from '../../kernel/payload'
import type { SpkFacts } from '../machine'
import type { SpkScene } from '../queries/scene'
import type { SpkState } from '../states'

import { findArrears } from '../../instalments'
import { DomainError } from '../../kernel/errors'
import { fireEvent, sql } from '../../kernel/payload'
import { spkMachine } from '../machine'
import { spkRuntime } from '../runtime'
import { SPK_DESK } from '../words'

/** What whoever acts has before him: refused when it is not what is true any more. */
export type SpkSeen = { state?: string | undefined; version?: number | undefined }

/** Who moved an agreement last, as the history names him. */
const findLastMover = async (tx: Pick<Tx, 'rows'>, id: string): Promise<string> => {
  const [row] = await tx.rows<{ label: null | string }>(sql`select actor_label as label
    from transitions where machine in (${spkMachine.name}, ${SPK_DESK}) and subject = ${id}
    order by at desc, seq desc limit 1`)
  return row?.label ?? 'sistem'
}

/**
 * Refuses whoever acts on something that somebody else has moved meanwhile, with that one's name.
 *
 * @throws DomainError `spk.movedOn` (with `by` and `state`)
 */
export const assertSeen = async (
  tx: Pick<Tx, 'rows'>,
  scene: Pick<SpkScene, 'id' | 'lockVersion' | 'state'>,
  seen: SpkSeen,
): Promise<void> => {
  const { id, lockVersion, state } = scene
  const isOther =
    (seen.version !== undefined && seen.version !== lockVersion) ||
    (seen.state !== undefined && seen.state !== state)
  if (isOther) {
    const by = await findLastMover(tx, id)
    throw new DomainError('spk.movedOn', { by, state: spkMachine.states[state].label })
  }
}

/** What the guards look at, as it is before anything else is known of the event. */
export const findSpkFacts = async (
  tx: Tx,
  scene: SpkScene,
  given: Partial<SpkFacts> = {},
): Promise<SpkFacts> => {
  const { mostAttempts } = spkRuntime.get(tx.payload)
  const { attempts, customerId, erasedAt, isPaid, mode } = scene
  const arrears =
    given.arrears ??
    (await findArrears(tx, customerId)).reduce((sum, { amount }) => sum + amount, 0)
  return {
    attempts: { made: attempts, most: mostAttempts },
    isChecklistDone: false,
    isComplete: false,
    isErased: erasedAt !== null,
    isPaid,
    isSame: false,
    mode,
    needsReason: false,
    needsSecond: false,
    ...given,
    arrears,
  }
}

/**
 * Moves an agreement under its order's lock, and keeps the scene true: state and version. Whoever has
 * looked at an older version is refused with the name of who was faster.
 *
 * @throws DomainError `spk.movedOn`, `event.notAllowed`, `event.notPermitted`, `event.guardRefused`
 */
export const fireSpk = async (
  tx: Tx,
  scene: SpkScene,
  spec: {
    actor: Actor
    along?: readonly SQL[]
    event: EventOf<typeof spkMachine>
    facts?: Partial<SpkFacts>
    note?: TransitionNote
    seen?: SpkSeen
    /** Further columns, e.g. ``sql`wanted = ${text}` ``. */
    set?: SQL
  },
): Promise<void> => {
  const { actor, along, event, facts, note, seen = {}, set } = spec
  await assertSeen(tx, scene, seen)
  const { to } = await fireEvent({
    actor,
    event,
    facts: await findSpkFacts(tx, scene, facts),
    id: scene.id,
    locked: scene.state,
    machine: spkMachine,
    set: sql`lock_version = lock_version + 1 ${set ? sql`, ${set}` : sql``}`,
    table: 'spks',
    tx,
    ...(along && { along }),
    ...(note && { note }),
  })
  scene.state = to as SpkState
  scene.lockVersion += 1
}
